// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionbykey.h"
#include "services/deployment/journal.h"
#include "services/live/feed.h"
#include "services/simulator/demofleet.h"
#include "services/simulator/server.h"
#include "tests/support/hand.h"
#include "tests/support/testregistry.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/selectionbar.h"
#include "ui/deploy/targetspane.h"
#include "ui/plan/recoverysheet.h"
#include "ui/shared/banner.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// The workspace on a fleet of which some devices have a running action and no device answers.
struct Stage {
    Stage()
        : server(makeDemoFleet({ .targets = 400, .live = 400 }))
    {
        if (!server.start())
            qFatal("the simulator did not start");
        ClientOptions options;
        options.server = QUrl(u"http://127.0.0.1:%1"_s.arg(server.port()));
        options.credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s };
        options.useSystemProxy = false;
        client = std::make_unique<Client>(options);
        probe = probeServer(*client, [this](const Result<ServerFacts> &found) {
            facts = found.value_or(ServerFacts());
            open();
        });
    }
    ~Stage()
    {
        window.reset();
        feed.reset();
        client.reset(); // before the server, which waits for its connections
    }

    void open()
    {
        feed = std::make_unique<Feed>(*client);
        workspace = new DeployWorkspace(
            { *client, *feed, facts, { .profile = u"Test"_s, .journal = &journal }, settings });
        window = std::make_unique<QMainWindow>();
        window->setCentralWidget(workspace);
        window->resize(1440, 900);
        window->show();
    }

    TargetsPane &targets() const { return workspace->targets(); }
    // Only those on which something runs.
    bool isReady() const
    {
        return workspace && targets().model().total() > 2 && targets().model().itemAt(2)
            && targets().model().itemAt(2)->updateStatus == u"pending";
    }
    void select(int first, int last) const
    {
        clickRow(&targets().table(), first);
        clickRow(&targets().table(), last, Qt::ShiftModifier);
    }
    QPushButton *command(const QString &name) const
    {
        return targets().bar().findChild<QPushButton *>(name);
    }
    RecoverySheet *sheet() const
    {
        for (RecoverySheet *const sheet : window->findChildren<RecoverySheet *>()) {
            if (sheet->isVisible())
                return sheet;
        }
        return nullptr;
    }
    template <typename T> T *part(const QString &name) const
    {
        for (T *const each : sheet() ? sheet()->findChildren<T *>(name) : QList<T *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QString line(const QString &id) const
    {
        const auto *const label = part<QLabel>(QString("sentence-"_L1 + id));
        return label ? label->text() : QString();
    }
    // Once it is there: the lines of a sheet come with the next layout.
    void click(const QString &name) const
    {
        if (QTest::qWaitFor([&] { return part<QPushButton>(name) != nullptr; }))
            QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton);
        else
            QTest::qFail(qPrintable(name), __FILE__, __LINE__);
    }
    int actionsThatAre(const QString &status)
    {
        int count = 0;
        server.withFleet([&](Fleet &fleet) {
            for (const auto &[id, action] : fleet.actions.rows())
                count += action.status == status;
        });
        return count;
    }

    SimulatorServer server;
    QTemporaryDir folder;
    QSettings settings{ folder.filePath(u"s.ini"_s), QSettings::IniFormat };
    std::unique_ptr<Client> client;
    std::unique_ptr<Feed> feed;
    ServerFacts facts;
    Journal journal;
    Call probe;
    std::unique_ptr<QMainWindow> window;
    DeployWorkspace *workspace = nullptr;
};

} // namespace

class tst_recover : public Test {
    Q_OBJECT

private slots:
    void nothingSelectedSaysSo()
    {
        Stage stage;
        QTRY_VERIFY(stage.workspace && stage.targets().model().itemAt(2));
        for (const QString &name : { u"cancel"_s, u"force"_s, u"forceQuit"_s }) {
            QVERIFY(!stage.command(name)->isEnabled());
            QCOMPARE(stage.command(name)->toolTip(), u"Select targets first."_s);
        }
    }

    void cancelsManyAfterAsking()
    {
        Stage stage;
        QTRY_VERIFY(stage.workspace);
        stage.targets().setFilter(u"updatestatus==pending"_s);
        QTRY_VERIFY(stage.isReady());
        stage.select(0, 2);
        QTRY_VERIFY(stage.command(u"cancel"_s)->isEnabled());
        // Nothing is being cancelled yet: the reason stands where the command cannot be had.
        QTRY_COMPARE(stage.workspace->timeline().view().laneCount(), 3);
        QTRY_VERIFY(!stage.command(u"forceQuit"_s)->isEnabled());
        QVERIFY(stage.command(u"forceQuit"_s)->toolTip().contains(u"cancel first"_s));

        QTest::mouseClick(stage.command(u"cancel"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.line(u"allowed"_s).contains(u"stays active until the device agrees"_s));
        QCOMPARE(stage.actionsThatAre(u"canceling"_s), 0); // nothing is sent before
        stage.click(u"do"_s);
        QTRY_VERIFY(stage.part<QPushButton>(u"copy"_s));
        QCOMPARE(stage.actionsThatAre(u"canceling"_s), 3);
        // The result of each, by name.
        stage.click(u"show-done"_s);
        QTRY_VERIFY(stage.part<QPlainTextEdit>(u"names-done"_s));
        const QStringList names
            = stage.part<QPlainTextEdit>(u"names-done"_s)->toPlainText().split(u'\n');
        QCOMPARE(names.size(), 3);
        for (int row = 0; row < 3; ++row)
            QVERIFY(names.contains(stage.targets().model().keyAt(row)));
        stage.click(u"copy"_s);
        QVERIFY(QApplication::clipboard()->text().contains(names.first()));
        QCOMPARE(stage.journal.entries().size(), 1);
        QCOMPARE(stage.journal.entries().first().done, 3);

        // What was cancelled is shown as such, and can now be force-quit.
        stage.click(u"cancel"_s);
        QTRY_VERIFY(!stage.sheet());
        QTRY_VERIFY(stage.command(u"forceQuit"_s)->isEnabled());
        QTRY_VERIFY(!stage.command(u"cancel"_s)->isEnabled());
        QTest::mouseClick(stage.command(u"forceQuit"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.line(u"allowed"_s).contains(u"the device is never told"_s));
        stage.click(u"do"_s);
        QTRY_COMPARE(stage.actionsThatAre(u"canceled"_s), 3);
    }

    void keepingThemChangesNothing()
    {
        Stage stage;
        QTRY_VERIFY(stage.workspace);
        stage.targets().setFilter(u"updatestatus==pending"_s);
        QTRY_VERIFY(stage.isReady());
        stage.select(0, 1);
        QTRY_VERIFY(stage.command(u"cancel"_s)->isEnabled());
        QTest::mouseClick(stage.command(u"cancel"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.part<QPushButton>(u"cancel"_s));
        stage.click(u"cancel"_s);
        QTRY_VERIFY(!stage.sheet());
        QCOMPARE(stage.actionsThatAre(u"canceling"_s), 0);
        QVERIFY(stage.journal.entries().isEmpty());
        QCOMPARE(stage.targets().picked().count, 2);
    }

    void f6GoesThroughThePanes()
    {
        Stage stage;
        QTRY_VERIFY(stage.workspace && stage.targets().model().itemAt(2));
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        clickRow(&stage.targets().table(), 0); // gives the timeline a lane
        QTRY_VERIFY(stage.workspace->timeline().view().isVisible());
        const QWidget *const first = QApplication::focusWidget();
        QSet<const QWidget *> seen{ first };
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            seen << QApplication::focusWidget();
        }
        QCOMPARE(seen.size(), 5); // the details are hidden
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), first);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(QApplication::focusWidget() != first);
    }

    void aNoticeCanBeDismissed()
    {
        Stage stage;
        QTRY_VERIFY(stage.workspace);
        stage.targets().showNotice(u"Nothing runs on the selected targets."_s);
        auto *const banner = stage.targets().findChild<Banner *>();
        QVERIFY(banner->isVisible());
        clickAt(banner->findChild<QToolButton *>());
        QVERIFY(!banner->isVisible());
    }
};

FALCONER_TEST(tst_recover)
#include "tst_recover.moc"
