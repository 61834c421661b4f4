// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/composition/setsstage.h"
#include "ui/composition/differencesheet.h"
#include "ui/composition/differenceview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QRadioButton>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_setsheets : public Test {
    Q_OBJECT

    static void openNew(const SetsStage &stage)
    {
        clickAt(stage.part<QPushButton>(u"newSet"_s));
        QTRY_VERIFY(stage.sheet());
    }
    static void choose(const SetsStage &stage, const QString &name)
    {
        auto *const button = stage.part<QRadioButton>(name);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(10, button->height() / 2));
    }
    static QString summaryOf(const SetsStage &stage)
    {
        const auto *const label = stage.part<QLabel>(u"summary"_s);
        return label ? label->text() : QString();
    }
    static DifferenceView *view(const SetsStage &stage)
    {
        return stage.sheet()->findChild<DifferenceView *>();
    }

private slots:
    void makesASet()
    {
        SetsStage stage;
        openNew(stage);
        clickAt(stage.deed());
        QCOMPARE(stage.problem(), u"A name is wanted."_s);
        stage.type(u"name"_s, u"kiosk"_s);
        QVERIFY(stage.problem().isEmpty()); // it goes with the first letter
        auto *const type = stage.part<QComboBox>(u"type"_s);
        type->setCurrentIndex(type->findData(u"os_app"_s));
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        const std::optional<qint64> made = stage.find(u"kiosk"_s, u"1.0.0"_s);
        QVERIFY(made);
        QCOMPARE(stage.setJson(*made)[u"type"_s].toString(), u"os_app"_s);
        QTRY_VERIFY(stage.side->currentSet());
        QCOMPARE(stage.side->currentSet()->id, *made);
    }

    // The type stands third, although it is made after the fields of all such forms.
    void tabGoesThroughTheFieldsAsTheyStand()
    {
        SetsStage stage;
        openNew(stage);
        stage.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        QTRY_VERIFY(stage.part<QLineEdit>(u"name"_s)->hasFocus());
        for (const QString &next :
            { u"version"_s, u"type"_s, u"description"_s, u"migration"_s, u"cancel"_s, u"do"_s }) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), next);
        }
    }

    void saysThatANameIsTaken()
    {
        SetsStage stage;
        openNew(stage);
        stage.type(u"name"_s, u"gateway-os"_s);
        stage.type(u"version"_s, u"2.4.0"_s);
        auto *const type = stage.part<QComboBox>(u"type"_s);
        type->setCurrentIndex(type->findData(u"os_app"_s));
        clickAt(stage.deed());
        QTRY_VERIFY(stage.problem().startsWith("gateway-os 2.4.0 of this type exists"_L1));
        QCOMPARE(stage.part<QLineEdit>(u"name"_s)->text(), u"gateway-os"_s);
        stage.sheet()->reject();

        // It was assigned once: deleted, it is only hidden.
        stage.bench.manage(
            "DELETE", "distributionsets/" + QByteArray::number(stage.bench.gatewayOs()));
        openNew(stage);
        stage.type(u"name"_s, u"gateway-os"_s);
        stage.type(u"version"_s, u"2.4.0"_s);
        auto *const again = stage.part<QComboBox>(u"type"_s);
        again->setCurrentIndex(again->findData(u"os_app"_s));
        clickAt(stage.deed());
        QTRY_VERIFY(stage.problem().contains("only hid it"_L1));
        QCOMPARE(stage.part<QLineEdit>(u"version"_s)->text(), u"2.4.0"_s);
        stage.type(u"version"_s, u"2.4.1"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.find(u"gateway-os"_s, u"2.4.1"_s));
    }

    void editsOnlyWhatWasChanged()
    {
        SetsStage stage;
        const qint64 set = stage.bench.gatewayOs();
        stage.show(set);
        stage.run(u"edit"_s);
        QTest::keyClicks(stage.part<QPlainTextEdit>(u"description"_s), u"Fixes boot"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QCOMPARE(stage.setJson(set)[u"description"_s].toString(), u"Fixes boot"_s);
        QTRY_COMPARE(stage.side->currentSet()->description, u"Fixes boot"_s);
        // Nothing changed: nothing sent.
        stage.run(u"edit"_s);
        const QJsonValue before = stage.setJson(set);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QCOMPARE(stage.setJson(set)[u"lastModifiedAt"_s], before[u"lastModifiedAt"_s]);
    }

    // The lock is known: saving says what it does first, and goes on with what was typed.
    void unlocksToSave()
    {
        SetsStage stage;
        const qint64 set = stage.bench.gatewayOs();
        stage.show(set);
        stage.run(u"edit"_s);
        QCOMPARE(stage.deed()->text(), u"Save"_s);
        QTest::keyClicks(stage.part<QPlainTextEdit>(u"description"_s), u"Fixes boot"_s);
        auto *const step = stage.part<QCheckBox>(u"migration"_s);
        QTest::keyClick(step, Qt::Key_Space);
        QCOMPARE(stage.deed()->text(), u"Unlock and save"_s);
        QVERIFY(
            stage.sheet()->findChild<Banner *>()->sentence().startsWith("The set is locked"_L1));
        QTest::keyClick(step, Qt::Key_Space); // taken back: nothing to unlock for
        QCOMPARE(stage.deed()->text(), u"Save"_s);
        QTest::keyClick(step, Qt::Key_Space);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(!stage.setJson(set)[u"locked"_s].toBool());
        QVERIFY(stage.setJson(set)[u"requiredMigrationStep"_s].toBool());
        QCOMPARE(stage.setJson(set)[u"description"_s].toString(), u"Fixes boot"_s);
    }

    // Somebody locked it while the sheet was open: 423 offers the way out.
    void offersTheUnlockAfterARefusal()
    {
        SetsStage stage;
        const qint64 set = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        stage.show(set);
        stage.run(u"edit"_s);
        QTest::keyClicks(stage.part<QPlainTextEdit>(u"description"_s), u"Fixes boot"_s);
        QTest::keyClick(stage.part<QCheckBox>(u"migration"_s), Qt::Key_Space);
        stage.bench.manage("PUT", "distributionsets/" + QByteArray::number(set),
            QJsonObject{ { u"locked"_s, true } });
        QCOMPARE(stage.deed()->text(), u"Save"_s);
        clickAt(stage.deed());
        QTRY_COMPARE(stage.deed()->text(), u"Unlock and save"_s);
        QVERIFY(stage.setJson(set)[u"locked"_s].toBool()); // nothing without a click
        QCOMPARE(stage.part<QPlainTextEdit>(u"description"_s)->toPlainText(), u"Fixes boot"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.setJson(set)[u"requiredMigrationStep"_s].toBool());
        QCOMPARE(stage.setJson(set)[u"description"_s].toString(), u"Fixes boot"_s);
    }

    void keepsWhatWasTypedWhenTheServerIsGone()
    {
        SetsStage stage;
        stage.show(stage.bench.gatewayOs());
        stage.run(u"clone"_s);
        QCOMPARE(stage.part<QLineEdit>(u"version"_s)->text(), u"2.4.1"_s); // proposed
        stage.type(u"version"_s, u"2.5.0"_s);
        stage.bench.server().stop();
        clickAt(stage.deed());
        auto *const banner = stage.sheet()->findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(stage.deed()->isEnabled());
        QCOMPARE(stage.part<QLineEdit>(u"version"_s)->text(), u"2.5.0"_s);
    }

    void clonesWithMetadataAndTags()
    {
        SetsStage stage;
        stage.show(stage.bench.gatewayOs());
        clickAt(stage.part<TagChip>(u"tag-stable"_s));
        QTRY_VERIFY(stage.part<TagChip>(u"tag-stable"_s)->isGiven());
        stage.run(u"clone"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        const std::optional<qint64> made = stage.find(u"gateway-os"_s, u"2.4.1"_s);
        QVERIFY(made);
        QCOMPARE(stage.modulesOf(*made), stage.modulesOf(stage.bench.gatewayOs()));
        QTRY_VERIFY(stage.page->shownSet() && stage.page->shownSet()->id == *made);
        QTRY_VERIFY(stage.part<TagChip>(u"tag-stable"_s)
            && stage.part<TagChip>(u"tag-stable"_s)->isGiven());
        QCOMPARE(
            stage.read("distributionsets/" + QByteArray::number(*made) + "/metadata")[u"total"_s]
                .toInt(),
            1);
    }

    void invalidates()
    {
        SetsStage stage({}, { .profile = u"Plant"_s, .colour = Qt::red, .isProduction = true });
        const qint64 set = stage.bench.gatewayOs();
        const qint64 action = stage.bench.assign(set);
        stage.show(set);
        stage.trigger(u"invalidate"_s);
        QTRY_COMPARE(stage.line(u"actions"_s), u"running action: its device is asked to cancel"_s);
        QTRY_VERIFY(stage.keep()->hasFocus()); // Cancel is the default
        choose(stage, u"force"_s);
        QTRY_COMPARE(
            stage.line(u"actions"_s), u"running action ends at once, whatever its device does"_s);
        QVERIFY(stage.setJson(set)[u"valid"_s].toBool()); // nothing was sent yet
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(!stage.setJson(set)[u"valid"_s].toBool());
        QVERIFY(!stage.bench.action(action).active);
        QTRY_VERIFY(!stage.side->currentSet()->valid);
    }

    // 0.9 words actions otherwise, and answers writes with 200.
    void worksOnTheOldWire()
    {
        SetsStage stage({ .wire = Wire::V0_9_0 });
        const qint64 set = stage.bench.gatewayOs();
        const qint64 action = stage.bench.assign(set);
        stage.show(set);
        stage.run(u"clone"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.find(u"gateway-os"_s, u"2.4.1"_s));
        QTRY_VERIFY(stage.rowOf(set) >= 0);
        stage.show(set);
        stage.trigger(u"invalidate"_s);
        QTRY_COMPARE(stage.line(u"actions"_s), u"running action: its device is asked to cancel"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.setJson(set)[u"valid"_s].toBool());
        QCOMPARE(stage.bench.action(action).status, u"canceling"_s);
    }

    void letsActionsGoOnIfAsked()
    {
        SetsStage stage;
        const qint64 set = stage.bench.gatewayOs();
        const qint64 action = stage.bench.assign(set);
        stage.show(set);
        stage.trigger(u"invalidate"_s);
        QTRY_VERIFY(!stage.line(u"actions"_s).isEmpty());
        choose(stage, u"none"_s);
        QTRY_COMPARE(stage.line(u"actions"_s), u"running action goes on"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.setJson(set)[u"valid"_s].toBool());
        QVERIFY(stage.bench.action(action).active);
    }

    void saysWhatDeletingMeans()
    {
        SetsStage stage;
        stage.bench.assign(stage.bench.gatewayOs());
        stage.show(stage.bench.gatewayOs());
        stage.trigger(u"delete"_s);
        QTRY_VERIFY(stage.line(u"hidden"_s).contains("only hides it"_L1));
        QVERIFY(stage.line(u"running"_s).startsWith("1 action of it has not ended"_L1));
        clickAt(stage.keep());
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(!stage.setJson(stage.bench.gatewayOs())[u"deleted"_s].toBool());

        const qint64 unused = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        stage.show(unused);
        stage.trigger(u"delete"_s);
        QTRY_VERIFY(!stage.line(u"gone"_s).isEmpty());
        QCOMPARE(stage.line(u"running"_s), QString());
        clickAt(stage.deed());
        QTRY_COMPARE(stage.side->model().rowCount(), 39);
        QVERIFY(!stage.find(u"gateway-os"_s, u"2.4.0-rc2"_s));
    }

    void nothingIrrevocableBeforeItIsKnownWhatItDoes_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("line");
        QTest::newRow("invalidate") << u"invalidate"_s << u"actions"_s;
        QTest::newRow("delete") << u"delete"_s << u"unknown"_s;
    }

    // Where it cannot be read, that is said, and it may go on.
    void nothingIrrevocableBeforeItIsKnownWhatItDoes()
    {
        QFETCH(QString, command);
        QFETCH(QString, line);
        SetsStage stage;
        stage.show(stage.bench.gatewayOs());
        stage.bench.server().stop();
        stage.trigger(command);
        QVERIFY(stage.sheet());
        QVERIFY(!stage.deed()->isEnabled());
        QVERIFY(stage.deed()->toolTip().endsWith(u"..."_s));
        QVERIFY(stage.line(line).isEmpty());
        QTRY_VERIFY(stage.deed()->isEnabled());
        QTRY_VERIFY(!stage.line(line).isEmpty());
        QVERIFY(stage.deed()->toolTip().isEmpty());
        QVERIFY(stage.keep()->hasFocus());
    }

    void comparesTwoSets()
    {
        SetsStage stage;
        stage.select(stage.id(DemoProduct::GatewayOs, "2.3.1"));
        stage.select(stage.bench.gatewayOs(), Qt::ControlModifier);
        stage.run(u"compare"_s);
        QTRY_COMPARE(summaryOf(stage), u"2 of 2 modules differ."_s);
        QVERIFY(view(stage)->toPlainText().contains("other version"_L1));
        QVERIFY(!view(stage)->toPlainText().contains("same\n"_L1)); // folded
        QVERIFY(!stage.deed()->isVisible());
        // By keyboard: the link takes the focus of Tab, and Return follows it.
        view(stage)->setFocus();
        QTest::keyClick(view(stage), Qt::Key_Tab);
        while (!view(stage)->textCursor().selectedText().startsWith("Show"_L1))
            QTest::keyClick(view(stage), Qt::Key_Tab);
        QTest::keyClick(view(stage), Qt::Key_Return);
        QVERIFY(view(stage)->toPlainText().contains("Hide what is equal"_L1));
        clickAt(stage.part<QPushButton>(u"copy"_s));
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith("2 of 2 modules differ.\n"_L1));
        QVERIFY(copied.contains("OS\tgateway-os 2.3.1\tgateway-os 2.4.0\tother version\n"_L1));
    }

    void comparesWithWhatATargetHas()
    {
        SetsStage stage;
        const qint64 installed = stage.id(DemoProduct::GatewayOs, "2.3.1");
        stage.show(stage.bench.gatewayOs());
        stage.run(u"compare"_s);
        stage.type(u"target"_s, u"nosuch"_s);
        clickAt(stage.deed());
        QTRY_COMPARE(stage.problem(), u"There is no target nosuch."_s);
        stage.type(u"target"_s, u"dev-1"_s);
        clickAt(stage.deed());
        QTRY_COMPARE(
            summaryOf(stage), u"dev-1 has no set installed, as far as the server knows."_s);
        const auto *const summary = stage.part<QLabel>(u"summary"_s);
        auto *const target = stage.part<QLineEdit>(u"target"_s);
        QTest::keyClick(target, Qt::Key_2); // another one
        QVERIFY(!summary->isVisible());
        stage.type(u"target"_s, u"dev-1"_s);
        stage.bench.change(
            [&](Fleet &fleet) { fleet.targets.edit(u"dev-1"_s)->installedSet = installed; });
        QTest::keyClick(target, Qt::Key_Return);
        QTRY_COMPARE(summaryOf(stage), u"2 of 2 modules differ."_s);
        stage.bench.change([&](Fleet &fleet) {
            fleet.targets.edit(u"dev-1"_s)->installedSet = stage.bench.gatewayOs();
        });
        clickAt(stage.deed());
        QTRY_COMPARE(summaryOf(stage), u"dev-1 has this very set installed."_s);
    }
};

FALCONER_TEST(tst_setsheets)
#include "tst_setsheets.moc"
