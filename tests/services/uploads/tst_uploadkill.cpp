// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/uploads/uploadstage.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testregistry.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 fileSize = 600'000;

// Two files for the module and one that it has already.
class Scene final {
public:
    Scene()
    {
        for (quint32 i = 0; i < 3; ++i)
            m_paths << m_stage.makeFile(u"file%1.swu"_s.arg(i), fileSize + i, i + 1);
        UploadQueue other(m_stage.filePath(u"other"_s));
        const qint64 id = *other.add(m_stage.newUpload(m_paths.last()));
        other.connectProfile(u"p"_s, m_stage.options());
        QTRY_COMPARE(stateOf(other, id), UploadState::Done);
    }

    FaultProxy &proxy() { return m_proxy; }
    UploadStage &stage() { return m_stage; }

    // The profile's address is edited.
    void move() { m_way = &m_other; }

    void start(QProcess &process, const QStringList &more = {}) const
    {
        const QUrl url = m_way->instead(QUrl(u"http://127.0.0.1"_s));
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationDirPath() + u"/falconer_uploader"_s,
            QStringList{ u"--queue"_s, m_stage.queuePath(), u"--server"_s, url.toString(),
                u"--module"_s, QString::number(m_stage.module()) }
                + more + m_paths);
    }

    // Runs it to its end; what it said.
    QByteArray runToTheEnd() const
    {
        QProcess process;
        start(process);
        if (!waitFor(process) || process.exitStatus() != QProcess::NormalExit)
            return "did not end";
        return process.readAllStandardOutput() + "exit " + QByteArray::number(process.exitCode());
    }

    static bool waitFor(const QProcess &process)
    {
        return QTest::qWaitFor(
            [&process] { return process.state() == QProcess::NotRunning; }, 30'000);
    }

    // Lost and doubled ones, and those that are not what was sent.
    QStringList complaints()
    {
        QStringList result;
        const QList<SimArtifact> artifacts = m_stage.artifacts();
        for (qsizetype i = 0; i < m_paths.size(); ++i) {
            const QString name = u"file%1.swu"_s.arg(i);
            const auto is = [&](const SimArtifact &artifact) {
                return artifact.filename == name && artifact.size == fileSize + i;
            };
            if (std::count_if(artifacts.begin(), artifacts.end(), is) != 1)
                result << name;
        }
        if (artifacts.size() != m_paths.size())
            result << u"%1 artifacts"_s.arg(artifacts.size());
        return result;
    }

private:
    UploadStage m_stage;
    FaultProxy m_proxy{ quint16(m_stage.bench().url().port()) };
    FaultProxy m_other{ quint16(m_stage.bench().url().port()) };
    const FaultProxy *m_way = &m_proxy;
    QStringList m_paths;
};

void checkTheEnd(Scene &scene, bool mayBeUnwritten)
{
    const QByteArray said = scene.runToTheEnd();
    QVERIFY2(said.endsWith("exit 0"), said.constData());
    QVERIFY2(mayBeUnwritten || !said.contains("added"), said.constData());
    QCOMPARE(scene.complaints(), QStringList());
}

Fault lostAnswer()
{
    return { .kind = Fault::Kind::Reset, .from = Fault::Side::Server, .after = 1 };
}

Fault cutOnTheWay()
{
    return { .kind = Fault::Kind::Reset, .from = Fault::Side::Client, .after = 200'000 };
}

} // namespace

// kill -9 at every step of the queue: after the next start nothing is lost and nothing is there
// twice.
class tst_uploadkill : public Test {
    Q_OBJECT

private slots:
    void atEveryStep_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<int>("occurrence");
        QTest::addColumn<QList<int>>("faults"); // 1: cut, 2: answer lost
        const auto rows = [](const QString &point, int most, const QList<int> &faults = {}) {
            for (int i = 1; i <= most; ++i) {
                QTest::addRow("%s %d%s", qPrintable(point), i, faults.isEmpty() ? "" : " faults")
                    << point << i << faults;
            }
        };
        rows(u"looked"_s, 3);
        rows(u"checking"_s, 3);
        rows(u"hashed"_s, 1);
        rows(u"readyToSend"_s, 2);
        rows(u"written"_s, 6);
        rows(u"sending"_s, 2);
        rows(u"progress"_s, 4);
        rows(u"verifying"_s, 2);
        rows(u"answered"_s, 3);
        rows(u"ended"_s, 3);
        rows(u"retrying"_s, 2, { 1, 2 });
        rows(u"checking"_s, 5, { 2, 1 });
        rows(u"answered"_s, 4, { 2, 2 });
    }

    void atEveryStep()
    {
        QFETCH(QString, point);
        QFETCH(int, occurrence);
        QFETCH(QList<int>, faults);
        Scene scene;
        QList<Fault> list;
        for (const int fault : faults)
            list << (fault == 1 ? cutOnTheWay() : lostAnswer());
        scene.proxy().setFaultsOf("POST", list);
        QProcess process;
        scene.start(process, { u"--die"_s, point, u"--occurrence"_s, QString::number(occurrence) });
        QVERIFY(Scene::waitFor(process));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        checkTheEnd(scene, point == "looked"_L1 || point == "checking"_L1);
    }

    void betweenTwoAddresses_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<int>("occurrence");
        const auto row = [](const QString &first, const QString &second, int occurrence = 1) {
            QTest::addRow("%s, %s %d", qPrintable(first), qPrintable(second), occurrence)
                << first << second << occurrence;
        };
        for (const QString &first : { u"progress"_s, u"answered"_s }) {
            row(first, u"asked"_s, 1);
            row(first, u"asked"_s, 2);
            row(first, u"checking"_s);
        }
        for (const QString &second : { u"readyToSend"_s, u"sending"_s, u"verifying"_s })
            row(u"sending"_s, second); // of which nothing had gone out
    }

    // Killed before its profile leads to another address, and behind it once more.
    void betweenTwoAddresses()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(int, occurrence);
        Scene scene;
        QProcess process;
        scene.start(process, { u"--die"_s, first });
        QVERIFY(Scene::waitFor(process));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        scene.move();
        scene.start(
            process, { u"--die"_s, second, u"--occurrence"_s, QString::number(occurrence) });
        QVERIFY(Scene::waitFor(process));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        checkTheEnd(scene, false);
    }

    // The server's side of it: so much of an upload, or of the answer to it, had come through.
    void atEveryByte_data()
    {
        QTest::addColumn<qint64>("bytes"); // of the client, negative: of the server
        QTest::addColumn<int>("upload");
        const QList<qint64> places{ 1, 400, 1'000, 300'000, fileSize, fileSize + 500, -1, -100 };
        for (int upload = 1; upload <= 2; ++upload) {
            for (const qint64 bytes : places)
                QTest::addRow("upload %d at %lld", upload, bytes) << bytes << upload;
        }
    }

    void atEveryByte()
    {
        QFETCH(qint64, bytes);
        QFETCH(int, upload);
        Scene scene;
        QProcess process;
        const Fault fault{ .kind = Fault::Kind::Stall,
            .from = bytes > 0 ? Fault::Side::Client : Fault::Side::Server,
            .after = std::abs(bytes) };
        bool isStruck = false;
        connect(&scene.proxy(), &FaultProxy::struck, this, [&] {
            isStruck = true;
            process.kill();
        });
        scene.proxy().setFaultsOf(
            "POST", QList<Fault>(upload - 1, Fault()) + QList<Fault>{ fault });
        scene.start(process);
        QVERIFY(Scene::waitFor(process));
        QVERIFY(isStruck);
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        checkTheEnd(scene, false);
    }
};

FALCONER_TEST(tst_uploadkill)
#include "tst_uploadkill.moc"
