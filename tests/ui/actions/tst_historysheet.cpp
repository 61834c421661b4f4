// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/error.h"
#include "tests/support/testregistry.h"
#include "tests/ui/actions/actionsstage.h"
#include "ui/actions/historysheet.h"
#include "ui/actions/historytext.h"

#include <QApplication>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QStringList sentences(const QList<ConsequenceLine> &lines)
{
    QStringList sentences;
    for (const ConsequenceLine &line : lines)
        sentences << u"%1 %2"_s.arg(line.number.value_or(-1)).arg(line.sentence);
    return sentences;
}

} // namespace

// The deletion of histories: what it says, and what it does on a simulated server.
class tst_historysheet : public Test {
    Q_OBJECT

private slots:
    void saysWhatGoesAndWhatStays()
    {
        const QList<Action> actions{
            { .id = 1, .status = u"finished"_s, .controllerId = u"a"_s },
            { .id = 2, .status = u"error"_s, .rolloutName = u"May"_s, .controllerId = u"a"_s },
            { .id = 3, .active = true, .status = u"running"_s, .controllerId = u"b"_s },
            { .id = 4, .status = u"scheduled"_s, .controllerId = u"c"_s },
        };
        QCOMPARE(sentences(historyLines(actions)),
            QStringList({
                u"2 are removed from the server for good, with every report of the device"_s,
                u"1 of them failed; the reports that tell why go too"_s,
                u"1 count their progress from these actions; their numbers change"_s,
                u"1 keep what is installed on them: only the record goes"_s,
                u"1 left out: still run"_s,
                u"1 left out: wait for their group of a rollout"_s,
            }));
    }

    void saysWhatCameOfIt()
    {
        QCOMPARE(
            sentences(deletedLines(3, 3, {})), QStringList(u"3 were removed from the server"_s));
        QCOMPARE(sentences(deletedLines(3, 1, {})),
            QStringList(
                { u"1 were removed from the server"_s, u"2 were left, since you stopped"_s }));
        const QStringList failed
            = sentences(deletedLines(500, 200, Error{ .kind = ErrorKind::Forbidden }));
        QVERIFY(failed.last().startsWith(u"300 were not: "_s));
    }

    void deletesAfterAsking()
    {
        ActionsStage stage;
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        stage.choose(ActionKind::Finished);
        QTRY_VERIFY(stage.isAtRest() && stage.texts(0, 1) == QStringList(u"finished"_s));
        const int all = stage.actionsThatAre({});
        stage.select(0, 4);
        stage.table().setFocus();
        QTest::keyClick(&stage.table(), Qt::Key_Delete);
        QTRY_VERIFY(stage.line(u"deleted"_s).contains(u"are removed from the server for good"_s));
        QCOMPARE(stage.part<QPushButton>(u"do"_s)->text(), u"Delete the history of 5 action(s)"_s);
        // Return keeps: nothing brings a history back.
        QVERIFY(stage.part<QPushButton>(u"keep"_s)->hasFocus());
        QTest::keyClick(stage.window->findChild<HistorySheet *>(), Qt::Key_Return);
        QTRY_VERIFY(!stage.window->findChild<HistorySheet *>());
        QCOMPARE(stage.actionsThatAre({}), all);

        QTest::mouseClick(stage.command(u"delete"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.part<QPushButton>(u"do"_s));
        QTest::mouseClick(stage.part<QPushButton>(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.line(u"deleted"_s), u"were removed from the server"_s);
        QCOMPARE(stage.actionsThatAre({}), all - 5);
        QCOMPARE(stage.journal.entries().last().what, JournalEntry::What::HistoryDeleted);
        QTRY_COMPARE(stage.pane().pickedCount(), 0);
        QTRY_COMPARE(stage.rows(), stage.actionsThatAre(u"finished"_s));
    }

    void whatStillRunsIsNoHistory()
    {
        ActionsStage stage;
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        stage.choose(ActionKind::Running);
        QTRY_VERIFY(stage.isAtRest() && stage.pane().model().itemAt(0)->active);
        stage.select(0, 1);
        QVERIFY(!stage.command(u"delete"_s)->isEnabled());
        QVERIFY(stage.command(u"delete"_s)->toolTip().startsWith(u"Only what has ended"_s));
        QTest::keyClick(&stage.table(), Qt::Key_Delete);
        QVERIFY(!stage.window->findChild<HistorySheet *>());
    }

    void anOldServerCannot()
    {
        ActionsStage stage(Wire::V0_9_0);
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        stage.select(0, 3);
        QVERIFY(!stage.command(u"delete"_s)->isEnabled());
        QVERIFY(stage.command(u"delete"_s)->toolTip().contains(u"since 0.10"_s));
    }

    void aRefusalIsTold()
    {
        ActionsStage stage;
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        stage.choose(ActionKind::Finished);
        QTRY_VERIFY(stage.isAtRest() && stage.texts(0, 1) == QStringList(u"finished"_s));
        clickRow(&stage.table(), 0);
        QTest::mouseClick(stage.command(u"delete"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.part<QPushButton>(u"do"_s));
        stage.server.stop();
        QTest::mouseClick(stage.part<QPushButton>(u"do"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!stage.line(u"failed"_s).isEmpty(), 30'000);
        QCOMPARE(stage.line(u"deleted"_s), u"were removed from the server"_s);
    }
};

FALCONER_TEST(tst_historysheet)
#include "tst_historysheet.moc"
