// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "tests/ui/uploads/dockstage.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/uploads/limitsmenu.h"
#include "ui/uploads/uploadshead.h"
#include "ui/uploads/uploadtext.h"

#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_uploadsdock : public Test {
    Q_OBJECT

    static QToolButton *command(const DockStage &stage, const QString &name)
    {
        return stage.dock->findChild<QToolButton *>(name);
    }

private slots:
    void isAQuietLineWhileThereIsNothingToTell()
    {
        DockStage stage;
        stage.open();
        QVERIFY(!stage.dock->isOpen());
        QTRY_COMPARE(stage.dock->height(), Metrics::statusBarHeight);
        QVERIFY(stage.isLaidOut());
        const auto *const totals = stage.dock->findChild<QLabel *>(u"totals"_s);
        QVERIFY(totals->isVisible());
        QCOMPARE(totals->text(), u"Nothing is being uploaded."_s);
        QCOMPARE(totals->property("look").toString(), u"quiet"_s);
        auto *const head = stage.dock->findChild<UploadsHead *>();
        QTest::mouseClick(head, Qt::LeftButton, {}, QPoint(600, 12));
        QVERIFY(stage.dock->isOpen());
        QVERIFY(stage.table().emptyState().isVisible());
        stage.dock->toggle();
        QVERIFY(!stage.dock->isOpen());
        // Closed while it is empty is not closed for good.
        const qint64 id = stage.add(u"a"_s);
        QVERIFY(stage.dock->isOpen());
        QVERIFY(!stage.table().emptyState().isVisible());
        stage.table().setFocus();
        stage.queue->cancel({ id });
        QVERIFY(!stage.dock->isOpen());
        QTRY_COMPARE(stage.dock->height(), Metrics::statusBarHeight);
        QCOMPARE(stage.window->focusWidget(), command(stage, u"toggle"_s));
    }

    void filesGoToTheServer()
    {
        DockStage stage;
        stage.open();
        const qint64 id = stage.add(u"a.bin"_s);
        QCOMPARE(stage.text(id, UploadFileColumn), u"a.bin"_s);
        QCOMPARE(stage.text(id, UploadModuleColumn), u"gateway 1.0"_s);
        QCOMPARE(stage.text(id, UploadStateColumn), u"waits for sign-in"_s);
        stage.connect();
        QTRY_COMPARE(stage.text(id, UploadStateColumn), u"done"_s);
        QCOMPARE(stage.artifacts(), QStringList{ u"a.bin"_s });
        // Done is done: a click takes it away.
        QTest::mouseClick(command(stage, u"removeFinished"_s), Qt::LeftButton);
        QVERIFY(stage.queue->uploads().isEmpty());
        QVERIFY(!command(stage, u"removeFinished"_s)->isEnabled());
        QVERIFY(!command(stage, u"removeFinished"_s)->toolTip().isEmpty());
        QCOMPARE(stage.artifacts().size(), 1);
    }

    void closesToALineAndRemembersIt()
    {
        DockStage stage;
        stage.open();
        stage.add(u"a"_s);
        QVERIFY(stage.dock->isOpen());
        auto *const splitter = qobject_cast<QSplitter *>(stage.window->centralWidget());
        splitter->setSizes({ 300, 400 });
        emit splitter->splitterMoved(0, 1);
        const int height = stage.dock->height();
        QVERIFY(height > 300);
        QTest::mouseClick(command(stage, u"toggle"_s), Qt::LeftButton);
        QVERIFY(!stage.dock->isOpen());
        QTRY_COMPARE(stage.dock->height(), Metrics::statusBarHeight);
        QVERIFY(!stage.table().isVisible());
        auto *const totals = stage.dock->findChild<QLabel *>(u"totals"_s);
        QVERIFY(totals->isVisible());
        QCOMPARE(totals->text(), u"1 waiting"_s);
        stage.close();
        stage.open();
        QVERIFY(!stage.dock->isOpen()); // as it was left
        QVERIFY(stage.dock->isVisible());
        QTest::mouseClick(stage.dock->findChild<UploadsHead *>(), Qt::LeftButton, {},
            QPoint(600, 16)); // all of the line opens it
        QVERIFY(stage.dock->isOpen());
        QTRY_COMPARE(stage.dock->height(), height);
    }

    // Files for one module are sent one after the other, although more could be at once.
    void saysWhichFileOfItsModuleOneWaitsFor()
    {
        DockStage stage;
        stage.open();
        stage.queue->setLimits({ .atOnce = 3, .bytesPerSecond = 20'000 });
        stage.connect();
        const qint64 first = stage.add(u"kb-1.bin"_s, 2'000'000);
        QTRY_COMPARE(stage.state(first), UploadState::Sending);
        const qint64 second = stage.add(u"kb-2.bin"_s);
        const qint64 third = stage.add(u"kb-3.bin"_s);
        QCOMPARE(stage.state(second), UploadState::Waiting);
        QCOMPARE(
            stage.text(second, UploadStateColumn), u"waits for kb-1.bin, of the same module"_s);
        QCOMPARE(stage.text(third, UploadStateColumn), u"waits for kb-1.bin, of the same module"_s);
        const UploadList &list = stage.dock->list();
        QVERIFY(list.index(list.rowOf(second), UploadStateColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .startsWith(u"Waits for kb-1.bin: "_s));
        stage.queue->pause({ third }); // waits for a person
        QCOMPARE(stage.text(third, UploadStateColumn), u"paused"_s);
        stage.queue->cancel({ first });
        QTRY_COMPARE(stage.state(second), UploadState::Done);
        QCOMPARE(stage.text(second, UploadStateColumn), u"done"_s);
    }

    // However narrow: ports tell servers on one host apart.
    void thePortOfAServerIsSeen()
    {
        DockStage stage;
        Upload upload = stage.stored(1, u"a"_s, UploadState::Asking, UploadProblem::ProfileGone);
        upload.profileId = u"x"_s;
        const auto drawn = [&](int port) {
            stage.close();
            upload.server = u"http://127.0.0.1:%1"_s.arg(port);
            stage.seed({ upload });
            stage.open([](const QString &) { return QString(); });
            stage.table().setColumnWidth(UploadProfileColumn, 90);
            const QModelIndex index = stage.dock->list().index(0, UploadProfileColumn);
            return stage.table().viewport()->grab(stage.table().visualRect(index)).toImage();
        };
        QVERIFY(drawn(8080) != drawn(8092));
    }

    void commandsAreForTheSelectedElseForAll()
    {
        DockStage stage;
        stage.open();
        const qint64 a = stage.add(u"a"_s);
        const qint64 b = stage.add(u"b"_s);
        const qint64 c = stage.add(u"c"_s);
        QTRY_VERIFY(stage.isLaidOut());
        QVERIFY(!command(stage, u"resume"_s)->isEnabled());
        QVERIFY(!command(stage, u"first"_s)->isEnabled());
        QVERIFY(!command(stage, u"remove"_s)->isEnabled());
        clickRow(&stage.table(), 1);
        QVERIFY(command(stage, u"remove"_s)->isEnabled());
        QTest::mouseClick(command(stage, u"pause"_s), Qt::LeftButton);
        QCOMPARE(stage.state(b), UploadState::Paused);
        QCOMPARE(stage.state(a), UploadState::NotConnected);
        QVERIFY(!command(stage, u"pause"_s)->isEnabled()); // it is
        stage.table().clearSelection();
        QTest::mouseClick(command(stage, u"pause"_s), Qt::LeftButton);
        QCOMPARE(stage.state(a), UploadState::Paused);
        QTest::mouseClick(command(stage, u"resume"_s), Qt::LeftButton);
        QCOMPARE(stage.state(b), UploadState::NotConnected);
        QCOMPARE(stage.state(c), UploadState::NotConnected);
        clickRow(&stage.table(), 2);
        QTest::mouseClick(command(stage, u"first"_s), Qt::LeftButton);
        QCOMPARE(stage.rows(), u"c a b"_s);
        QCOMPARE(stage.table().selectedIds(), QList<qint64>{ c }); // held by its identity
        QVERIFY(!command(stage, u"first"_s)->isEnabled());
        QTest::mouseClick(command(stage, u"remove"_s), Qt::LeftButton);
        QCOMPARE(stage.rows(), u"a b"_s);
    }

    // A second press of the same key takes nothing out.
    void theKeyboardStaysWithWhatApplies()
    {
        DockStage stage;
        stage.open();
        const qint64 a = stage.add(u"a"_s);
        stage.add(u"b"_s);
        QTRY_VERIFY(stage.isLaidOut());
        clickRow(&stage.table(), 0);
        const auto press = [&](const QString &name) {
            command(stage, name)->setFocus();
            QTest::keyClick(command(stage, name), Qt::Key_Space);
        };
        press(u"pause"_s);
        QCOMPARE(stage.state(a), UploadState::Paused);
        QCOMPARE(stage.window->focusWidget(), command(stage, u"resume"_s));
        QTest::keyClick(stage.window->focusWidget(), Qt::Key_Space);
        QCOMPARE(stage.state(a), UploadState::NotConnected);
        QCOMPARE(stage.window->focusWidget(), command(stage, u"pause"_s));
        press(u"remove"_s);
        QCOMPARE(stage.rows(), u"b"_s);
        if (!command(stage, u"remove"_s)->isEnabled())
            QCOMPARE(stage.window->focusWidget(), &stage.table());
        stage.connect();
        QTRY_COMPARE(stage.queue->totals().done, 1);
        press(u"removeFinished"_s);
        QCOMPARE(stage.rows(), QString());
        QVERIFY(stage.window->focusWidget() != command(stage, u"limits"_s));
    }

    void keysMoveAndRemove()
    {
        DockStage stage;
        stage.open();
        for (const QString &name : { u"a"_s, u"b"_s, u"c"_s, u"d"_s })
            stage.add(name);
        QTRY_VERIFY(stage.isLaidOut());
        stage.table().setFocus();
        clickRow(&stage.table(), 1);
        clickRow(&stage.table(), 2, Qt::ShiftModifier);
        QTest::keyClick(&stage.table(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(stage.rows(), u"b c a d"_s);
        QTest::keyClick(&stage.table(), Qt::Key_Up, Qt::AltModifier); // is at the top
        QCOMPARE(stage.rows(), u"b c a d"_s);
        QTest::keyClick(&stage.table(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&stage.table(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&stage.table(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(stage.rows(), u"a d b c"_s);
        QTest::keyClick(&stage.table(), Qt::Key_Delete);
        QCOMPARE(stage.rows(), u"a d"_s);
    }

    void failedOnesAreTakenOutTogether()
    {
        DockStage stage;
        stage.seed({ stage.stored(1, u"a"_s, UploadState::Failed, UploadProblem::Quota),
            stage.stored(2, u"b"_s, UploadState::Paused),
            stage.stored(3, u"c"_s, UploadState::Failed, UploadProblem::TooLarge),
            stage.stored(4, u"d"_s, UploadState::Asking, UploadProblem::FileChanged),
            stage.stored(5, u"e"_s, UploadState::Done) });
        stage.open();
        QTRY_VERIFY(stage.isLaidOut());
        QToolButton *const remove = command(stage, u"removeFailed"_s);
        QVERIFY(remove->isEnabled());
        QTest::mouseClick(remove, Qt::LeftButton);
        QCOMPARE(stage.rows(), u"b d e"_s);
        QVERIFY(!remove->isEnabled());
        QCOMPARE(remove->toolTip(), u"Nothing failed."_s);
    }

    // Who aims at one command does not hit another one since something failed meanwhile.
    void theHeadKeepsItsPlaces()
    {
        DockStage stage;
        stage.seed({ stage.stored(1, u"a"_s, UploadState::Paused) });
        stage.open();
        stage.window->resize(972, 636); // beside the rail of a window of 1024
        for (QAction *const action : stage.dock->findChild<LimitsMenu *>()->actions()) {
            if (action->text() == "4"_L1 || action->text() == "at most 5.0 MiB/s"_L1)
                action->trigger(); // the longest words
        }
        QTRY_VERIFY(stage.isLaidOut());
        const QStringList names{ u"pause"_s, u"resume"_s, u"retry"_s, u"first"_s, u"remove"_s,
            u"removeFinished"_s, u"removeFailed"_s, u"limits"_s };
        const auto places = [&] {
            QList<QRect> all;
            for (const QString &name : names)
                all << QRect(command(stage, name)->mapTo(stage.dock, QPoint()),
                    command(stage, name)->size());
            return all;
        };
        QCOMPARE(stage.dock->width(), 972); // nothing needs more room
        QTRY_VERIFY(stage.dock->rect().contains(places().constLast()));
        for (const QString &name : names)
            QTRY_VERIFY(command(stage, name)->width() >= command(stage, name)->sizeHint().width());
        const QList<QRect> before = places();
        QVERIFY(!command(stage, u"removeFailed"_s)->isEnabled());
        ScriptedServer server([](const HeardRequest &) { return httpAnswer(404); });
        stage.connect(u"p"_s, server.url());
        stage.queue->resume({ 1 });
        QTRY_COMPARE(stage.state(1), UploadState::Failed);
        QVERIFY(command(stage, u"removeFailed"_s)->isEnabled());
        QTest::qWait(0); // what is laid out anew is by then
        QCOMPARE(places(), before);
    }

    // Widths stored in a wide window, then a narrow one: what can be answered stays within reach.
    void answersStayInANarrowerWindow()
    {
        DockStage stage;
        QList<Upload> uploads;
        for (qint64 id = 1; id <= 12; ++id)
            uploads << stage.stored(id, u"file-%1.bin"_s.arg(id), UploadState::Asking,
                id % 2 == 0 ? UploadProblem::ModuleLocked : UploadProblem::FileChanged);
        stage.seed(uploads);
        stage.settings.setValue(u"uploads/columns"_s,
            QByteArray(R"({"columns":[{"id":"file","width":200},{"id":"module","width":160},)"
                       R"({"id":"profile","width":0,"hidden":true},{"id":"state","width":160},)"
                       R"({"id":"progress","width":868}]})"));
        stage.open();
        stage.window->resize(972, 636);            // beside the rail of a window of 1024
        stage.add(u"other.bin"_s, 10, u"other"_s); // the column Server
        UploadsTable &table = stage.table();
        QVERIFY(!table.isColumnHidden(UploadProfileColumn));
        QTRY_VERIFY(table.verticalScrollBar()->isVisible());
        QTRY_COMPARE(table.horizontalHeader()->length(), table.viewport()->width());
        QVERIFY(!table.horizontalScrollBar()->isVisible());
        for (const qint64 id : { 1, 2 }) {
            QPushButton *const remove = stage.answer(id, u"Remove"_s);
            QVERIFY(remove);
            QTRY_VERIFY(table.viewport()->rect().contains(
                QRect(remove->mapTo(table.viewport(), QPoint()), remove->size())));
        }
    }

    void theRowMenuHasAnswersAndCommands()
    {
        DockStage stage;
        Upload taken = stage.stored(1, u"a"_s, UploadState::Asking, UploadProblem::NameTaken);
        taken.artifactId = 7;
        stage.seed({ taken, stage.stored(2, u"b"_s, UploadState::Paused) });
        stage.open();
        stage.table().setFocus();
        stage.table().setCurrentIndex(stage.dock->list().index(0, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(stage.table().viewport(), &event);
        auto *const menu = stage.table().findChild<QMenu *>();
        QVERIFY(menu);
        QStringList texts;
        for (const QAction *const action : menu->actions()) {
            if (!action->isSeparator())
                texts << action->text() + (action->isEnabled() ? u""_s : u" (no)"_s);
        }
        QCOMPARE(texts,
            QStringList({ u"Replace"_s, u"Send as..."_s, u"Pause (no)"_s, u"Resume (no)"_s,
                u"This first (no)"_s, u"Copy path"_s, u"Remove"_s }));
        menu->actions().constLast()->trigger();
        QCOMPARE(stage.rows(), u"b"_s);
        menu->close();
    }

    void limitsAreChosenAndRemembered()
    {
        DockStage stage;
        stage.open();
        auto *const menu = stage.dock->findChild<LimitsMenu *>();
        QCOMPARE(menu->summary(), u"2 at once"_s);
        QStringList headings; // drawn: a title of a section would not be
        for (const QAction *const action : menu->actions()) {
            if (!action->isSeparator() && !action->isEnabled())
                headings << action->text();
        }
        QCOMPARE(headings, QStringList({ u"Files at once"_s, u"Speed of all together"_s }));
        for (QAction *const action : menu->actions()) {
            if (action->text() == "4"_L1 || action->text() == "at most 5.0 MiB/s"_L1)
                action->trigger();
        }
        QCOMPARE(stage.queue->limits().atOnce, 4);
        QCOMPARE(stage.queue->limits().bytesPerSecond, 5 * 1024 * 1024);
        QCOMPARE(command(stage, u"limits"_s)->text(), u"4 at once, 5.0 MiB/s"_s);
        stage.close();
        stage.open();
        QCOMPARE(stage.queue->limits().atOnce, 4);
        QCOMPARE(stage.queue->limits().bytesPerSecond, 5 * 1024 * 1024);
    }

    void theServerIsNamedWhenItIsNotTheWindows()
    {
        DockStage stage;
        stage.open();
        stage.add(u"a"_s);
        QVERIFY(stage.table().isColumnHidden(UploadProfileColumn));
        const qint64 other = stage.add(u"b"_s, 10, u"other"_s);
        QVERIFY(!stage.table().isColumnHidden(UploadProfileColumn));
        QCOMPARE(stage.text(other, UploadProfileColumn), u"other"_s);
        stage.queue->cancel({ other });
        QVERIFY(stage.table().isColumnHidden(UploadProfileColumn));
        const QString longName = u"gateways.berlin:8081"_s; // the port tells it from another
        const qint64 another = stage.add(u"c"_s, 10, longName);
        QVERIFY(stage.table().columnWidth(UploadProfileColumn)
            > stage.table().fontMetrics().horizontalAdvance(longName));
        stage.queue->cancel({ another });
        QVERIFY(stage.table().isColumnHidden(UploadProfileColumn));
        stage.dock->setProfile(u"other"_s); // the window turns to another one
        QVERIFY(!stage.table().isColumnHidden(UploadProfileColumn));
        stage.dock->setProfile(u"p"_s);
        QVERIFY(stage.table().isColumnHidden(UploadProfileColumn));
    }

    void aQueueThatCannotBeKeptIsSaid()
    {
        DockStage stage;
        stage.makeFile(u"q"_s, 1); // where the queue's folder would be
        stage.settings.setValue(u"uploads/open"_s, false);
        stage.open();
        const auto *const banner = stage.dock->findChild<Banner *>();
        QVERIFY(banner->isVisible()); // at once, before anything is queued
        const qint64 id = stage.add(u"a.bin"_s);
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->sentence(), u"The queue cannot be kept on this computer's disk."_s);
        stage.connect(); // it goes on all the same
        QTRY_COMPARE(stage.state(id), UploadState::Done);
    }

    void aQueueThatAnotherFalconerHasIsSaid()
    {
        DockStage stage;
        stage.seed({ stage.stored(1, u"a.bin"_s, UploadState::Paused) });
        UploadFile other(stage.queuePath());
        QVERIFY(other.load());
        stage.open();
        const auto *const banner = stage.dock->findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->sentence(), u"Another Falconer has the queue."_s);
    }

    void aDamagedQueueIsSaidToBePutAside()
    {
        DockStage stage;
        stage.seed({ stage.stored(1, u"a.bin"_s, UploadState::Paused) });
        QFile file(stage.queuePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'x'));
        file.close();
        stage.settings.setValue(u"uploads/open"_s, false);
        stage.open();
        QVERIFY(stage.dock->isOpen()); // although it is empty and was left closed
        const auto *const banner = stage.dock->findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->sentence(),
            u"The file of the queue was damaged. The queue begins anew without what it held."_s);
        QVERIFY(banner->accessibleDescription().contains(
            QDir::toNativeSeparators(stage.queue->putAside()->where)));
        stage.add(u"b.bin"_s);
        QVERIFY(banner->isVisible());
        auto *const dismiss = banner->findChild<QToolButton *>();
        QVERIFY(dismiss->isVisible());
        clickAt(dismiss);
        QVERIFY(!banner->isVisible());
        stage.close();
        stage.open(); // what was queued since was kept
        QCOMPARE(stage.rows(), u"b.bin"_s);
        QVERIFY(!stage.dock->findChild<Banner *>()->isVisible());
    }

    void aLongCountdownIsNotCut()
    {
        DockStage stage;
        Upload later = stage.stored(1, u"a"_s, UploadState::Retrying);
        later.nextTryAt = QDateTime::currentDateTimeUtc().addSecs(28 * 60 + 48);
        stage.open();
        const QString text = uploadStateText(later, later.nextTryAt.addSecs(-(28 * 60 + 48)));
        QCOMPARE(text, u"tries again in 28 min 48 s"_s);
        const int sign = Metrics::signSize + Metrics::cellPadding; // and what lies beside it
        const int room = stage.table().columnWidth(UploadStateColumn) - 2 * Metrics::cellPadding;
        QVERIFY(QFontMetrics(themeFont()).horizontalAdvance(text) + sign <= room);
    }

    void aLostConnectionCountsDownAndNowIsNow()
    {
        bool isBroken = true;
        SimulatorBench bench;
        ScriptedServer server([&](const HeardRequest &) -> std::optional<QByteArray> {
            if (isBroken)
                return QByteArray(); // hangs up
            return httpAnswer(404);
        });
        DockStage stage;
        stage.open();
        stage.connect(u"p"_s, server.url());
        const qint64 id = stage.add(u"a"_s);
        QTRY_COMPARE(stage.state(id), UploadState::Retrying);
        QVERIFY(stage.text(id, UploadStateColumn).startsWith(u"tries again in"_s));
        QVERIFY(
            stage.bar(id)->findChild<QLabel *>(u"sentence"_s)->text().contains(u"connection"_s));
        QTRY_VERIFY(stage.answer(id, u"Now"_s));
        isBroken = false;
        clickAt(stage.answer(id, u"Now"_s));
        QTRY_COMPARE(stage.state(id), UploadState::Failed);
        QCOMPARE(stage.queue->find(id)->problem, UploadProblem::ModuleGone);
        QTRY_VERIFY(stage.answer(id, u"Remove"_s));
        clickAt(stage.answer(id, u"Remove"_s));
        QVERIFY(stage.queue->uploads().isEmpty());
    }
};

FALCONER_TEST(tst_uploadsdock)
#include "tst_uploadsdock.moc"
