// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadfile.h"
#include "services/uploads/uploadqueue_p.h"
#include "tests/services/uploads/uploadstage.h"
#include "tests/support/asnobody.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebi = 1024LL * 1024;

#ifdef Q_OS_LINUX
constexpr QFile::Permissions toRead = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
constexpr QFile::Permissions toWrite = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
constexpr QFile::Permissions toEnter = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;

// As behind kill -9: what was written last is beside the file. Answers the upload's id; it was
// being sent.
qint64 leaveBehindACrash(const UploadStage &stage)
{
    Upload upload = stage.leaveBehind(UploadState::Waiting);
    UploadFile file(stage.filePath(u"before/uploads.sqlite"_s));
    upload.state = UploadState::Sending;
    if (!file.load() || !file.write({ .put = { upload } }))
        qFatal("not written");
    for (const QString &ending : { u""_s, u"-wal"_s }) {
        QFile::remove(stage.queuePath() + ending);
        if (!QFile::copy(
                stage.filePath(u"before/uploads.sqlite"_s) + ending, stage.queuePath() + ending))
            qFatal("not copied");
    }
    return upload.id;
}
#endif

} // namespace

// Where the queue's file cannot be kept.
class tst_uploadkeeping : public Test {
    Q_OBJECT

private slots:
    void aFolderThatCannotBeWritten()
    {
        UploadStage stage;
        QFile blocked(stage.filePath(u"file"_s));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        UploadQueue queue(stage.filePath(u"file/uploads.sqlite"_s));
        QVERIFY(queue.storageError());
        QCOMPARE(queue.storageError()->kind, ErrorKind::Io);
        const qint64 id = *queue.add(stage.newUpload(stage.makeFile(u"a.swu"_s, mebi)));
        queue.connectProfile(u"p"_s, stage.options());
        QTRY_COMPARE(stateOf(queue, id), UploadState::Done);
        QCOMPARE(stage.artifactNames(), QStringList{ u"a.swu"_s });
    }

    void aDamagedFileIsPutAside()
    {
        UploadStage stage;
        {
            const UploadQueue queue(stage.queuePath());
        }
        QFile file(stage.queuePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'x'));
        file.close();
        UploadQueue queue(stage.queuePath());
        QVERIFY(!queue.storageError()); // a new one is kept
        QVERIFY(queue.putAside());
        QVERIFY(QFile::exists(queue.putAside()->where));
        QVERIFY(queue.putAside()->where != stage.queuePath());
        QSignalSpy failed(&queue, &UploadQueue::storageFailed);
        QSignalSpy recovered(&queue, &UploadQueue::storageRecovered);
        auto &d = UploadQueueAccess::of(queue);
        const QString path = stage.makeFile(u"a"_s, 1);
        QVERIFY(queue.add(stage.newUpload(path)).has_value());
        QTRY_VERIFY(d.isWritten(1));
        QVERIFY(!queue.storageError());
        d.store.limitPages(1); // a full disk is said all the same
        for (int i = 0; i < 100; ++i)
            QVERIFY(queue.add(stage.newUpload(path)).has_value());
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(queue.storageError());
        d.store.limitPages(100'000);
        queue.pause({ 7 });
        QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 30'000);
        QVERIFY(!queue.storageError());
        QVERIFY(queue.putAside());
    }

    // As if the disk were full: the file may not grow.
    void aFullDiskIsSaidAndCaughtUpWith()
    {
        UploadStage stage;
        const QString path = stage.makeFile(u"a"_s, 1);
        {
            UploadQueue queue(stage.queuePath());
            auto &d = UploadQueueAccess::of(queue);
            QVERIFY(queue.add(stage.newUpload(path)).has_value());
            QTRY_VERIFY(d.isWritten(1));
            QSignalSpy failed(&queue, &UploadQueue::storageFailed);
            QSignalSpy recovered(&queue, &UploadQueue::storageRecovered);
            d.store.limitPages(1);
            for (int i = 0; i < 100; ++i)
                QVERIFY(queue.add(stage.newUpload(path)).has_value());
            QTRY_COMPARE(failed.size(), 1);
            QVERIFY(queue.storageError());
            queue.cancel({ 5 });
            QCOMPARE(recovered.size(), 0);
            d.store.limitPages(100'000);
            queue.pause({ 7 });
            QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 30'000);
            QVERIFY(!queue.storageError());
            QCOMPARE(failed.size(), 1);
        }
        const UploadQueue queue(stage.queuePath());
        QCOMPARE(queue.uploads().size(), 100);
        QVERIFY(!queue.find(5));
        QCOMPARE(stateOf(queue, 7), UploadState::Paused);
    }

    // There is room again, and nobody does anything.
    void whatWasNotWrittenIsWrittenByAndBy()
    {
        UploadStage stage;
        const QString path = stage.makeFile(u"a"_s, 1);
        {
            UploadQueue queue(stage.queuePath());
            auto &d = UploadQueueAccess::of(queue);
            QVERIFY(queue.add(stage.newUpload(path)).has_value());
            QTRY_VERIFY(isLookedAt(queue, 1) && d.isWritten(1));
            QSignalSpy failed(&queue, &UploadQueue::storageFailed);
            QSignalSpy recovered(&queue, &UploadQueue::storageRecovered);
            d.store.limitPages(1);
            for (int i = 0; i < 100; ++i)
                QVERIFY(queue.add(stage.newUpload(path)).has_value());
            QTRY_COMPARE(failed.size(), 1);
            QTRY_VERIFY(std::ranges::all_of(
                queue.uploads(), [](const Upload &upload) { return upload.size > 0; }));
            QTRY_VERIFY(!d.isFlushing); // all that happened was tried to be written
            QCOMPARE(recovered.size(), 0);
            d.store.limitPages(100'000);
            QSignalSpy changed(&queue, &UploadQueue::changed);
            QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 15'000);
            QVERIFY(!queue.storageError());
            QCOMPARE(changed.size(), 0);
            QVERIFY(!d.catchUp.isActive());
        }
        const UploadQueue queue(stage.queuePath());
        QCOMPARE(queue.uploads().size(), 101);
        QCOMPARE(queue.find(101)->size, 1);
    }

#ifdef Q_OS_LINUX
    void whatCanOnlyBeReadIsThere_data()
    {
        QTest::addColumn<bool>("isFileReadOnly");
        QTest::addColumn<bool>("isFolderReadOnly");
        QTest::addColumn<bool>("isCrash");
        QTest::newRow("folder") << false << true << false;
        QTest::newRow("file") << true << false << true;
        QTest::newRow("both") << true << true << false;
        QTest::newRow("both behind a crash") << true << true << true;
    }

    void whatCanOnlyBeReadIsThere()
    {
        QFETCH(bool, isFileReadOnly);
        QFETCH(bool, isFolderReadOnly);
        QFETCH(bool, isCrash);
        UploadStage stage;
        const qint64 id
            = isCrash ? leaveBehindACrash(stage) : stage.leaveBehind(UploadState::Sending).id;
        const QString folder = QFileInfo(stage.queuePath()).path();
        const auto setPermissions = [&](bool isFileWritable, bool isFolderWritable) {
            const auto more = [](bool is) { return is ? toWrite : QFile::Permissions(); };
            QVERIFY(QFile::setPermissions(stage.filePath(u"."_s), toRead | toWrite | toEnter));
            for (const QString &name : QDir(folder).entryList(QDir::Files))
                QVERIFY(QFile::setPermissions(folder + u'/' + name, toRead | more(isFileWritable)));
            QVERIFY(QFile::setPermissions(folder, toRead | toEnter | more(isFolderWritable)));
        };
        setPermissions(!isFileReadOnly, !isFolderReadOnly);
        FaultProxy proxy(quint16(stage.bench().url().port()));
        {
            auto nobody = std::make_unique<AsNobody>();
            UploadQueue queue(stage.queuePath());
            nobody.reset();
            QVERIFY(queue.storageError());
            QCOMPARE(queue.uploads().size(), 1);
            QCOMPARE(stateOf(queue, id), UploadState::Asking);
            QCOMPARE(problemOf(queue, id), UploadProblem::Interrupted);
            // As behind any crash: nothing is sent unasked.
            queue.connectProfile(
                u"p"_s, UploadStage::optionsOf(proxy.instead(stage.bench().url())));
            QTest::qWait(200);
            QCOMPARE(proxy.connections(), 0);
            queue.retry({ id });
            QTRY_COMPARE(stateOf(queue, id), UploadState::Done);
            QVERIFY(queue.storageError());
            const UploadFile::Content kept = *UploadFile(stage.queuePath()).load();
            QCOMPARE(kept.uploads.constFirst().state, UploadState::Sending);

            QSignalSpy recovered(&queue, &UploadQueue::storageRecovered);
            setPermissions(true, true);
            QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 15'000);
            QVERIFY(!queue.storageError());
        }
        const UploadQueue queue(stage.queuePath());
        QCOMPARE(stateOf(queue, id), UploadState::Done);
    }

    // Somebody else could write it, and did.
    void whatAnotherWroteMeanwhileIsNotLost()
    {
        UploadStage stage;
        const Upload upload = stage.leaveBehind(UploadState::Paused);
        const QString folder = QFileInfo(stage.queuePath()).path();
        QVERIFY(QFile::setPermissions(stage.filePath(u"."_s), toRead | toWrite | toEnter));
        QVERIFY(QFile::setPermissions(stage.queuePath(), toRead | toWrite));
        QVERIFY(QFile::setPermissions(folder, toRead | toEnter));
        auto nobody = std::make_unique<AsNobody>();
        UploadQueue queue(stage.queuePath());
        nobody.reset();
        QCOMPARE(queue.uploads().size(), 1);
        QVERIFY(QFile::setPermissions(folder, toRead | toWrite | toEnter));
        {
            UploadFile other(stage.queuePath());
            QVERIFY(other.load());
            Upload another = upload;
            another.id = 77;
            QVERIFY(other.write({ .put = { another } }));
        }
        QVERIFY(QFile::setPermissions(stage.queuePath(), toRead | toWrite));
        QSignalSpy recovered(&queue, &UploadQueue::storageRecovered);
        QStringList points;
        UploadQueueAccess::of(queue).probe
            = [&points](const QByteArray &point, qint64) { points << QString::fromLatin1(point); };
        queue.cancel({ upload.id });
        QTRY_COMPARE(points, QStringList{ u"unwritten"_s });
        QCOMPARE(recovered.size(), 0);
        QVERIFY(queue.storageError());
        QCOMPARE(UploadFile(stage.queuePath()).load()->uploads.size(), 2);
    }
#endif
};

FALCONER_TEST(tst_uploadkeeping)
#include "tst_uploadkeeping.moc"
