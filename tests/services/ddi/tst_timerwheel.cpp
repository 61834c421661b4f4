// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/timerwheel.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <vector>

using namespace falconer;

class tst_timerwheel : public Test {
    Q_OBJECT

private slots:
    void runsInOrderOfTheDeadlines()
    {
        TimerWheel wheel;
        QList<int> ran;
        const Call late = wheel.after(60, [&] { ran << 60; });
        const Call early = wheel.after(20, [&] { ran << 20; });
        const Call now = wheel.after(0, [&] { ran << 0; });
        QVERIFY(ran.isEmpty());
        QTRY_COMPARE(ran, (QList<int>{ 0, 20, 60 }));
        QCOMPARE(wheel.pending(), 0);
    }

    void forgetsWhatIsDropped()
    {
        TimerWheel wheel;
        bool dropped = false;
        bool kept = false;
        {
            const Call gone = wheel.after(10, [&] { dropped = true; });
        }
        const Call stays = wheel.after(30, [&] { kept = true; });
        QTRY_VERIFY(kept);
        QVERIFY(!dropped);
    }

    void letsACallbackAddAndDropOthers()
    {
        TimerWheel wheel;
        Call other = wheel.after(20, [] { QFAIL("was dropped"); });
        Call next;
        bool ended = false;
        const Call first = wheel.after(10, [&] {
            other = {};
            next = wheel.after(0, [&] { ended = true; });
        });
        QTRY_VERIFY(ended);
    }

    void carriesThousands()
    {
        TimerWheel wheel;
        int ran = 0;
        std::vector<Call> calls;
        for (int i = 0; i < 5000; ++i)
            calls.push_back(wheel.after(i % 50, [&] { ++ran; }));
        QTRY_COMPARE(ran, 5000);
    }
};

FALCONER_TEST(tst_timerwheel)
#include "tst_timerwheel.moc"
