// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/live/feedfixture.h"
#include "tests/support/testregistry.h"

using namespace falconer;
using namespace Qt::StringLiterals;

// How often is asked for what people change.
class tst_feedpace : public Test {
    Q_OBJECT

private slots:
    // What the Repository shows: modules, sets, the chosen set and its statistics.
    void anIdleMinuteOfWhatPeopleChangeCostsTwelve()
    {
        FeedFixture f;
        std::vector<Call> calls;
        for (const char *const path : { "/modules", "/sets", "/sets/1", "/sets/1/statistics" })
            calls.push_back(f.watch(path, Priority::Steady, nullptr, Feed::First::InTurn));
        qsizetype fiveMinutes = 0;
        for (int minute = 0; minute < 5; ++minute) {
            const qsizetype requests = f.countMinute();
            QVERIFY(requests <= 12);
            fiveMinutes += requests;
        }
        QCOMPARE(fiveMinutes, 4 * 14); // one in seven ticks
    }

    void aChangeMadeByOthersShowsWithinHalfAMinute()
    {
        FeedFixture f;
        Values values;
        const Call call = f.watch("/modules", Priority::Steady, &values);
        QTRY_COMPARE(values, Values{ "-" });
        f.texts["/modules"] = "changed";
        const qint64 changedAt = f.now;
        while (values.size() < 2 && f.now < changedAt + 30'000)
            f.tick();
        QCOMPARE(values, (Values{ "-", "changed" }));
        QVERIFY(f.now - changedAt <= 24'000);
    }

    void whatPeopleChangeIsAskedForWhereItIsSeen()
    {
        FeedFixture f;
        const Call call = f.watch("/modules", Priority::Steady);
        QTRY_COMPARE(f.ok.count(), 1);
        f.feed.setActive(false);
        f.now += 21'000;
        f.tick(); // what was due by then
        f.takeLines();
        QCOMPARE(f.countMinute(), 0);
        f.feed.setActive(true); // at once
        f.waitForAnswers();
        QCOMPARE(f.takeLines(), QByteArrayList{ "GET /modules" });
        f.feed.setActive(false);
        f.feed.setActive(true); // it was asked for just now
        f.waitForAnswers();
        QVERIFY(f.takeLines().isEmpty());
        f.feed.pause(); // another workspace is in sight
        QCOMPARE(f.countMinute(), 0);
        f.feed.resume();
        f.waitForAnswers();
        QCOMPARE(f.takeLines(), QByteArrayList{ "GET /modules" });
    }
};

FALCONER_TEST(tst_feedpace)
#include "tst_feedpace.moc"
