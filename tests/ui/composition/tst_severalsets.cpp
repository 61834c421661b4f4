// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/composition/setsstage.h"
#include "ui/composition/setssheet.h"

#include <QClipboard>
#include <QProgressBar>

using namespace falconer;
using namespace Qt::StringLiterals;

// Deleting, locking and unlocking several sets at once.
class tst_severalsets : public Test {
    Q_OBJECT

    static SetsSheet *sheet(const SetsStage &stage)
    {
        for (SetsSheet *const each : stage.window->findChildren<SetsSheet *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    static QPushButton *button(const SetsStage &stage, const QString &name)
    {
        return sheet(stage)->findChild<QPushButton *>(name);
    }
    static void selectBoth(const SetsStage &stage, qint64 first, qint64 second)
    {
        stage.select(first);
        stage.select(second, Qt::ControlModifier);
        QTRY_COMPARE(stage.side->selectedCount(), 2);
    }
    static void open(const SetsStage &stage, const QString &command)
    {
        QVERIFY(stage.side->bar().findChild<QAction *>(command)->isEnabled());
        stage.trigger(command);
        QVERIFY(sheet(stage));
        QTRY_VERIFY(button(stage, u"do"_s)->isVisible());
    }
    static void addSets(SetsStage &stage, int count)
    {
        QJsonArray sets;
        for (int i = 0; i < count; ++i)
            sets << QJsonObject{ { u"name"_s, u"bulk"_s }, { u"version"_s, QString::number(i) },
                { u"type"_s, u"os_app"_s } };
        QCOMPARE(stage.bench.manage("POST", "distributionsets", sets).status, 201);
    }

private slots:
    void deletesAfterItSaidWhatThatMeans()
    {
        SetsStage stage;
        stage.bench.assign(stage.bench.gatewayOs());
        const qint64 unused = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        selectBoth(stage, stage.bench.gatewayOs(), unused);
        open(stage, u"delete"_s);
        QVERIFY(button(stage, u"cancel"_s)->hasFocus()); // keeping is the default
        QVERIFY(stage.line(u"hidden"_s).contains("only hides"_L1));
        QVERIFY(stage.line(u"gone"_s).startsWith("never assigned"_L1));
        QVERIFY(stage.find(u"gateway-os"_s, u"2.4.0-rc2"_s)); // nothing was sent yet
        clickAt(button(stage, u"do"_s));
        QTRY_COMPARE(stage.line(u"done"_s), u"were deleted"_s);
        QVERIFY(!button(stage, u"do"_s)->isVisible()); // nothing is left
        clickAt(button(stage, u"copy"_s));
        QVERIFY(QGuiApplication::clipboard()->text().contains("gateway-os 2.4.0-rc2"_L1));
        clickAt(button(stage, u"cancel"_s));
        QTRY_VERIFY(!sheet(stage));
        QVERIFY(!stage.find(u"gateway-os"_s, u"2.4.0-rc2"_s));
        QVERIFY(stage.setJson(stage.bench.gatewayOs())[u"deleted"_s].toBool());
        QTRY_COMPARE(stage.side->model().rowCount(), 38);
        QCOMPARE(stage.side->selectedCount(), 0);
    }

    // One is refused: the other is done all the same, and the refused one can be tried again.
    void goesOnAfterAFailure()
    {
        SetsStage stage;
        const qint64 first = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        addSets(stage, 1);
        stage.side->reload();
        QTRY_COMPARE(stage.side->model().rowCount(), 41);
        const qint64 second = *stage.find(u"bulk"_s, u"0"_s);
        QTRY_VERIFY(stage.rowOf(second) >= 0);
        selectBoth(stage, first, second);
        open(stage, u"lock"_s);
        QVERIFY(button(stage, u"do"_s)->hasFocus());
        QCOMPARE(
            stage.line(u"locked"_s), u"locked: their modules and artifacts no longer change"_s);
        stage.bench.change([&](Fleet &fleet) { fleet.sets.find(first)->valid = false; });
        clickAt(button(stage, u"do"_s));
        QTRY_COMPARE(stage.line(u"done"_s), u"was locked"_s);
        QVERIFY(stage.setJson(second)[u"locked"_s].toBool());
        const QString why = u"was not: The distribution set was invalidated and can neither be "
                            "assigned nor changed any more."_s;
        QCOMPARE(stage.line(u"failed-"_s + why.mid(9)), why);
        stage.bench.change([&](Fleet &fleet) { fleet.sets.find(first)->valid = true; });
        QCOMPARE(button(stage, u"do"_s)->text(), u"Try again"_s);
        clickAt(button(stage, u"do"_s));
        QTRY_VERIFY(stage.setJson(first)[u"locked"_s].toBool());
        QTRY_VERIFY(!button(stage, u"do"_s)->isVisible());
    }

    void unlocksWithModules()
    {
        SetsStage stage;
        const qint64 open = stage.id(DemoProduct::GatewayOs, "2.4.0-rc2");
        selectBoth(stage, stage.bench.gatewayOs(), open);
        tst_severalsets::open(stage, u"unlock"_s);
        QCOMPARE(stage.line(u"same"_s), u"left out: not locked"_s);
        clickAt(button(stage, u"do"_s));
        QTRY_COMPARE(stage.line(u"done"_s), u"was unlocked"_s);
        const QJsonValue set = stage.setJson(stage.bench.gatewayOs());
        QVERIFY(!set[u"locked"_s].toBool());
        QVERIFY(!set[u"modules"_s][0][u"locked"_s].toBool());
    }

    // More than are loaded: it is a query, and everything knows.
    void doesAllThatMatch()
    {
        SetsStage stage;
        addSets(stage, 250);
        QTest::keyClicks(stage.side->findChild<QLineEdit *>(), u"bulk"_s);
        QTRY_COMPARE(stage.side->model().rowCount(), 250);
        QTRY_VERIFY(stage.side->setAt(0));
        stage.side->table().setFocus();
        QTest::keyClick(&stage.side->table(), Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(stage.side->selectedCount(), 250);
        QVERIFY(stage.side->picked().items.isEmpty());
        QCOMPARE(stage.side->verdict(SetCommand::Edit).sentence, u"Select one set only."_s);
        QCOMPARE(
            stage.side->verdict(SetCommand::Compare).sentence, u"Only two sets can be compared."_s);
        open(stage, u"delete"_s);
        QVERIFY(stage.line(u"gone"_s).startsWith("never assigned"_L1)); // the first 200
        QVERIFY(stage.line(u"unknown"_s).startsWith("not looked at"_L1));
        // Stopped in the middle: what is done is done, the rest is as it was.
        const auto *const note = sheet(stage)->findChild<QLabel *>(u"note"_s);
        QString said;
        connect(
            sheet(stage)->findChild<QProgressBar *>(), &QProgressBar::valueChanged, note,
            [&](int answered) {
                if (answered != 3)
                    return;
                said = note->text();
                QTest::keyClick(sheet(stage), Qt::Key_Escape);
            },
            Qt::QueuedConnection);
        clickAt(button(stage, u"do"_s));
        QTRY_VERIFY(!stage.line(u"waiting"_s).isEmpty());
        QVERIFY(said.startsWith("3 of 250"_L1));
        QTRY_VERIFY(stage.side->model().total() > 240 && stage.side->model().total() < 250);
        QVERIFY(sheet(stage)); // the result is still shown
    }

    void saysWhyNothingCanBeRead()
    {
        SetsStage stage;
        addSets(stage, 250);
        stage.side->reload();
        QTRY_COMPARE(stage.side->model().rowCount(), 290);
        stage.side->table().setFocus();
        QTest::keyClick(&stage.side->table(), Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(stage.side->selectedCount(), 290);
        stage.bench.server().stop();
        stage.trigger(u"delete"_s);
        QTRY_VERIFY(sheet(stage)->findChild<Banner *>()->isVisible());
        QVERIFY(!button(stage, u"do"_s)->isVisible());
    }
};

FALCONER_TEST(tst_severalsets)
#include "tst_severalsets.moc"
