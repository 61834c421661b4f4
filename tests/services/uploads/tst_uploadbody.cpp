// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/ratelimit.h"
#include "services/uploads/uploadbody.h"
#include "services/uploads/uploadrules.h"
#include "tests/support/testregistry.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// As QNAM reads it.
QByteArray readAll(UploadBody &body)
{
    QByteArray result;
    QByteArray block(16'384, Qt::Uninitialized);
    while (true) {
        const qint64 count = body.read(block.data(), block.size());
        if (count <= 0)
            return result;
        result += block.left(count);
    }
}

} // namespace

// What goes over the wire of a file.
class tst_uploadbody : public Test {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"a"_s);
        write(QByteArray(700'000, 'a') + "end");
        m_limit.setBytesPerSecond(0);
    }

    void saysItsSizeBeforeItsHash()
    {
        const auto body = make();
        QVERIFY(!body->isSequential()); // QNAM would report every 16 KiB of one
        const qint64 size = body->size();
        const QByteArray all = readAll(*body);
        QCOMPARE(all.size(), size);
        QVERIFY(body->atEnd());
        QCOMPARE(body->broken(), UploadBody::Break::None);
        const QByteArray sha256
            = QCryptographicHash::hash(m_content, QCryptographicHash::Sha256).toHex();
        QCOMPARE(body->sha256().toLatin1(), sha256);
        QCOMPARE(all.mid(body->headSize(), m_content.size()), m_content);
        const QByteArray boundary = body->contentType().split('=').last();
        const QByteArray open = "--" + boundary + "\r\n";
        const QByteArray tail = "\r\n--" + boundary
            + "\r\nContent-Disposition: form-data; name=\"sha256sum\"\r\n\r\n" + sha256 + "\r\n--"
            + boundary + "--\r\n";
        QVERIFY(all.startsWith(open));
        QCOMPARE(all.left(body->headSize()), body->head());
        QVERIFY(body->head().contains("\r\nContent-Length: 700003\r\n"));
        QCOMPARE(all.mid(body->headSize() + m_content.size()), tail);
    }

    void namesAreSaidWithoutEndingTheirQuotes()
    {
        const auto body = make(u"a\"b\r\nö.bin"_s);
        QVERIFY(readAll(*body).contains("filename=\"a%22b%0D%0A\xc3\xb6.bin\"\r\n"));
    }

    // So that QNAM never sends it again by itself.
    void cannotBeRewound()
    {
        const auto body = make();
        QVERIFY(body->reset()); // nothing was read yet
        (void)body->read(10);
        QVERIFY(!body->reset());
        QVERIFY(!body->seek(0));
        QVERIFY(body->seek(10));
        QCOMPARE(readAll(*body).size(), body->size() - 10);
    }

    // 0 makes QNAM wait, -1 would end the body.
    void waitsForItsLimit()
    {
        m_limit.setBytesPerSecond(200'000);
        const auto body = make();
        QSignalSpy ready(body.get(), &QIODevice::readyRead);
        QByteArray all = readAll(*body);
        QVERIFY(all.size() < body->size());
        QCOMPARE(body->broken(), UploadBody::Break::None);
        QTRY_VERIFY(!ready.isEmpty());
        m_limit.setBytesPerSecond(0);
        all += readAll(*body);
        QCOMPARE(all.size(), body->size());
        QVERIFY(!body->sha256().isEmpty());
    }

    void breaksOffBeforeItsTail_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<UploadBody::Break>("broken");
        QTest::newRow("grown") << QByteArray(800'000, 'a') << UploadBody::Break::FileChanged;
        QTest::newRow("shrunk") << QByteArray(100, 'a') << UploadBody::Break::FileChanged;
        QTest::newRow("gone") << QByteArray() << UploadBody::Break::FileGone;
    }

    void breaksOffBeforeItsTail()
    {
        QFETCH(QByteArray, content);
        QFETCH(UploadBody::Break, broken);
        const auto body = make();
        QSignalSpy broke(body.get(), &UploadBody::broke);
        (void)body->read(300'000);
        if (content.isEmpty())
            QVERIFY(QFile::remove(m_path));
        else
            write(content);
        QVERIFY(readAll(*body).size() < body->size());
        QCOMPARE(body->broken(), broken);
        QCOMPARE(broke.size(), 1);
        QVERIFY(body->sha256().isEmpty());
        QCOMPARE(body->read(10), QByteArray());
    }

private:
    void write(const QByteArray &content)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        m_content = content;
    }

    std::unique_ptr<UploadBody> make(const QString &filename = u"a"_s)
    {
        const FileLook look = lookAtFile(m_path);
        return std::make_unique<UploadBody>(m_path, filename, look.size, look.modifiedAt, m_limit);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    QByteArray m_content;
    RateLimit m_limit;
};

FALCONER_TEST(tst_uploadbody)
#include "tst_uploadbody.moc"
