// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/journal/journalstage.h"

#include <QClipboard>
#include <QFile>
#include <QSignalSpy>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

using What = JournalEntry::What;

const QString assigned = u"Assigned edge-os 1.0 to 312 targets, 2 failed"_s;
const QString uploaded = u"Uploaded a.swu into panel 2.0"_s;
const QString deleted = u"Deleted the distribution set edge 0.9"_s;

void addThree(JournalStage &stage)
{
    stage.add(What::Assigned, u"edge-os 1.0"_s, 312, 2);
    stage.add(What::Uploaded, u"a.swu into panel 2.0"_s, 1, 0, u"Plant"_s);
    stage.add(What::SetDeleted, u"edge 0.9"_s);
}

} // namespace

class tst_journalsheet : public Test {
    Q_OBJECT

private slots:
    void whatWasDoneIsThereAfterARestart()
    {
        JournalStage stage;
        stage.start();
        addThree(stage);
        stage.start();
        stage.open(); // perhaps before the file was read
        QVERIFY(stage.sheet());
        QTRY_COMPARE(stage.lines(), QStringList({ deleted, uploaded, assigned }));
        QCOMPARE(stage.count(), u"3 entries"_s);
        const QModelIndex time = stage.table().model()->index(2, 0);
        QCOMPARE(time.data(Qt::ToolTipRole).toString(), u"2026-11-29 01:50:27 UTC"_s);
        stage.add(What::Assigned, u"edge-os 1.0"_s, 1, 0); // while it is looked at
        QCOMPARE(stage.lines().constFirst(), u"Assigned edge-os 1.0 to 1 target"_s);
        QCOMPARE(stage.count(), u"4 entries"_s);
    }

    void isSearchedByWords()
    {
        JournalStage stage;
        stage.start();
        addThree(stage);
        stage.open();
        QVERIFY(stage.sheet()->search().hasFocus());
        QTest::keyClicks(&stage.sheet()->search(), u"staging EDGE"_s);
        QCOMPARE(stage.lines(), QStringList({ deleted, assigned }));
        QCOMPARE(stage.count(), u"2 of 3"_s);
        QCOMPARE(stage.sheet()->search().accessibleDescription(), u"2 of 3"_s);
        QTest::keyClicks(&stage.sheet()->search(), u" nothing"_s);
        QVERIFY(stage.table().emptyState().isVisible());
        QCOMPARE(stage.table().emptyState().sentence(), u"No entry matches"_s);
        QVERIFY(!stage.button(u"save"_s)->isEnabled());
        QTest::keyClick(&stage.sheet()->search(), Qt::Key_Escape); // first what was typed goes
        QVERIFY(stage.sheet());
        QCOMPARE(stage.lines().size(), 3);
        QVERIFY(!stage.table().emptyState().isVisible());
        QTest::keyClick(&stage.sheet()->search(), Qt::Key_Escape);
        QVERIFY(!stage.sheet());
    }

    void anEmptyOneSaysWhatWillBeThere()
    {
        JournalStage stage;
        stage.isKept = false;
        stage.start();
        stage.open();
        QVERIFY(stage.table().emptyState().isVisible());
        QCOMPARE(stage.table().emptyState().sentence(), u"Nothing was changed yet"_s);
        QCOMPARE(stage.button(u"save"_s)->toolTip(), u"There is nothing to save."_s);
        QCOMPARE(stage.button(u"copy"_s)->toolTip(), u"Select a line first."_s);
        stage.add(What::SetDeleted, u"edge 0.9"_s);
        QVERIFY(!stage.table().emptyState().isVisible());
        QVERIFY(stage.button(u"save"_s)->isEnabled());
    }

    void selectedLinesAreCopied()
    {
        JournalStage stage;
        stage.start();
        addThree(stage);
        stage.open();
        clickRow(&stage.table(), 2);
        clickRow(&stage.table(), 0, Qt::ControlModifier);
        QTest::keyClick(&stage.table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].endsWith(u"\tStaging\tadmin\t"_s + deleted));
        QVERIFY(lines[1].endsWith(u"\tStaging\tadmin\t"_s + assigned));
        QCOMPARE(stage.text(u"note"_s), u"2 lines copied"_s);
    }

    void allOfItIsReachedByKeys()
    {
        JournalStage stage;
        stage.start();
        addThree(stage);
        stage.open();
        QVERIFY(!stage.table().accessibleName().isEmpty());
        QVERIFY(!stage.sheet()->search().accessibleName().isEmpty());
        QTest::keyClick(&stage.sheet()->search(), Qt::Key_Tab);
        QVERIFY(stage.table().hasFocus());
        QTest::keyClick(&stage.table(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&stage.table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(stage.table().selectionModel()->selectedRows().size(), 2);
        QTest::keyClick(&stage.table(), Qt::Key_Tab);
        QVERIFY(stage.button(u"copy"_s)->hasFocus());
        QTest::keyClick(stage.button(u"copy"_s), Qt::Key_Space);
        QCOMPARE(stage.text(u"note"_s), u"2 lines copied"_s);
        stage.open(); // not twice
        QCOMPARE(stage.main->findChildren<JournalSheet *>().size(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!stage.sheet());
    }

    void whatIsInSightIsSaved()
    {
        JournalStage stage;
        stage.start();
        addThree(stage);
        stage.open();
        QTest::keyClicks(&stage.sheet()->search(), u"plant"_s);
        const QSignalSpy saved(stage.sheet(), &JournalSheet::saved);
        const QString path = stage.folder.filePath(u"journal.csv"_s);
        stage.sheet()->saveAs(path);
        QTRY_COMPARE(saved.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QCOMPARE(csv.count('\n'), 2);
        QVERIFY(csv.contains(",Plant,admin,uploaded,"));
        stage.sheet()->saveAs(stage.folder.filePath(u"nowhere/journal.csv"_s));
        QTRY_VERIFY(stage.sheet()->findChild<Banner *>()->isVisible());
        QCOMPARE(saved.size(), 1);
    }

    void saysThatItCannotBeKept()
    {
        JournalStage stage;
        QFile inTheWay(stage.folder.filePath(u"data"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        stage.start();
        const auto *const banner = stage.main->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->sentence().startsWith(u"The journal cannot be written"_s));
        addThree(stage);
        stage.open();
        QCOMPARE(stage.lines().size(), 3);
        QCOMPARE(stage.sheet()->findChild<Banner *>()->sentence(), banner->sentence());
    }

    void saysWhereADamagedFileIs()
    {
        JournalStage stage;
        stage.start();
        stage.end();
        QFile damaged(stage.path());
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(8'000, 'x'));
        damaged.close();
        stage.start();
        const auto *const banner = stage.main->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->sentence().contains(u"journal.sqlite.damaged-"_s));
    }

    void theSearchBehindItIsLeftAlone()
    {
        JournalStage stage;
        stage.start();
        stage.open();
        QWidget *const search = &stage.sheet()->search();
        QTest::keyClick(search, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(search->hasFocus());
    }
};

FALCONER_TEST(tst_journalsheet)
#include "tst_journalsheet.moc"
