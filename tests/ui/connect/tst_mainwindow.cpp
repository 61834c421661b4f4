// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/halfdownloads.h"
#include "services/hawkbit/softwaremodules.h"
#include "services/history/historyfolder.h"
#include "services/live/feed.h"
#include "services/session/profilestore.h"
#include "services/session/session.h"
#include "services/simulator/server.h"
#include "tests/support/testregistry.h"
#include "tests/ui/connect/windowparts.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/environment.h"
#include "ui/frame/livetext.h"
#include "ui/frame/profilepill.h"
#include "ui/frame/rail.h"
#include "ui/frame/topbar.h"
#include "ui/frame/windowframe.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingssheet.h"
#include "ui/shared/banner.h"
#include "ui/shared/sheet.h"
#include "ui/shared/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// Remembers what the window asked of it.
class ScriptedWorkspace final : public Workspace {
public:
    explicit ScriptedWorkspace(QStringList &log, Feed *feed = nullptr)
        : feed(feed)
        , m_log(log)
        , m_search(new QLineEdit(this))
    {
    }
    ~ScriptedWorkspace() override { m_log << u"gone"_s; }

    int pendingChanges() const override { return pending; }
    QWidget *searchField() override { return m_search; }
    void focusSearch() override { m_log << u"search"_s; }
    void refresh() override { m_log << u"refresh"_s; }
    void showPendingChanges() override { m_log << u"changes"_s; }
    void saveState() override { m_log << u"save"_s; }

    Feed *feed;
    int pending = 0;

private:
    QStringList &m_log;
    QLineEdit *m_search;
};

} // namespace

class tst_mainwindow : public Test {
    Q_OBJECT

    struct Bench : WindowParts {
        QStringList log;
        Client *client = nullptr;
        std::unique_ptr<MainWindow> window;

        WorkspaceDoor door(WorkspaceKind kind)
        {
            return { kind, [this](const WorkspaceParts &parts) {
                        client = &parts.session.client();
                        return new ScriptedWorkspace(log, &parts.feed);
                    } };
        }

        MainWindow &show()
        {
            window = std::make_unique<MainWindow>(MainWindow::Parts{ profiles, secrets, settings,
                theme, patterns, { door(WorkspaceKind::Deploy), door(WorkspaceKind::Actions) },
                folder.filePath(u"histories"_s) });
            window->show();
            return *window;
        }
    };

    SimulatorServer m_server{ std::make_unique<Fleet>() };

    Profile profile(bool production) const
    {
        return { .name = u"Here"_s,
            .server = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.port())),
            .user = u"admin"_s,
            .colour = u"red"_s,
            .isProduction = production };
    }

    static QAbstractButton *doorNamed(const MainWindow &window, const QString &name)
    {
        const auto doors = window.findChild<Rail *>()->findChildren<QAbstractButton *>();
        const auto found = std::ranges::find(doors, name, &QAbstractButton::text);
        return found == doors.end() ? nullptr : *found;
    }

private slots:
    void initTestCase() { QVERIFY(m_server.start()); }

    void isNoLargerThanItsScreen()
    {
        Bench bench;
        MainWindow &window = bench.show();
        const QSize room = window.screen()->availableSize().expandedTo(window.minimumSize());
        QVERIFY(window.width() <= room.width());
        QVERIFY(window.height() <= room.height());
    }

    void saysThatTheConnectionIsNotSaved()
    {
        Bench bench;
        QVERIFY(bench.folder.remove()); // of the settings
        QFile inTheWay(bench.folder.path());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        MainWindow &window = bench.show();
        window.connectPage().connectTo(profile(false), u"admin"_s);
        QTRY_VERIFY(window.isConnected());
        QTRY_COMPARE(window.findChild<Banner *>()->sentence(),
            u"Connected, but the connection could not be saved: "_s + bench.settings.fileName());
        QVERIFY(inTheWay.remove());
    }

    void opensTheWorkspaceAndLeavesIt()
    {
        Bench bench;
        MainWindow &window = bench.show();
        QVERIFY(!window.findChild<TopBar *>()->isVisible());
        window.connectPage().connectOnce(profile(false), u"admin"_s);
        QTRY_VERIFY(window.isConnected());
        QVERIFY(window.findChild<TopBar *>()->isVisible());
        QVERIFY(window.windowTitle().startsWith(u"Here"_s));
        QVERIFY(!window.findChild<WindowFrame *>()->strip().isValid());
        QTest::keyClick(&window, Qt::Key_F5);
        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(bench.log, QStringList({ u"refresh"_s, u"search"_s }));
        window.disconnectFromServer();
        QVERIFY(!window.isConnected());
        QCOMPARE(bench.log.mid(2), QStringList({ u"save"_s, u"gone"_s }));
        QVERIFY(window.connectPage().isVisible());
        QVERIFY(window.connectPage().isAncestorOf(window.focusWidget())); // keys reach it
        QVERIFY(bench.profiles.profiles().isEmpty()); // of the moment: nothing is kept
    }

    void leavingWaitsForTheAnswerToWhatWasSent_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("closing") << true;
        QTest::newRow("disconnecting") << false;
    }

    void leavingWaitsForTheAnswerToWhatWasSent()
    {
        QFETCH(bool, isClosed);
        Bench bench;
        MainWindow &window = bench.show();
        const auto leave = [&] { isClosed ? void(window.close()) : window.disconnectFromServer(); };
        const auto isLeft = [&] { return isClosed ? !window.isVisible() : !window.isConnected(); };
        window.connectPage().connectOnce(profile(false), u"admin"_s);
        QTRY_VERIFY(window.isConnected());
        bool isAnswered = false;
        const Call sent = bench.client->send(
            deleteSoftwareModule(1), [&](const Result<Nothing> &) { isAnswered = true; });
        leave();
        QVERIFY(!isLeft());
        QTRY_VERIFY(isLeft());
        QVERIFY(isAnswered);
    }

    void whoInsistsDoesNotWait()
    {
        Bench bench;
        MainWindow &window = bench.show();
        window.connectPage().connectOnce(profile(false), u"admin"_s);
        QTRY_VERIFY(window.isConnected());
        const Call reading = bench.client->send(getSoftwareModule(1), [](const auto &) {});
        const Call sent = bench.client->send(deleteSoftwareModule(1), [](const auto &) {});
        QVERIFY(!window.close());
        QVERIFY(window.close());
        bench.window.reset(); // nobody is told any more
    }

    // What devices reported is nobody's once the profile is gone.
    void historiesGoWithTheirProfile()
    {
        Bench bench;
        Profile kept = profile(false);
        kept.id = u"kept"_s;
        Profile gone = kept;
        gone.id = u"gone"_s;
        gone.name = u"A"_s; // the first of the list, which is shown
        QVERIFY(bench.profiles.save(kept));
        QVERIFY(bench.profiles.save(gone));
        const QString folder = bench.folder.filePath(u"histories"_s);
        QVERIFY(QDir().mkpath(folder));
        const QString file = historyPath(folder, u"gone"_s);
        for (const QString &path : { file, QString(file + u"-wal"_s), QString(file + u"-shm"_s),
                 historyPath(folder, u"kept"_s) })
            QVERIFY(QFile(path).open(QIODevice::WriteOnly));
        for (const QString &id : { u"gone"_s, u"kept"_s })
            HalfDownloads(bench.settings, id).add({ .path = u"/home/me/image.bin"_s });
        const MainWindow &window = bench.show();
        for (QPushButton *const button : window.connectPage().findChildren<QPushButton *>()) {
            if (button->text() == u"Delete"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(!bench.profiles.find(u"gone"_s));
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{ u"kept.sqlite"_s });
        QVERIFY(HalfDownloads(bench.settings, u"gone"_s).orders().isEmpty());
        QCOMPARE(HalfDownloads(bench.settings, u"kept"_s).orders().size(), 1);
    }

    void productionIsSeen()
    {
        Bench bench;
        MainWindow &window = bench.show();
        window.connectPage().connectOnce(profile(true), u"admin"_s);
        QTRY_VERIFY(window.isConnected());
        QCOMPARE(window.findChild<WindowFrame *>()->strip(), environmentColour(u"red"_s));
        const QImage image = window.grab().toImage();
        QCOMPARE(image.pixelColor(1, 300), environmentColour(u"red"_s));
        QCOMPARE(image.pixelColor(image.width() - 2, 300), environmentColour(u"red"_s));
    }

    void settingsOpenByKeyAndOnce()
    {
        Bench bench;
        MainWindow &window = bench.show();
        const auto sheets = [&window] {
            return window.findChildren<SettingsSheet *>(Qt::FindDirectChildrenOnly);
        };
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier); // of no server
        QCOMPARE(sheets().size(), 1);
        QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(sheets().size(), 1);
        QTest::keyClick(sheets().constFirst(), Qt::Key_Escape);
        QTRY_VERIFY(sheets().isEmpty());
        bench.theme.setChoice(ThemeChoice::Dark); // remembered, whoever chose it
        QCOMPARE(bench.settings.value(u"window/look"_s).toInt(), int(ThemeChoice::Dark));
        bench.theme.setChoice(ThemeChoice::Light);
    }

    void whoDisconnectsIsToldWhatCouldNotBeForgotten()
    {
        Bench bench;
        MainWindow &window = bench.show();
        window.connectPage().connectOnce(profile(false), u"admin"_s);
        QTRY_VERIFY(window.isConnected());
        bench.settings.setValue(u"profileSchemaVersion"_s, 1000); // by a newer Falconer
        window.disconnectFromServer();
        QVERIFY(!window.isConnected());
        const auto *const banner = window.findChild<WindowFrame *>()->findChild<Banner *>(
            QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(banner->isVisible());
        QVERIFY(!banner->sentence().isEmpty());
    }

    void waitingChangesAreOffered()
    {
        Bench bench;
        MainWindow &window = bench.show();
        window.connectPage().connectOnce(profile(false), u"admin"_s);
        QTRY_VERIFY(window.isConnected());
        auto *const top = window.findChild<TopBar *>();
        auto *const button = top->findChild<QPushButton *>();
        QVERIFY(!button->isVisible());
        emit window.findChild<Workspace *>()->pendingChangesChanged(37);
        QVERIFY(button->isVisible());
        QVERIFY(button->text().startsWith(u"37"_s));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(bench.log, QStringList{ u"changes"_s });
    }

    void onlyTheWorkspaceInSightIsFed()
    {
        Bench bench;
        MainWindow &window = bench.show();
        window.connectPage().connectOnce(profile(false), u"admin"_s);
        QTRY_VERIFY(window.isConnected());
        auto *const deploy = window.findChild<ScriptedWorkspace *>();
        QVERIFY(deploy->isVisible());
        QVERIFY(deploy->searchField()->isVisible());
        // The second one is made when it is first opened, by a key as well as by its door.
        QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
        const QList<ScriptedWorkspace *> both = window.findChildren<ScriptedWorkspace *>();
        QCOMPARE(both.size(), 2);
        ScriptedWorkspace *const actions = both[0] == deploy ? both[1] : both[0];
        QVERIFY(actions->isVisible());
        QVERIFY(!deploy->isVisible());
        QVERIFY(actions->searchField()->isVisible());
        QVERIFY(!deploy->searchField()->isVisible());
        QCOMPARE(deploy->feed->state(), Feed::State::Paused);
        QCOMPARE(actions->feed->state(), Feed::State::Live);
        auto *const changes = window.findChild<TopBar *>()->findChild<QPushButton *>();
        deploy->pending = 3;
        emit deploy->pendingChangesChanged(3); // of one that nobody sees
        QVERIFY(!changes->isVisible());
        auto *const door = doorNamed(window, u"Deploy"_s);
        QTest::mouseClick(door, Qt::LeftButton);
        QVERIFY(deploy->isVisible());
        QVERIFY(door->isChecked());
        QVERIFY(changes->isVisible()); // they still wait
        QCOMPARE(deploy->feed->state(), Feed::State::Live);
        QCOMPARE(actions->feed->state(), Feed::State::Paused);
        QVERIFY(!doorNamed(window, u"Rollouts"_s)->isEnabled()); // has no workspace yet
        // An open sheet is answered first.
        QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
        QTRY_VERIFY(window.findChild<Sheet *>());
        QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
        QVERIFY(deploy->isVisible());
        QVERIFY(door->isChecked());
        QTest::keyClick(window.findChild<Sheet *>(), Qt::Key_Escape);
        QTRY_VERIFY(!window.findChild<Sheet *>());
        window.disconnectFromServer();
        QCOMPARE(bench.log, QStringList({ u"save"_s, u"save"_s, u"gone"_s, u"gone"_s }));
    }

    void opensWhereItWasLeft()
    {
        Bench bench;
        MainWindow *window = &bench.show();
        window->connectPage().connectOnce(profile(false), u"admin"_s);
        QTRY_VERIFY(window->isConnected());
        QVERIFY(doorNamed(*window, u"Deploy"_s)->isChecked()); // the first, the first time
        QTest::keyClick(window, Qt::Key_4, Qt::ControlModifier);
        window->disconnectFromServer();
        window->connectPage().connectOnce(profile(false), u"admin"_s);
        QTRY_VERIFY(window->isConnected());
        QVERIFY(doorNamed(*window, u"Actions"_s)->isChecked());
        window->close();
        window = &bench.show();
        window->connectPage().connectOnce(profile(false), u"admin"_s);
        QTRY_VERIFY(window->isConnected());
        QVERIFY(doorNamed(*window, u"Actions"_s)->isChecked());
        QCOMPARE(window->findChildren<ScriptedWorkspace *>().size(), 1); // no other one was made
        // Of a version that had more of them.
        window->disconnectFromServer();
        bench.settings.setValue(u"window/workspace"_s, u"greenhouse"_s);
        window->connectPage().connectOnce(profile(false), u"admin"_s);
        QTRY_VERIFY(window->isConnected());
        QVERIFY(doorNamed(*window, u"Deploy"_s)->isChecked());
    }

    void sizeIsRemembered()
    {
        Bench bench;
        bench.show().resize(1200, 720);
        QTRY_COMPARE(bench.window->size(), QSize(1200, 720));
        bench.window->close();
        bench.show();
        QTRY_COMPARE(bench.window->size(), QSize(1200, 720));
    }

    void closingWhileConnectedIsClean()
    {
        Bench bench;
        MainWindow &window = bench.show();
        window.connectPage().connectOnce(profile(false), u"admin"_s);
        QTRY_VERIFY(window.isConnected());
        window.close();
        bench.window.reset();
        QCOMPARE(bench.log, QStringList({ u"save"_s, u"gone"_s }));
    }

    void liveStateInWords()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(liveText(Feed::State::Live, now.addSecs(-2), now).text, u"live, 2 s ago"_s);
        QCOMPARE(liveText(Feed::State::Live, {}, now).text, u"live"_s);
        const LiveText failing = liveText(Feed::State::Failing, now.addSecs(-130), now);
        QCOMPARE(failing.text, u"no answer, 2 min ago"_s);
        QCOMPARE(failing.tone, Tone::Failure);
    }
};

FALCONER_TEST(tst_mainwindow)
#include "tst_mainwindow.moc"
