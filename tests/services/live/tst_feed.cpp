// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/live/feedfixture.h"
#include "tests/support/testregistry.h"

#include <set>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_feed : public Test {
    Q_OBJECT

private slots:
    void sendsARequestOnceATickWhoeverAsked()
    {
        FeedFixture f;
        Values one;
        Values two;
        const Call first = f.watch("/a", Priority::OnScreen, &one);
        const Call second = f.watch("/a", Priority::Lane, &two);
        const Call other = f.watch("/b", Priority::OnScreen);
        QVERIFY(f.takeLines().isEmpty()); // not before watch() returned
        QTRY_COMPARE(f.ok.count(), 2);
        QCOMPARE(f.takeLines().size(), 2);
        QCOMPARE(one, Values{ "-" });
        QCOMPARE(two, Values{ "-" });
        f.tick();
        QCOMPARE(f.takeLines().size(), 2);
    }

    void tellsOnlyWhatChanged()
    {
        FeedFixture f;
        Values values;
        const Call call = f.watch("/a", Priority::OnScreen, &values);
        QTRY_COMPARE(f.ok.count(), 1);
        f.tick();
        f.tick();
        QCOMPARE(f.unchanged, 2);
        QCOMPARE(values, Values{ "-" });
        f.texts["/a"] = "new";
        f.tick();
        QCOMPARE(values, (Values{ "-", "new" }));
    }

    void aValueThatIsTheSameUnderAnotherEtagIsNoNews()
    {
        FeedFixture f;
        Values values;
        Request<int> request;
        request.path = "/a";
        request.decode = [](const Response &) -> Result<int> { return 7; };
        const Call call = f.feed.watch(request, Priority::OnScreen,
            [&](const Result<int> &value) { values << QByteArray::number(*value); });
        QTRY_COMPARE(f.ok.count(), 1);
        f.texts["/a"] = "other bytes, same meaning";
        f.tick();
        QCOMPARE(f.unchanged, 0);
        QCOMPARE(values, Values{ "7" });
    }

    void aSecondWatcherGetsWhatIsKnown()
    {
        FeedFixture f;
        const Call first = f.watch("/a", Priority::OnScreen);
        QTRY_COMPARE(f.ok.count(), 1);
        f.takeLines();
        Values values;
        const Call second = f.watch("/a", Priority::OnScreen, &values);
        QCOMPARE(values, Values());
        QTRY_COMPARE(values, Values{ "-" });
        QCOMPARE(f.takeLines(), QByteArrayList());
    }

    void whoComesBackSoonFindsWhatWasKnown()
    {
        FeedFixture f;
        Call call = f.watch("/a", Priority::OnScreen);
        QTRY_COMPARE(f.ok.count(), 1);
        call.abort();
        Values values;
        call = f.watch("/a", Priority::OnScreen, &values);
        QTRY_COMPARE(values, Values{ "-" });
        f.tick();
        QCOMPARE(f.unchanged, 1);
    }

    void aDroppedWatcherStopsItsRequests()
    {
        FeedFixture f;
        Call call = f.watch("/a", Priority::OnScreen);
        const Call other = f.watch("/b", Priority::OnScreen);
        QTRY_COMPARE(f.ok.count(), 2);
        f.takeLines();
        call.abort();
        f.tick();
        QCOMPARE(f.takeLines(), QByteArrayList{ "GET /b" });
    }

    void nobodyIsToldAfterDropping()
    {
        FeedFixture f;
        Values values;
        Call call = f.watch("/a", Priority::OnScreen, &values);
        // When the server has heard it and its answer is under way.
        connect(&f.server, &ScriptedServer::heardOne, &f.feed, [&] { call.abort(); });
        QTRY_COMPARE(f.server.heard().size(), 1);
        const Call other = f.watch("/b", Priority::OnScreen);
        QTRY_COMPARE(f.ok.count(), 1);
        QCOMPARE(values, Values());
    }

    void aWatcherMayDropItselfAndOthers()
    {
        FeedFixture f;
        Values values;
        Call second;
        Call first = f.feed.watch(read("/a"), Priority::OnScreen, [&](const Result<QByteArray> &) {
            values << "first";
            first.abort();
            second.abort();
        });
        second = f.watch("/a", Priority::OnScreen, &values);
        QTRY_COMPARE(f.ok.count(), 1);
        QCOMPARE(values, Values{ "first" });
        f.takeLines();
        f.tick();
        QCOMPARE(f.takeLines(), QByteArrayList());
    }

    void aCallMayOutliveTheFeed()
    {
        Call call;
        {
            FeedFixture f;
            call = f.watch("/a", Priority::OnScreen);
        }
        call.abort();
    }

    void anIdleMinuteCostsTwentyRequests()
    {
        FeedFixture f;
        // A page of targets and one of sets, loaded by their models; nothing runs.
        const Call targets = f.watch("/targets", Priority::OnScreen, nullptr, Feed::First::InTurn);
        const Call sets = f.watch("/sets", Priority::Slow, nullptr, Feed::First::InTurn);
        QCOMPARE(f.countMinute(), 20);
        // Any later minute too, but for the sets once in five of them.
        qsizetype fiveMinutes = 0;
        for (int minute = 0; minute < 5; ++minute)
            fiveMinutes += f.countMinute();
        QCOMPARE(fiveMinutes, 101);
        QCOMPARE(f.unchanged, 119); // all but the first of each
        QCOMPARE(f.feed.state(), Feed::State::Live);
    }

    void aChangeMadeElsewhereShowsWithinThreeSeconds()
    {
        FeedFixture f;
        Values values;
        const Call call = f.watch("/targets", Priority::OnScreen, &values);
        QTRY_COMPARE(values, Values{ "-" });
        f.texts["/targets"] = "changed";
        QVERIFY(f.feed.interval() <= 3'000);
        f.tick();
        QCOMPARE(values, (Values{ "-", "changed" }));
    }

    void aMinuteWithTwentyInstallingLanes()
    {
        FeedFixture f;
        std::vector<Call> calls;
        for (int lane = 0; lane < 20; ++lane)
            calls.push_back(f.watch("/actions/" + QByteArray::number(lane), Priority::Lane));
        calls.push_back(f.watch("/targets", Priority::OnScreen));
        calls.push_back(f.watch("/sets", Priority::Slow));
        QTRY_COMPARE(f.ok.count(), 22);
        QCOMPARE(f.feed.interval(), 2'000);
        f.unchanged = 0;
        QCOMPARE(f.countMinute(), 30 * 21);
        QCOMPARE(f.unchanged, 30 * 21);
        QVERIFY(f.feed.requestsPerSecond() <= 11.0);
        calls.erase(calls.begin(), calls.begin() + 20);
        QCOMPARE(f.feed.interval(), 3'000);
    }

    void oneBudgetIsSharedInTurn()
    {
        FeedFixture f({ .budget = 5 });
        std::vector<Call> calls;
        for (int lane = 0; lane < 8; ++lane) {
            calls.push_back(f.watch(
                "/" + QByteArray::number(lane), Priority::Lane, nullptr, Feed::First::InTurn));
        }
        calls.push_back(f.watch("/targets", Priority::OnScreen, nullptr, Feed::First::InTurn));
        std::set<QByteArray> asked;
        for (int tick = 0; tick < 2; ++tick) {
            f.tick();
            const QByteArrayList lines = f.takeLines();
            QCOMPARE(lines.size(), 5);
            QVERIFY(lines.contains("GET /targets"));
            asked.insert(lines.begin(), lines.end());
        }
        QCOMPARE(asked.size(), size_t(9));
    }

    void whatIsOffScreenIsSweptAFewATick()
    {
        FeedFixture f;
        std::vector<Call> calls;
        for (int action = 0; action < 6; ++action) {
            calls.push_back(f.watch(
                "/" + QByteArray::number(action), Priority::Sweep, nullptr, Feed::First::InTurn));
        }
        std::set<QByteArray> asked;
        for (int tick = 0; tick < 3; ++tick) {
            f.tick();
            const QByteArrayList lines = f.takeLines();
            QCOMPARE(lines.size(), 2);
            asked.insert(lines.begin(), lines.end());
        }
        QCOMPARE(asked.size(), size_t(6));
    }

    void backsOffAndProbesWithOneRequest()
    {
        FeedFixture f;
        Values values;
        Values others;
        const Call one = f.watch("/a", Priority::OnScreen, &values);
        const Call two = f.watch("/b", Priority::OnScreen, &others);
        QTRY_COMPARE(f.ok.count(), 2);
        f.takeLines();
        QSignalSpy state(&f.feed, &Feed::stateChanged);
        f.status = 503;
        const QList<int> intervals{ 6'000, 12'000, 24'000, 48'000, 60'000, 60'000 };
        for (qsizetype i = 0; i < intervals.size(); ++i) {
            const int heard = int(f.server.heard().size());
            f.now += f.feed.interval();
            f.feed.tick();
            QTRY_COMPARE(f.feed.interval(), intervals[i]);
            QTRY_COMPARE(others.last(), "error"); // the second of the first tick
            QTRY_VERIFY(f.server.heard().size() > heard);
            QCOMPARE(f.takeLines().size(), i == 0 ? 2 : 1);
        }
        QCOMPARE(f.feed.state(), Feed::State::Failing);
        QCOMPARE(state.count(), 1);
        QTRY_COMPARE(values, (Values{ "-", "error" })); // once, not at each try

        f.status = 200;
        f.now += f.feed.interval();
        f.feed.tick();
        // The others do not wait any longer.
        QTRY_COMPARE(others, (Values{ "-", "error", "-" }));
        QTRY_COMPARE(f.feed.state(), Feed::State::Live);
        QCOMPARE(f.feed.interval(), 3'000);
        QTRY_COMPARE(values, (Values{ "-", "error", "-" }));
    }

    void waitsAsLongAsTheServerAsksFor()
    {
        FeedFixture f;
        f.status = 429;
        f.failureHeaders = { { "Retry-After", "20" } };
        const Call call = f.watch("/a", Priority::OnScreen);
        QTRY_COMPARE(f.feed.interval(), 20'000);
        QCOMPARE(f.feed.state(), Feed::State::Failing);
    }

    void whatIsRefusedIsAskedSeldom()
    {
        FeedFixture f;
        f.missing << "/gone";
        Values values;
        const Call gone = f.watch("/gone", Priority::OnScreen, &values);
        const Call there = f.watch("/a", Priority::OnScreen);
        QTRY_COMPARE(f.ok.count(), 2);
        QCOMPARE(values, Values{ "error" });
        f.takeLines();
        f.tick();
        f.tick();
        QCOMPARE(f.takeLines(), (QByteArrayList{ "GET /a", "GET /a" }));
        QCOMPARE(f.feed.state(), Feed::State::Live);
    }

    void isSlowerWhenHiddenAndAsksAtOnceWhenSeen()
    {
        FeedFixture f;
        const Call call = f.watch("/a", Priority::Lane);
        QTRY_COMPARE(f.ok.count(), 1);
        f.feed.setActive(false);
        QCOMPARE(f.feed.interval(), 15'000);
        QCOMPARE(f.feed.state(), Feed::State::Slow);
        QCOMPARE(f.countMinute(), 4);
        f.feed.setActive(true);
        f.waitForAnswers();
        QCOMPARE(f.takeLines().size(), 1);
        QCOMPARE(f.feed.interval(), 2'000);
    }

    void whilePausedOnlyWhatIsNewIsAskedFor()
    {
        FeedFixture f;
        const Call call = f.watch("/a", Priority::OnScreen);
        QTRY_COMPARE(f.ok.count(), 1);
        f.takeLines();
        f.feed.pause();
        QCOMPARE(f.feed.state(), Feed::State::Paused);
        f.feed.tick();
        const Call opened = f.watch("/opened", Priority::OnScreen);
        QTRY_COMPARE(f.ok.count(), 2);
        QCOMPARE(f.takeLines(), QByteArrayList{ "GET /opened" });
        f.now += 1;
        f.feed.resume();
        QTRY_COMPARE(f.ok.count(), 4);
        QCOMPARE(f.feed.state(), Feed::State::Live);
    }

    void asksAgainAtOnceAfterAWrite()
    {
        FeedFixture f;
        const Call sets = f.watch("/sets", Priority::Slow);
        QTRY_COMPARE(f.ok.count(), 1);
        f.takeLines();
        f.feed.refresh();
        QTRY_COMPARE(f.ok.count(), 2);
        QCOMPARE(f.takeLines(), QByteArrayList{ "GET /sets" });
    }

    void ticksByItself()
    {
        ScriptedServer server([](const HeardRequest &) { return httpAnswer(200, "x"); });
        Client client({ .server = server.url(), .useSystemProxy = false });
        Feed feed(client, { .idle = 10 });
        const Call call
            = feed.watch(read("/a"), Priority::OnScreen, [](const Result<QByteArray> &) {});
        QTRY_VERIFY(server.heard().size() >= 4);
        QVERIFY(feed.lastSuccess().isValid());
    }
};

FALCONER_TEST(tst_feed)
#include "tst_feed.moc"
