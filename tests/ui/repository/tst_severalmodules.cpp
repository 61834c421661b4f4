// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/repository/repositorystage.h"
#include "ui/plan/consequencelist.h"
#include "ui/repository/modulessheet.h"

using namespace falconer;
using namespace Qt::StringLiterals;

// One act on several modules: asked once, done one by one, told of each.
class tst_severalmodules : public Test {
    Q_OBJECT

    static ModulesSheet *sheet(const RepositoryStage &stage)
    {
        for (ModulesSheet *const each : stage.window->findChildren<ModulesSheet *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    static QPushButton *button(const RepositoryStage &stage, const QString &name)
    {
        return sheet(stage)->findChild<QPushButton *>(name);
    }
    static QString line(const RepositoryStage &stage, const QString &id)
    {
        const auto *const label = sheet(stage)->findChild<QLabel *>("sentence-"_L1 + id);
        return label ? label->text() : QString();
    }
    static bool isAsked(const RepositoryStage &stage)
    {
        return QTest::qWaitFor([&] { return sheet(stage) && button(stage, u"do"_s)->isVisible(); });
    }
    static void selectTwo(const RepositoryStage &stage)
    {
        stage.select(u"gateway-os"_s, u"2.4.0"_s); // in a locked set
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s, Qt::ControlModifier);
    }

    static void addLockedModules(RepositoryStage &stage, int count)
    {
        stage.bench.change([count](Fleet &fleet) {
            SimModule module = fleet.modules.rows().begin()->second;
            module.locked = true;
            for (int i = 0; i < count; ++i) {
                module.id = fleet.nextId();
                module.version = QString::number(i);
                fleet.modules.insert(module);
            }
        });
        stage.workspace->refresh();
        QTRY_COMPARE(stage.rows(), 51 + count);
        QTRY_VERIFY(stage.isAtRest());
    }

private slots:
    void severalAreDeletedInOneSheet()
    {
        RepositoryStage stage;
        selectTwo(stage);
        clickAt(stage.command(u"delete"_s));
        QVERIFY(isAsked(stage));
        QCOMPARE(sheet(stage)->accessibleName(), u"Delete 2 software modules"_s);
        QVERIFY(line(stage, u"held"_s).contains(u"only hides them"_s));
        QVERIFY(!line(stage, u"devices"_s).isEmpty());
        QVERIFY(line(stage, u"locked"_s).contains(u"unlocked first"_s));
        QCOMPARE(button(stage, u"do"_s)->text(), u"Unlock 1 set and delete"_s);
        QVERIFY(button(stage, u"cancel"_s)->hasFocus()); // nothing brings them back
        clickAt(button(stage, u"do"_s));
        QTRY_COMPARE(line(stage, u"done"_s), u"were deleted"_s);
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0"_s)->deleted);
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->deleted);
        QVERIFY(!button(stage, u"do"_s)->isVisible()); // nothing is left
        clickAt(button(stage, u"cancel"_s));
        QVERIFY(!sheet(stage));
        QCOMPARE(stage.pane().selectedCount(), 0);
        QTRY_COMPARE(stage.rowOf(u"gateway-os"_s, u"2.4.0"_s), -1);
    }

    // A set that was locked since is not unlocked unasked.
    void oneFailureStopsNothing()
    {
        RepositoryStage stage;
        selectTwo(stage);
        stage.bench.change(
            [&](Fleet &fleet) { fleet.sets.find(stage.bench.gatewayOs())->locked = false; });
        clickAt(stage.command(u"delete"_s));
        QVERIFY(isAsked(stage));
        QCOMPARE(button(stage, u"do"_s)->text(), u"Delete"_s);
        stage.bench.change(
            [&](Fleet &fleet) { fleet.sets.find(stage.bench.gatewayOs())->locked = true; });
        clickAt(button(stage, u"do"_s));
        QTRY_COMPARE(button(stage, u"do"_s)->text(), u"Try again"_s);
        QVERIFY(!stage.module(u"gateway-os"_s, u"2.4.0"_s)->deleted);
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->deleted);
        QCOMPARE(stage.pane().selectedCount(), 1); // the one that is left
        stage.bench.change(
            [&](Fleet &fleet) { fleet.sets.find(stage.bench.gatewayOs())->locked = false; });
        clickAt(button(stage, u"do"_s));
        QTRY_VERIFY(stage.module(u"gateway-os"_s, u"2.4.0"_s)->deleted);
        QTRY_VERIFY(!button(stage, u"do"_s)->isVisible());
    }

    // What the server would refuse is left out and said; the others go.
    void thoseOfInvalidatedSetsAreLeftOut()
    {
        RepositoryStage stage;
        const qint64 id = stage.bench.gatewayOs();
        stage.bench.change([id](Fleet &fleet) { fleet.sets.find(id)->valid = false; });
        selectTwo(stage);
        clickAt(stage.command(u"delete"_s));
        QVERIFY(isAsked(stage));
        QCOMPARE(sheet(stage)->accessibleName(), u"Delete 1 software module"_s);
        QVERIFY(line(stage, u"leftOut"_s).contains(u"does not unlock"_s));
        QVERIFY(line(stage, u"inTheWay"_s).startsWith(u"invalidated set"_s));
        QVERIFY(line(stage, u"locked"_s).isEmpty());
        QCOMPARE(button(stage, u"do"_s)->text(), u"Delete"_s);
        clickAt(button(stage, u"do"_s));
        QTRY_COMPARE(line(stage, u"done"_s), u"was deleted"_s);
        QVERIFY(!stage.module(u"gateway-os"_s, u"2.4.0"_s)->deleted);
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->deleted);
        stage.bench.change([id](Fleet &fleet) { QVERIFY(fleet.sets.find(id)->locked); });
        clickAt(button(stage, u"cancel"_s));
        QCOMPARE(stage.pane().selectedCount(), 1); // the one that is left
    }

    void nothingIsLeftToDeleteInInvalidatedSets()
    {
        RepositoryStage stage;
        stage.bench.change([](Fleet &fleet) {
            for (auto &[id, set] : fleet.sets.rows()) {
                set.locked = true;
                set.valid = false;
            }
        });
        selectTwo(stage);
        clickAt(stage.command(u"delete"_s));
        QVERIFY(isAsked(stage));
        QVERIFY(!button(stage, u"do"_s)->isEnabled());
        QCOMPARE(button(stage, u"do"_s)->toolTip(),
            u"The invalidated sets that hold them have to be deleted first."_s);
    }

    void severalAreLockedAndUnlocked()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        stage.select(u"gateway-os-apps"_s, u"2.4.0-rc2"_s, Qt::ControlModifier);
        clickAt(stage.command(u"lock"_s));
        QVERIFY(isAsked(stage));
        QVERIFY(button(stage, u"do"_s)->hasFocus()); // harmless
        QTest::keyClick(sheet(stage), Qt::Key_Return);
        QTRY_COMPARE(line(stage, u"done"_s), u"were locked"_s);
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->locked);
        QVERIFY(stage.module(u"gateway-os-apps"_s, u"2.4.0-rc2"_s)->locked);
        clickAt(button(stage, u"cancel"_s));
        QTRY_COMPARE(stage.command(u"lock"_s)->text(), u"Unlock"_s);
        clickAt(stage.command(u"lock"_s));
        QVERIFY(isAsked(stage));
        QCOMPARE(sheet(stage)->accessibleName(), u"Unlock 2 software modules"_s);
        clickAt(button(stage, u"do"_s));
        QTRY_COMPARE(line(stage, u"done"_s), u"were unlocked"_s);
        QVERIFY(!stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->locked);
    }

    void moreThanAreTakenAtOnceIsSaidFirst()
    {
        RepositoryStage stage;
        stage.bench.change([](Fleet &fleet) {
            for (auto &[id, set] : fleet.sets.rows())
                set.valid = true;
        });
        addLockedModules(stage, 1'060);
        stage.table().setFocus();
        QTest::keyClick(&stage.table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(stage.command(u"delete"_s)->toolTip().contains(u"1,111 selected modules"_s));
        clickAt(stage.command(u"delete"_s));
        QVERIFY(isAsked(stage));
        QCOMPARE(sheet(stage)->accessibleName(), u"Delete 1,000 software modules"_s);
        QCOMPARE(sheet(stage)->findChild<ConsequenceList *>()->lines().first().sentence,
            u"Only the first 1,000 of the 1,111 that are selected: do it again for the others."_s);
    }

    // Selecting all while not all is loaded is a question to the server.
    void allThatMatchAreFoundAndCanBeStopped()
    {
        RepositoryStage stage;
        addLockedModules(stage, 60); // more than a page in all
        stage.table().setFocus();
        QTest::keyClick(&stage.table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(stage.pane().picked().filter);
        QVERIFY(stage.command(u"lock"_s)->isEnabled());
        QVERIFY(stage.command(u"delete"_s)->toolTip().contains(u"111 selected modules"_s));
        QCOMPARE(stage.command(u"edit"_s)->toolTip(), u"Select one software module only."_s);
        clickAt(stage.command(u"lock"_s));
        QVERIFY(isAsked(stage));
        QVERIFY(!line(stage, u"same"_s).isEmpty()); // some are locked already
        clickAt(button(stage, u"do"_s));
        QCOMPARE(button(stage, u"cancel"_s)->text(), u"Stop"_s);
        QTest::keyClick(sheet(stage), Qt::Key_Escape);
        QTRY_VERIFY(!line(stage, u"waiting"_s).isEmpty());
        clickAt(button(stage, u"do"_s)); // again: the rest
        QTRY_VERIFY_WITH_TIMEOUT(!button(stage, u"do"_s)->isVisible()
                && button(stage, u"cancel"_s)->text() == "Close"_L1,
            30'000); // some dozens, slower than a server's limit
        stage.bench.change([](Fleet &fleet) {
            for (const auto &[id, module] : fleet.modules.rows())
                QVERIFY(module.locked || module.deleted);
        });
    }
};

FALCONER_TEST(tst_severalmodules)
#include "tst_severalmodules.moc"
