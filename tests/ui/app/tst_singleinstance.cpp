// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/singleinstance.h"
#include "tests/support/testregistry.h"
#include "ui/connect/connectpage.h"

#include <QApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

#ifdef Q_OS_LINUX
#include <csignal>
#endif

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// Another start for the folder, on a thread: as its process would, it waits for the first.
class Later final {
public:
    Later(const QString &folder, const QStringList &options = {})
        : m_thread(QThread::create([this, folder, options] {
            SingleInstance instance(folder);
            m_handedOver = instance.handOver(QStringList{ u"falconer"_s } + options);
        }))
    {
        m_thread->start();
    }
    ~Later() { m_thread->wait(); }

    bool isOver() const { return m_thread->isFinished(); }
    bool handedOver() const { return m_handedOver; }

private:
    std::atomic_bool m_handedOver = false;
    std::unique_ptr<QThread> m_thread;
};

#ifdef Q_OS_LINUX
// The program itself, with a home of its own.
class Program final {
public:
    Program(const QString &home, const QStringList &options = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *const name :
            { "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME" })
            environment.insert(QLatin1StringView(name), home);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + u"/falconer"_s, options);
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QProcess &process() { return m_process; }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    // Its queue of uploads, at least, which comes right before it.
    bool hasWindow() const
    {
        QDirIterator it(
            u"/proc/%1/task"_s.arg(m_process.processId()), QDir::Dirs | QDir::NoDotAndDotDot);
        while (it.hasNext()) {
            QFile name(it.next() + u"/comm"_s);
            if (name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "uploads")
                return true;
        }
        return false;
    }

private:
    QProcess m_process;
};
#endif

} // namespace

class tst_singleinstance : public Test {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString folder() const { return m_dir->filePath(u"data"_s); }
    QString socketPath() const { return folder() + u"/falconer.socket"_s; }

private slots:
    void init()
    {
        failOnWarnings();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void aLaterOneHandsOver()
    {
        SingleInstance first(folder());
        QVERIFY(first.isFirst());
        QVERIFY(!first.handOver({ u"falconer"_s }));
        QSignalSpy requested(&first, &SingleInstance::requested);
        const Later plain(folder());
        QTRY_VERIFY(plain.isOver());
        QVERIFY(plain.handedOver());
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested[0][0].value<CommandLine>(), CommandLine());
        const Later told(
            folder(), { u"--server"_s, u"http://127.0.0.1:8080"_s, u"--user"_s, u"böse \"x\""_s });
        QTRY_VERIFY(told.isOver());
        QVERIFY(told.handedOver());
        QCOMPARE(requested.size(), 2);
        const auto request = requested[1][0].value<CommandLine>();
        QCOMPARE(request.server, QUrl(u"http://127.0.0.1:8080"_s));
        QCOMPARE(request.user, u"böse \"x\""_s);
    }

    void otherFoldersDoNotMeet()
    {
        const SingleInstance first(folder());
        QSignalSpy requested(&first, &SingleInstance::requested);
        const Later other(m_dir->filePath(u"other"_s));
        QTRY_VERIFY(other.isOver());
        QVERIFY(!other.handedOver());
        QCOMPARE(requested.size(), 0);
    }

    void theNextOneIsFirst()
    {
        {
            const SingleInstance ended(folder());
        }
        SingleInstance next(folder());
        QVERIFY(next.isFirst());
        QSignalSpy requested(&next, &SingleInstance::requested);
        const Later later(folder());
        QTRY_COMPARE(requested.size(), 1);
    }

    void garbageIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("empty line") << QByteArray("\n");
        QTest::newRow("no end") << QByteArray("[\"falconer\"");
        QTest::newRow("a web browser") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow("no list") << QByteArray("{\"a\": 1}\n");
        QTest::newRow("no words") << QByteArray("[[1], {}, 2.5]\n");
        QTest::newRow("unknown option") << QByteArray("[\"falconer\", \"--format-disk\"]\n");
        QTest::newRow("another errand") << QByteArray("[\"falconer\", \"--simulator\"]\n");
        QTest::newRow("far too much") << QByteArray(1'000'000, 'x');
    }

    void garbageIsNotTaken()
    {
        QFETCH(QByteArray, bytes);
        SingleInstance first(folder());
        QSignalSpy requested(&first, &SingleInstance::requested);
        QLocalSocket socket;
        socket.connectToServer(socketPath());
        QVERIFY(socket.waitForConnected());
        socket.write(bytes);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState); // at the latest after a while
        QCOMPARE(requested.size(), 0);
        const Later later(folder()); // is heard all the same
        QTRY_COMPARE(requested.size(), 1);
        QTRY_VERIFY(later.isOver());
        QVERIFY(later.handedOver());
    }

    // Something else has the place of the socket, and the one that has the folder says nothing.
    void whoGetsNoAnswerStarts()
    {
        QDir().mkpath(folder());
        QLockFile held(folder() + u"/falconer.lock"_s);
        QVERIFY(held.tryLock());
        QLocalServer mute;
        QVERIFY(mute.listen(socketPath()));
        QElapsedTimer clock;
        clock.start();
        SingleInstance second(folder());
        QVERIFY(!second.isFirst());
        QVERIFY(!second.handOver({ u"falconer"_s }));
        QVERIFY(clock.elapsed() < 6'000);
    }

#ifdef Q_OS_UNIX
    // A disk that takes nothing keeps nobody from starting.
    void aFolderThatCannotBeWrittenDoesNotMatter()
    {
        QFile blocked(m_dir->filePath(u"file"_s));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        SingleInstance one(m_dir->filePath(u"file/data"_s));
        QVERIFY(!one.isFirst());
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!one.handOver({ u"falconer"_s }));
        QVERIFY(clock.elapsed() < 1'000); // it waits for nobody
    }

    void onlyTheUserIsHeard()
    {
        const SingleInstance first(folder());
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(QFile::exists(socketPath()));
        QVERIFY(!(QFile::permissions(socketPath()) & others));
    }

#endif

#ifdef Q_OS_LINUX
    void asPrograms()
    {
        const QString home = m_dir->path();
        Program first(home);
        QTRY_VERIFY_WITH_TIMEOUT(first.hasWindow(), 30'000);
        Program second(home, { u"--server"_s, u"127.0.0.1:1"_s });
        QTRY_VERIFY_WITH_TIMEOUT(!second.isRunning(), 30'000);
        QCOMPARE(second.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.process().exitCode(), 0);
        QVERIFY(!second.process().readAllStandardOutput().isEmpty());
        QVERIFY(first.isRunning());

        // One that was killed leaves its socket and its lock behind.
        first.process().kill();
        QTRY_VERIFY(!first.isRunning());
        QVERIFY(QFile::exists(home + u"/Falconer/Falconer/falconer.socket"_s));
        Program third(home);
        QTRY_VERIFY_WITH_TIMEOUT(third.hasWindow(), 30'000);
        Program fourth(home);
        QTRY_VERIFY_WITH_TIMEOUT(!fourth.isRunning(), 30'000);
        QCOMPARE(fourth.process().exitCode(), 0);

        // Asked to end, it takes them with it.
        third.process().terminate();
        QTRY_VERIFY_WITH_TIMEOUT(!third.isRunning(), 30'000);
        QVERIFY(!QFile::exists(home + u"/Falconer/Falconer/falconer.socket"_s));
        QVERIFY(!QFile::exists(home + u"/Falconer/Falconer/falconer.lock"_s));
    }

    void oneThatHangsIsNotWaitedForLong()
    {
        const QString home = m_dir->path();
        Program first(home);
        QTRY_VERIFY_WITH_TIMEOUT(first.hasWindow(), 30'000);
        QCOMPARE(::kill(pid_t(first.process().processId()), SIGSTOP), 0);
        Program second(home);
        QTRY_VERIFY_WITH_TIMEOUT(second.hasWindow(), 30'000);
        QVERIFY(second.process().readAllStandardOutput().isEmpty());
        QCOMPARE(::kill(pid_t(first.process().processId()), SIGCONT), 0);
    }
#endif

    void theWindowComesToTheFront()
    {
        for (const char *const name : { "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME" })
            qputenv(name, m_dir->path().toUtf8());
        QCoreApplication::setOrganizationName(u"Falconer"_s);
        QCoreApplication::setApplicationName(u"Falconer"_s);
        Application application(*qApp, {});
        MainWindow &window = application.window();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.showMinimized();
        QVERIFY(window.isMinimized());
        application.startAgain({});
        QVERIFY(window.isVisible() && !window.isMinimized());
        QVERIFY(QTest::qWaitForWindowActive(&window));
        application.startAgain({ .server = QUrl(u"http://127.0.0.1:1"_s), .user = u"me"_s });
        QStringList typed;
        for (const QLineEdit *const field : window.connectPage().findChildren<QLineEdit *>())
            typed << field->text();
        QVERIFY(typed.contains(u"http://127.0.0.1:1"_s) && typed.contains(u"me"_s));
    }
};

FALCONER_TEST(tst_singleinstance)
#include "tst_singleinstance.moc"
