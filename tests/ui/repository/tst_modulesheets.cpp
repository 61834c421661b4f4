// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journal.h"
#include "tests/support/testregistry.h"
#include "tests/ui/repository/repositorystage.h"
#include "ui/composition/setsside.h"

#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>

using namespace falconer;
using namespace Qt::StringLiterals;

// Modules are made, changed, locked and deleted by clicks and keys, before a simulated server.
class tst_modulesheets : public Test {
    Q_OBJECT

    static void openNew(const RepositoryStage &stage)
    {
        clickAt(stage.pane().findChild<QPushButton *>(u"new"_s));
        QVERIFY(stage.sheet());
        QTRY_VERIFY(stage.deed()->isEnabled()); // the types are read
    }

    static void makeModule(
        const RepositoryStage &stage, const QString &name, const QString &version)
    {
        openNew(stage);
        stage.type(u"Name"_s, name);
        stage.type(u"Version"_s, version);
        clickAt(stage.deed());
    }

private slots:
    void aModuleIsMade()
    {
        RepositoryStage stage;
        const int before = stage.rows();
        openNew(stage);
        QCOMPARE(stage.title(), u"New software module"_s);
        QVERIFY(stage.field(u"Name"_s)->field()->hasFocus());
        QTest::keyClicks(stage.field(u"Name"_s)->field(), u"boot-loader"_s);
        stage.type(u"Version"_s, u"1.0"_s);
        stage.type(u"Vendor"_s, u"Acme"_s);
        auto *const types = qobject_cast<QComboBox *>(stage.field(u"Type"_s)->field());
        types->setCurrentIndex(types->findText(u"RAUC bundle"_s));
        QTest::keyClick(stage.field(u"Version"_s)->field(), Qt::Key_Return);
        QTRY_VERIFY(!stage.sheet());
        QTRY_COMPARE(stage.rows(), before + 1);
        QTRY_VERIFY(stage.pane().currentModule());
        QCOMPARE(stage.pane().currentModule()->name, u"boot-loader"_s);
        QCOMPARE(stage.pane().currentModule()->type, u"raucbundle"_s);
        QCOMPARE(stage.module(u"boot-loader"_s, u"1.0"_s)->vendor, u"Acme"_s);
        QTRY_COMPARE(stage.artifacts().artifacts().size(), 0);
        openNew(stage); // the same type is offered again
        QCOMPARE(qobject_cast<QComboBox *>(stage.field(u"Type"_s)->field())->currentText(),
            u"RAUC bundle"_s);
    }

    void nothingIsSentWhileANameIsMissing()
    {
        RepositoryStage stage;
        openNew(stage);
        stage.feed->pause(); // else it asks again for the rows behind the sheet
        QTRY_VERIFY(
            stage.workspace->sets().types().isRead()); // the last that is asked at the start
        const qint64 sent = stage.session->client().sentCount();
        clickAt(stage.deed());
        QCOMPARE(stage.field(u"Name"_s)->problem(), u"This is needed."_s);
        QCOMPARE(stage.field(u"Version"_s)->problem(), u"This is needed."_s);
        QVERIFY(stage.field(u"Name"_s)->field()->hasFocus());
        QCOMPARE(stage.session->client().sentCount(), sent);
    }

    void aRefusalStandsBesideItsFieldAndNothingTypedIsLost()
    {
        RepositoryStage stage;
        makeModule(stage, u"<b>bold</b>"_s, u"1.0"_s);
        QTRY_VERIFY(stage.field(u"Name"_s)->hasProblem());
        QCOMPARE(
            stage.field(u"Name"_s)->problem(), u"The server takes no HTML here, such as <b>."_s);
        auto *const version = qobject_cast<QLineEdit *>(stage.field(u"Version"_s)->field());
        QCOMPARE(version->text(), u"1.0"_s);
        QVERIFY(stage.deed()->isEnabled());
        stage.type(u"Name"_s, u"bold"_s);
        QVERIFY(!stage.field(u"Name"_s)->hasProblem());
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.module(u"bold"_s, u"1.0"_s));
    }

    void aTakenNameSaysWhoHasIt()
    {
        RepositoryStage stage;
        makeModule(stage, u"boot"_s, u"1.0"_s);
        QTRY_VERIFY(!stage.sheet());
        makeModule(stage, u"boot"_s, u"1.0"_s);
        QTRY_COMPARE(
            stage.field(u"Version"_s)->problem(), u"boot 1.0 of this type exists already."_s);
        QVERIFY(stage.sheet());
    }

    void aNameThatADeletedModuleKeepsSaysExactlyThat()
    {
        RepositoryStage stage;
        makeModule(stage, u"boot"_s, u"1.0"_s);
        QTRY_VERIFY(!stage.sheet());
        stage.changeModule(u"boot"_s, u"1.0"_s, [](SimModule &module) { module.deleted = true; });
        makeModule(stage, u"boot"_s, u"1.0"_s);
        QTRY_VERIFY(stage.field(u"Version"_s)->hasProblem());
        const auto *const body = stage.sheet()->findChild<QScrollArea *>();
        QTRY_VERIFY(body->viewport()->height() >= body->widget()->height()); // nothing is cut
        QTRY_VERIFY(!body->verticalScrollBar()->isVisible());
        QCOMPARE(stage.field(u"Version"_s)->problem(),
            u"boot 1.0 of this type was deleted, but the server only hid it and keeps its name and "
            "version. Choose another version."_s);
        stage.type(u"Version"_s, u"1.1"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.module(u"boot"_s, u"1.1"_s));
    }

    void encryptionThatIsNotThereIsSaidBesideIt()
    {
        RepositoryStage stage;
        openNew(stage);
        stage.type(u"Name"_s, u"boot"_s);
        stage.type(u"Version"_s, u"1.0"_s);
        QTest::keyClick(stage.field(u"Encryption"_s)->field(), Qt::Key_Space);
        clickAt(stage.deed());
        QTRY_COMPARE(
            stage.field(u"Encryption"_s)->problem(), u"This server has no encryption service."_s);
    }

    void vendorAndDescriptionAreChangedAndTheRestIsFixed()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        QTest::keyClick(&stage.table(), Qt::Key_F2);
        QTRY_VERIFY(stage.sheet());
        QCOMPARE(stage.title(), u"Edit gateway-os 2.4.0-rc2"_s);
        QVERIFY(!stage.field(u"Name"_s)->field()->isEnabled());
        QVERIFY(!stage.field(u"Type"_s)->field()->toolTip().isEmpty());
        QVERIFY(!stage.deed()->isEnabled());
        QCOMPARE(stage.deed()->toolTip(), u"Nothing is changed yet."_s);
        stage.type(u"Vendor"_s, u"Falke"_s);
        QVERIFY(stage.deed()->isEnabled());
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QCOMPARE(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->vendor, u"Falke"_s);
        QTRY_COMPARE(stage.pane().currentModule()->vendor, u"Falke"_s);
    }

    void aModuleIsLockedAndUnlocked()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        QPushButton *const lock = stage.command(u"lock"_s);
        QCOMPARE(lock->text(), u"Lock"_s);
        clickAt(lock);
        QTRY_COMPARE(lock->text(), u"Unlock"_s);
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->locked);
        QVERIFY(!stage.command(u"upload"_s)->isEnabled());
        QVERIFY(stage.command(u"upload"_s)->toolTip().contains(u"is locked"_s));
        clickAt(lock);
        QTRY_COMPARE(lock->text(), u"Lock"_s);
        QVERIFY(!stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->locked);
    }

    void deletingAnUnusedModuleRemovesIt()
    {
        RepositoryStage stage;
        makeModule(stage, u"boot"_s, u"1.0"_s);
        QTRY_VERIFY(!stage.sheet());
        QTRY_VERIFY(stage.pane().currentModule());
        const int before = stage.rows();
        stage.table().setFocus();
        QTest::keyClick(&stage.table(), Qt::Key_Delete);
        QTRY_VERIFY(stage.sheet() && stage.deed()->isEnabled());
        QVERIFY(stage.line(u"unused"_s).contains(u"removed for good"_s));
        QVERIFY(stage.keep()->hasFocus()); // nothing brings it back
        QTest::keyClick(stage.sheet(), Qt::Key_Return);
        QVERIFY(!stage.sheet());
        QVERIFY(stage.module(u"boot"_s, u"1.0"_s));
        QTest::keyClick(&stage.table(), Qt::Key_Delete);
        QTRY_VERIFY(stage.sheet() && stage.deed()->isEnabled());
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(!stage.module(u"boot"_s, u"1.0"_s));
        QTRY_COMPARE(stage.rows(), before - 1);
        QTRY_VERIFY(!stage.workspace->modulePage().module());
    }

    // As when the first try did it and its answer was lost.
    void whatIsGoneAlreadyIsDeleted()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0"_s);
        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.sheet() && stage.deed()->isEnabled());
        stage.bench.change([](Fleet &fleet) {
            fleet.sets.rows().clear(); // also the one that was to be unlocked
            fleet.modules.rows().clear();
        });
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QTRY_COMPARE(stage.rows(), 0);
    }

    void deletingAUsedModuleSaysThatItIsOnlyHidden()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.sheet() && stage.deed()->isEnabled());
        QVERIFY(stage.line(u"held"_s).contains(u"only hides it, and its name"_s));
        QVERIFY(stage.line(u"devices"_s).contains(u"no longer download"_s));
        QCOMPARE(stage.deed()->text(), u"Delete the module"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->deleted);
    }

    void deletingAModuleOfALockedSetUnlocksItFirst()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0"_s);
        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.sheet() && stage.deed()->isEnabled());
        QVERIFY(!stage.line(u"locked"_s).isEmpty());
        QCOMPARE(stage.deed()->text(), u"Unlock 1 set and delete"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0"_s)->deleted);
    }

    // What was sent may have happened: the sheet stays until that is known.
    void escapeInTheMiddleOfADeletionLosesNothing()
    {
        Journal journal;
        SheetContext context{ .profile = u"Test"_s };
        context.journal = &journal;
        RepositoryStage stage({}, context);
        stage.select(u"gateway-os"_s, u"2.4.0"_s);
        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.sheet() && stage.deed()->isEnabled());
        QVERIFY(!stage.sheet()->isAtWork());
        clickAt(stage.deed()); // unlocks a set, then deletes
        QVERIFY(stage.sheet()->isAtWork());
        QVERIFY(!stage.keep()->isEnabled());
        QVERIFY(!stage.keep()->toolTip().isEmpty());
        QTest::keyClick(stage.sheet(), Qt::Key_Escape);
        QVERIFY(stage.sheet());
        QVERIFY(stage.sheet()->findChild<QLabel *>(u"note"_s)->text().contains(
            u"wait for the server's answer"_s));
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0"_s)->deleted);
        QCOMPARE(journal.entries().size(), 1);
        QCOMPARE(journal.entries().constFirst().what, JournalEntry::What::ModuleDeleted);
    }

    // The server takes no change of such a set: it is said before anything is sent.
    void aModuleOfAnInvalidatedSetWaitsForItsDeletion()
    {
        RepositoryStage stage;
        const qint64 id = stage.bench.gatewayOs();
        stage.bench.change([id](Fleet &fleet) { fleet.sets.find(id)->valid = false; });
        stage.select(u"gateway-os"_s, u"2.4.0"_s);
        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.sheet() && !stage.line(u"inTheWay"_s).isEmpty());
        QVERIFY(stage.line(u"inTheWay"_s).contains(u"does not unlock it"_s));
        QVERIFY(stage.line(u"locked"_s).isEmpty()); // nothing to be unlocked
        QVERIFY(!stage.deed()->isEnabled());
        QCOMPARE(stage.deed()->text(), u"Delete the module"_s);
        QCOMPARE(stage.deed()->toolTip(), u"Delete the invalidated set that holds it first."_s);
        clickAt(stage.keep());
        stage.bench.change([id](Fleet &fleet) { fleet.sets.find(id)->deleted = true; });
        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.sheet() && stage.deed()->isEnabled());
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(!stage.module(u"gateway-os"_s, u"2.4.0"_s)
            || stage.module(u"gateway-os"_s, u"2.4.0"_s)->deleted);
    }

    void aSetThatIsInvalidatedMeanwhileIsNoOffer()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0"_s);
        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.sheet() && stage.deed()->isEnabled());
        stage.bench.change(
            [&](Fleet &fleet) { fleet.sets.find(stage.bench.gatewayOs())->valid = false; });
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.line(u"inTheWay"_s).isEmpty());
        QVERIFY(!stage.deed()->isEnabled());
        QVERIFY(stage.sheet()->findChild<Banner *>()->sentence().contains(u"invalidated"_s));
        QVERIFY(!stage.module(u"gateway-os"_s, u"2.4.0"_s)->deleted);
    }

    void aSetThatIsLockedMeanwhileIsOfferedToBeUnlocked()
    {
        RepositoryStage stage;
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.sheet() && stage.deed()->isEnabled());
        stage.bench.change([&](Fleet &fleet) {
            fleet.sets.find(stage.bench.setOf(DemoProduct::GatewayOs, u"2.4.0-rc2"_s))->locked
                = true;
        });
        clickAt(stage.deed());
        QTRY_COMPARE(stage.deed()->text(), u"Unlock 1 set and delete"_s);
        QVERIFY(!stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->deleted);
        QTRY_VERIFY(stage.deed()->isEnabled());
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->deleted);
    }

    void onProductionReturnThrowsNothingAway()
    {
        RepositoryStage stage({}, { .profile = u"Plant"_s, .isProduction = true });
        openNew(stage);
        stage.type(u"Name"_s, u"boot"_s);
        stage.type(u"Version"_s, u"1.0"_s);
        QTest::keyClick(stage.field(u"Version"_s)->field(), Qt::Key_Return);
        QVERIFY(stage.sheet()); // neither done nor dropped
        QVERIFY(!stage.module(u"boot"_s, u"1.0"_s));
        QVERIFY(stage.deed()->hasFocus());
        QTest::keyClick(stage.deed(), Qt::Key_Return);
        QTRY_VERIFY(stage.module(u"boot"_s, u"1.0"_s));
    }
};

FALCONER_TEST(tst_modulesheets)
#include "tst_modulesheets.moc"
