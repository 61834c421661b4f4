// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/fleetlanes.h"
#include "tests/support/hand.h"
#include "tests/support/testregistry.h"
#include "ui/compare/failurespanel.h"
#include "ui/compare/groupview.h"
#include "ui/shared/emptystate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_failurespanel : public Test {
    Q_OBJECT

private slots:
    void showsCausesAndTheirDevices()
    {
        FailuresPanel panel;
        panel.resize(460, 320);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.setLanes(fleetLanes(300), fleetStart().addSecs(300));
        QCOMPARE(panel.summary(), u"24 device(s) failed for 5 reason(s)."_s);
        const QSignalSpy chosen(&panel, &FailuresPanel::devicesChosen);
        clickRow(&panel.view(), 1);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toStringList().size(), 5);
        const QModelIndex head = panel.view().model()->index(1, 0);
        QTest::keyClick(&panel.view(), Qt::Key_Right);
        QVERIFY(panel.view().isExpanded(head));
        const QModelIndex item = panel.view().model()->index(0, 0, head);
        panel.view().scrollTo(item);
        QTest::mouseClick(panel.windowHandle(), Qt::LeftButton, {}, placeOf(panel.view(), item));
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1][0].toStringList(), item.data(DevicesRole).toStringList());
    }

    void theFormerSetIsSaid()
    {
        FailuresPanel panel;
        panel.resize(460, 320);
        panel.show();
        panel.setLanes(fleetLanes(300), fleetStart().addSecs(300));
        const QModelIndex head = panel.view().model()->index(1, 0);
        QVERIFY(!head.data(DetailRole).toString().contains(u"former"_s));
        QVERIFY(panel.formerSummary().isEmpty());
        FormerFailures::Known former{ .devices = 24, .isReading = true };
        panel.setFormer(former);
        QVERIFY(panel.formerSummary().startsWith(u"Looking at"_s));
        former = { .failures = { { .controllerId = u"old"_s,
                       .message
                       = failureGroups(*fixed(fleetLanes(300)), {}).at(1).head.cluster.example } },
            .devices = 24,
            .told = 20 };
        panel.setFormer(former);
        QVERIFY(panel.formerSummary().contains(u"20 of 24 devices"_s));
        panel.copy();
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied.count(u"\tyes\t"_s), 1);
        QCOMPARE(copied.count(u"\tnot known\t"_s), 4);
        former.told = 0;
        former.failures.clear();
        former.error = Error{ .kind = ErrorKind::Forbidden };
        panel.setFormer(former);
        QVERIFY(panel.formerSummary().contains(u"is not known: "_s));
        QVERIFY(!head.data(DetailRole).toString().contains(u"former"_s));
    }

    void theFormerSetMarksItsCauses()
    {
        FailuresPanel panel;
        panel.resize(460, 320);
        const QSignalSpy seen(&panel, &FailuresPanel::seen);
        panel.show();
        QCOMPARE(seen.size(), 1);
        panel.setLanes(fleetLanes(300), fleetStart().addSecs(300));
        const QModelIndex head = panel.view().model()->index(1, 0);
        panel.setFormer(
            { .failures = { { .controllerId = u"old"_s,
                  .message
                  = failureGroups(*fixed(fleetLanes(300)), {}).at(1).head.cluster.example } },
                .devices = 24,
                .told = 24 });
        QVERIFY(head.data(DetailRole).toString().contains(u"also before, with the former set"_s));
    }

    void copies()
    {
        FailuresPanel panel;
        panel.resize(460, 320);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.setLanes(fleetLanes(300), fleetStart().addSecs(300));
        QTest::keyClick(&panel.view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').size(), 6);
        clickRow(&panel.view(), 0);
        QTest::keyClick(&panel.view(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].section(u'\t', 0, 0), u"7"_s);
    }

    void withoutFailuresItSaysSo()
    {
        FailuresPanel panel;
        panel.resize(460, 320);
        panel.show();
        panel.setLanes(fleetLanes(1), fleetStart().addSecs(1));
        const auto *const empty = panel.findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->sentence(), u"No device has failed"_s);
    }
};

FALCONER_TEST(tst_failurespanel)
#include "tst_failurespanel.moc"
