// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/softwaretitles.h"
#include "services/deployment/journal.h"
#include "services/deployment/journalword.h"
#include "tests/support/testregistry.h"
#include "tests/ui/repository/repositorystage.h"
#include "ui/composition/setbar.h"
#include "ui/composition/setsside.h"
#include "ui/plan/seriessheet.h"
#include "ui/types/typepane.h"
#include "ui/types/typessheet.h"

#include <QProgressBar>
#include <QSignalSpy>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// The workspace, with a journal.
struct JournalledStage {
    QString takeLast()
    {
        if (journal.entries().size() != seen + 1)
            return u"%1 entries"_s.arg(journal.entries().size() - seen);
        const JournalEntry &entry = journal.entries().at(seen++);
        if (entry.server != u"Test"_s || entry.user != u"admin"_s || !entry.at.isValid()
            || entry.failed != 0 || entry.done != entry.asked)
            return u"not as it was"_s;
        return u"%1 %2: %3"_s.arg(journalWord(entry.what)).arg(entry.done).arg(entry.subject);
    }
    bool isWritten() const { return journal.entries().size() > seen; }

    Journal journal;
    RepositoryStage stage{ {}, { .profile = u"Test"_s, .user = u"admin"_s, .journal = &journal } };
    qsizetype seen = 0;
};

template <typename Sheet> Sheet *visibleSheet(const RepositoryStage &stage)
{
    for (Sheet *const each : stage.window->findChildren<Sheet *>()) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

} // namespace

// What is changed in the repository is in the journal, once, and only what the server took.
class tst_repositoryjournal : public Test {
    Q_OBJECT

    static void deedOfSheet(JournalledStage &s)
    {
        QTRY_VERIFY(s.stage.sheet() && s.stage.deed()->isEnabled());
        clickAt(s.stage.deed());
        QTRY_VERIFY(!s.stage.sheet());
    }
    static void deleteBoth(JournalledStage &s, const QString &one, const QString &other)
    {
        s.stage.select(u"gateway-os"_s, one);
        s.stage.select(u"gateway-os"_s, other, Qt::ControlModifier);
        clickAt(s.stage.command(u"delete"_s));
        QTRY_VERIFY(visibleSheet<SeriesSheet>(s.stage));
        auto *const deed = visibleSheet<SeriesSheet>(s.stage)->findChild<QPushButton *>(u"do"_s);
        QTRY_VERIFY(deed->isVisible() && deed->isEnabled());
        clickAt(deed);
    }
    static void selectSet(JournalledStage &s, const QString &name, const QString &version)
    {
        SetsSide &sets = s.stage.workspace->sets();
        QTRY_VERIFY(sets.model().isTotalKnown() && !sets.model().isLoading());
        for (int row = 0; row < sets.model().rowCount(); ++row) {
            const auto set = sets.setAt(row);
            if (set && set->name == name && set->version == version)
                sets.selectSet(set->id);
        }
        QTRY_COMPARE(sets.selectedCount(), 1);
    }

private slots:
    void modules()
    {
        JournalledStage s;
        clickAt(s.stage.pane().findChild<QPushButton *>(u"new"_s));
        QTRY_VERIFY(s.stage.deed()->isEnabled());
        s.stage.type(u"Name"_s, u"boot"_s);
        s.stage.type(u"Version"_s, u"<b>"_s); // refused
        clickAt(s.stage.deed());
        QTRY_VERIFY(s.stage.field(u"Version"_s)->hasProblem());
        QVERIFY(!s.isWritten());
        s.stage.type(u"Version"_s, u"1.0"_s);
        clickAt(s.stage.deed());
        QTRY_VERIFY(!s.stage.sheet());
        QCOMPARE(s.takeLast(), u"moduleCreated 1: boot 1.0"_s);
        QTRY_VERIFY(s.stage.pane().currentModule());

        QTest::keyClick(&s.stage.table(), Qt::Key_F2);
        QTRY_VERIFY(s.stage.sheet());
        s.stage.type(u"Vendor"_s, u"Acme"_s);
        deedOfSheet(s);
        QCOMPARE(s.takeLast(), u"moduleChanged 1: boot 1.0"_s);

        clickAt(s.stage.command(u"lock"_s));
        QTRY_VERIFY(s.isWritten());
        QCOMPARE(s.takeLast(), u"moduleLocked 1: boot 1.0"_s);
        QTRY_VERIFY(s.stage.pane().currentModule() && s.stage.pane().currentModule()->locked);
        clickAt(s.stage.command(u"lock"_s));
        QTRY_VERIFY(s.isWritten());
        QCOMPARE(s.takeLast(), u"moduleUnlocked 1: boot 1.0"_s);

        QTest::keyClick(&s.stage.table(), Qt::Key_Delete);
        deedOfSheet(s);
        QCOMPARE(s.takeLast(), u"moduleDeleted 1: boot 1.0"_s);
        QVERIFY(!s.isWritten());
    }

    void oneLockDoesNotEndAnother()
    {
        JournalledStage s;
        const QStringList versions{ u"2.4.0-rc2"_s, u"2.4.0-rc1"_s };
        for (const QString &version : versions) {
            s.stage.select(u"gateway-os"_s, version);
            clickAt(s.stage.command(u"lock"_s)); // the second before the first is answered
        }
        QTRY_COMPARE(s.journal.entries().size(), 2);
    }

    void severalModulesAreOneLine()
    {
        JournalledStage s;
        deleteBoth(s, u"2.4.0"_s, u"2.4.0-rc2"_s);
        QTRY_VERIFY(s.isWritten());
        const QString line = s.takeLast();
        QVERIFY(line.startsWith(u"moduleDeleted 2: "_s));
        QVERIFY(line.contains(u"gateway-os 2.4.0-rc2"_s));
        QVERIFY(line.contains(u"gateway-os 2.4.0"_s));
    }

    // The program ends by a signal, say: nobody is asked, and what was done is written.
    void aSeriesThatIsCutOffIsWrittenDown()
    {
        JournalledStage s;
        deleteBoth(s, u"2.4.0-rc1"_s, u"2.4.0-rc2"_s);
        auto *const sheet = visibleSheet<SeriesSheet>(s.stage);
        QVERIFY(sheet);
        auto *const progress = sheet->findChild<QProgressBar *>();
        QSignalSpy moved(progress, &QProgressBar::valueChanged);
        while (progress->value() < 1)
            QVERIFY(moved.wait());
        QVERIFY(sheet->isAtWork());
        QVERIFY(!s.isWritten());
        delete sheet;
        QVERIFY(s.takeLast().startsWith(u"moduleDeleted 1: gateway-os 2.4.0-rc"_s));
    }

    void sets()
    {
        JournalledStage s;
        SetsSide &sets = s.stage.workspace->sets();
        selectSet(s, u"gateway-os"_s, u"2.4.0-rc2"_s);
        const bool wasLocked = sets.currentSet()->locked;
        sets.run(wasLocked ? SetCommand::Unlock : SetCommand::Lock);
        if (wasLocked)
            deedOfSheet(s);
        QTRY_VERIFY(s.isWritten());
        QCOMPARE(s.takeLast(),
            (wasLocked ? u"setUnlocked"_s : u"setLocked"_s) + u" 1: gateway-os 2.4.0-rc2"_s);
        QTRY_COMPARE(sets.currentSet() && sets.currentSet()->locked, !wasLocked);

        sets.run(SetCommand::Clone);
        QTRY_VERIFY(s.stage.sheet());
        s.stage.type(u"Version"_s, u"9.0"_s);
        deedOfSheet(s);
        QCOMPARE(s.takeLast(), u"setCreated 1: gateway-os 9.0"_s);
        QTRY_VERIFY(sets.currentSet() && sets.currentSet()->version == u"9.0"_s);

        const SoftwareModule module = sets.currentSet()->modules.constFirst();
        sets.writer().removeModule(*sets.currentSet(), module);
        QTRY_VERIFY(s.isWritten());
        QCOMPARE(
            s.takeLast(), u"setComposed 1: gateway-os 9.0 (taken out: %1)"_s.arg(titleOf(module)));
        sets.writer().addModules(*sets.currentSet(), { module });
        QTRY_VERIFY(s.isWritten());
        QCOMPARE(
            s.takeLast(), u"setComposed 1: gateway-os 9.0 (put in: %1)"_s.arg(titleOf(module)));
        QTRY_VERIFY(!sets.model().isLoading());

        sets.run(SetCommand::Delete);
        deedOfSheet(s);
        QCOMPARE(s.takeLast(), u"setDeleted 1: gateway-os 9.0"_s);

        selectSet(s, u"gateway-os"_s, u"2.4.0-rc2"_s);
        sets.run(SetCommand::Invalidate);
        deedOfSheet(s);
        QCOMPARE(s.takeLast(), u"setInvalidated 1: gateway-os 2.4.0-rc2"_s);
        QVERIFY(!s.isWritten());
    }

    void types()
    {
        JournalledStage s;
        clickAt(s.stage.pane().findChild<QPushButton *>(u"types"_s));
        QTRY_VERIFY(visibleSheet<TypesSheet>(s.stage));
        TypesSheet &types = *visibleSheet<TypesSheet>(s.stage);
        auto *const add = types.modulePane().findChild<QPushButton *>(u"new"_s);
        QTRY_VERIFY(add->isEnabled());
        clickAt(add);
        QTRY_VERIFY(s.stage.sheet());
        s.stage.type(u"Name"_s, u"Boot loader"_s);
        s.stage.type(u"Key"_s, u"boot"_s);
        deedOfSheet(s);
        QCOMPARE(s.takeLast(), u"typeCreated 1: Boot loader"_s);
        auto *const remove = types.modulePane().findChild<QPushButton *>(u"delete"_s);
        QTRY_VERIFY(remove->isEnabled()); // the new one is chosen
        clickAt(remove);
        deedOfSheet(s);
        QCOMPARE(s.takeLast(), u"typeDeleted 1: Boot loader"_s);
    }
};

FALCONER_TEST(tst_repositoryjournal)
#include "tst_repositoryjournal.moc"
