// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinesource.h"
#include "services/history/historycache.h"
#include "services/time/utc.h"
#include "services/timeline/patternstore.h"
#include "tests/models/fakefleet.h"
#include "tests/support/testregistry.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_timelinesource : public Test {
    Q_OBJECT

private:
    FakeFleet m_fleet;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<Feed> m_feed;
    std::unique_ptr<TimelineSource> m_source;

    int heard(const QByteArray &part) const
    {
        int count = 0;
        for (const QByteArray &line : m_server->lines())
            count += line.contains(part);
        return count;
    }

    static QList<TimelineSource::Wanted> devices(int count)
    {
        QList<TimelineSource::Wanted> wanted;
        for (int i = 0; i < count; ++i)
            wanted << TimelineSource::Wanted{ .controllerId = u"dev-%1"_s.arg(i) };
        return wanted;
    }

    // slowly: the feed asks only when the test says so.
    void prepare(bool slowly = false)
    {
        m_fleet = {};
        m_server = std::make_unique<ScriptedServer>(
            [this](const HeardRequest &request) { return m_fleet.answer(request); });
        m_client = std::make_unique<Client>(ClientOptions{ .server = m_server->url() });
        constexpr int never = 3'600'000;
        m_feed = std::make_unique<Feed>(
            *m_client, slowly ? FeedPace{ .busy = never, .idle = never } : FeedPace());
        m_source = std::make_unique<TimelineSource>(*m_client, *m_feed);
    }

private slots:
    void cleanup()
    {
        m_source.reset();
        m_feed.reset();
        m_client.reset();
        m_server.reset();
    }

    void loadsAllPagesOnce()
    {
        prepare();
        m_fleet.statuses = 1'001;
        m_fleet.active = false;
        m_source->setTargets(devices(1));
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 1'001);
        const TimelineLane lane = m_source->lane(0);
        QCOMPARE(lane.statuses.last().id, 1'001);
        QCOMPARE(lane.timeline.outcome.kind, OutcomeKind::Success);
        QCOMPARE(heard("/status?"), 3);
        m_source->setVisibleLanes({ 0 });
        m_feed->tick();
        QCOMPARE(heard("/status?"), 3); // a finished history never changes
    }

    void ownPatternsAreReadWithoutAskingAgain()
    {
        prepare();
        m_fleet.active = false;
        m_source->setPatterns(MessagePatterns({ { PatternRole::Mark, u"^m"_s, u"before"_s } }));
        m_source->setTargets(devices(3));
        QTRY_COMPARE(m_source->lane(2).statuses.size(), 3);
        QCOMPARE(m_source->lane(2).timeline.steps.size(), 0);
        QTRY_COMPARE(m_server->lines().size(), 9); // actions, statuses, and last the set of each
        const QList<QByteArray> asked = m_server->lines();
        const QSignalSpy changed(m_source.get(), &LaneList::changed);
        m_source->setPatterns(MessagePatterns({ { PatternRole::Begin, u"^m 2"_s, u"Two"_s } }));
        for (int i = 0; i < 3; ++i) {
            QTRY_COMPARE(m_source->lane(i).timeline.steps.size(), 1);
            QCOMPARE(m_source->lane(i).timeline.steps.first().name, u"Two"_s);
            QCOMPARE(m_source->lane(i).statuses.size(), 3);
        }
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(m_server->lines(), asked);
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        PatternStore store(settings);
        m_source->followPatterns(store);
        QTRY_COMPARE(m_source->lane(2).timeline.steps.size(), 0);
        QVERIFY(store.save({ { PatternRole::Begin, u"^m 2"_s, u"Second"_s } }).has_value());
        QTRY_COMPARE(m_source->lane(2).timeline.steps.size(), 1);
        m_source.reset(); // before the store
    }

    void followsARunningLaneInView()
    {
        prepare();
        m_source->setVisibleLanes({ 0 });
        m_source->setTargets(devices(2));
        QTRY_COMPARE(m_source->lane(1).statuses.size(), 3);
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        m_fleet.statuses = 5;
        m_feed->refresh();
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 5);
        QCOMPARE(m_source->lane(1).statuses.size(), 3); // out of sight: not asked for
        // More came than one page of news holds: nothing is lost.
        m_fleet.statuses = 300;
        m_feed->refresh();
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 300);
    }

    void commandsKnowAnEndAsSoonAsItIsReported()
    {
        prepare();
        const QSignalSpy told(m_source.get(), &TimelineSource::shownActionsChanged);
        m_source->setVisibleLanes({ 0 });
        m_source->setTargets(devices(1));
        QTRY_COMPARE(told.size(), 1);
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        m_fleet.statuses = 4;
        m_fleet.active = false;
        m_feed->tick(); // actions are not due yet
        QTRY_COMPARE(told.size(), 2);
        QVERIFY(!m_source->shownActions().first().active);
        QTRY_VERIFY(!m_source->lane(0).isLoading);
        QCOMPARE(m_source->lane(0).timeline.outcome.kind, OutcomeKind::Success);
        QVERIFY(!m_source->lane(0).action->active);
    }

    void whatSomebodyElseAssignsIsFound()
    {
        prepare();
        m_fleet.active = false;
        m_source->setVisibleLanes({ 0 });
        m_source->setTargets(devices(2));
        QTRY_COMPARE(m_source->lane(1).statuses.size(), 3);
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        QCOMPARE(m_source->lane(0).action->id, 7);
        m_fleet.newest = 8;
        m_fleet.active = true;
        m_source->lookFor({ u"dev-0"_s });
        QTRY_COMPARE(m_source->lane(0).action->id, 8);
        QVERIFY(m_source->lane(0).action->active);
        QCOMPARE(m_source->lane(1).action->id, 7);
        QTRY_VERIFY(!m_source->lane(0).isLoading);
        QCOMPARE(heard("/actions?"), 3);
    }

    // Neither the table shows the devices nor is anybody looking at their lanes.
    void whatSomebodyElseAssignsOutOfSightIsFound()
    {
        prepare(true);
        m_fleet.devices = 3;
        m_fleet.active = false;
        m_source->setTargets(devices(3));
        QTRY_COMPARE(m_source->readLanes(), 3);
        m_feed->tick();
        QTRY_COMPARE(heard("/rest/v1/actions?"), 1);
        m_fleet.assigned[u"dev-2"_s] = 9;
        m_fleet.active = true;
        QTRY_VERIFY((m_feed->tick(), m_source->lane(2).action->id == 9));
        QVERIFY(m_source->lane(2).action->active);
        QTRY_VERIFY(!m_source->lane(2).isLoading);
        QCOMPARE(m_source->lane(1).action->id, 7);
        QCOMPARE(heard("dev-0/actions?"), 1);
        QCOMPARE(heard("dev-1/actions?"), 1);
        QCOMPARE(heard("dev-2/actions?"), 2);
    }

    // In the workspace of actions a lane is of one action: what replaced it ended it.
    void aLaneOfOneActionLearnsThatItWasReplaced()
    {
        prepare(true);
        QList<TimelineSource::Wanted> wanted = devices(1);
        wanted[0].actionId = 7;
        m_source->setTargets(wanted);
        QTRY_COMPARE(m_source->readLanes(), 1);
        QVERIFY(m_source->lane(0).action->active);
        m_feed->tick();
        QTRY_COMPARE(heard("/rest/v1/actions?"), 1);
        m_fleet.assigned[u"dev-0"_s] = 8;
        QTRY_VERIFY((m_feed->tick(), !m_source->lane(0).action->active));
        QCOMPARE(m_source->lane(0).action->id, 7);
    }

    void lookingForNewerActionsCostsOneRequestATick()
    {
        prepare(true);
        m_fleet.devices = 150;
        m_fleet.active = false;
        m_source->setReadsAll(false);
        m_source->setTargets(devices(150));
        m_source->setReadsAll(false); // a new selection begins to read
        const QSignalSpy answered(m_feed.get(), &Feed::answered);
        for (int tick = 1; tick <= 4; ++tick) {
            m_feed->tick();
            QTRY_COMPARE(answered.size(), tick);
            QCoreApplication::processEvents(); // what was learned from it
            QCOMPARE(heard("/rest/v1/actions?"), tick);
            QCOMPARE(heard("id%3Dgt%3D7"), tick - 1);
        }
        m_source->setTargets({});
        m_feed->tick();
        m_feed->tick();
        QCOMPARE(heard("/rest/v1/actions?"), 4);
    }

    void aPollAfterTheSelectionIsSeen()
    {
        prepare();
        m_source->setVisibleLanes({ 0, 1 });
        QList<TimelineSource::Wanted> wanted = devices(2);
        wanted[0].poll = PollStatus{ QDateTime::fromMSecsSinceEpoch(base, inUtc), {}, false };
        m_source->setTargets(wanted);
        QTRY_COMPARE(m_source->lane(1).statuses.size(), 3);
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        m_fleet.polledAt = base + 60'000;
        m_feed->tick();
        QTRY_COMPARE(m_source->lane(0).poll->lastRequestAt.toMSecsSinceEpoch(), base + 60'000);
        QVERIFY(!m_source->lane(1).poll);
        QCOMPARE(heard("/targets?"), 1); // one request for all lanes
        m_source->setOlderShown(true);   // what is known of the selection is older
        QCOMPARE(m_source->lane(0).poll->lastRequestAt.toMSecsSinceEpoch(), base + 60'000);
    }

    void nobodyAsksWhenDevicesOfEndedActionsPoll()
    {
        prepare();
        m_fleet.active = false;
        m_source->setVisibleLanes({ 0 });
        m_source->setTargets(devices(1));
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        m_feed->refresh();
        QTRY_COMPARE(heard("dev-0/actions?"), 2);
        QCOMPARE(heard("/targets?"), 0);
    }

    void actionsAreToldOnceHoweverManyReportsCome()
    {
        prepare();
        const QSignalSpy told(m_source.get(), &TimelineSource::shownActionsChanged);
        m_source->setVisibleLanes({ 0 });
        m_source->setTargets(devices(1));
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(m_source->shownActions().size(), 1);
        m_fleet.statuses = 5;
        m_feed->refresh();
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 5);
        QCOMPARE(told.size(), 1);
        m_source->setTargets({});
        QTRY_COMPARE(told.size(), 2);
        QVERIFY(m_source->shownActions().isEmpty());
    }

    void aLaneCostsNoMoreThanItNeeds()
    {
        prepare();
        m_source->setVisibleLanes({ 0 });
        m_source->setTargets(devices(1)); // the first request leaves with this call
        QTRY_COMPARE(heard("/actions?"), 1);
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        QCOMPARE(heard("/actions?"), 1);
        QCOMPARE(heard("/status?"), 1);
        QTRY_COMPARE(m_server->lines().size(), 3); // the name of the set, after what is waited for
        m_source->setTargets(devices(1));
        m_source->chooseAction(u"dev-0"_s, 7); // shown already
        m_source->setVisibleLanes({ 0 });
        QCOMPARE(m_source->lane(0).statuses.size(), 3);
        QCOMPARE(m_server->lines().size(), 3);
    }

    void aFailedLaneCanBeTriedAgain()
    {
        prepare();
        m_fleet.broken = true;
        m_source->setTargets(devices(1));
        QTRY_VERIFY(m_source->lane(0).error);
        QCOMPARE(m_source->lane(0).error->kind, ErrorKind::NotFound);
        QVERIFY(!m_source->lane(0).isLoading);
        m_fleet.broken = false;
        m_source->retry();
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        QVERIFY(!m_source->lane(0).error);
    }

    void olderActionsLieBelowThePresentOne()
    {
        prepare();
        m_fleet.older = 3;
        m_source->setTargets(devices(1));
        m_source->setOlderShown(true);
        QTRY_COMPARE(m_source->count(), 4);
        QTRY_COMPARE(m_source->lane(3).statuses.size(), 3);
        QCOMPARE(m_source->lane(0).action->id, 7);
        QVERIFY(!m_source->lane(0).isOlder);
        for (int lane = 1; lane < 4; ++lane) {
            QCOMPARE(m_source->lane(lane).action->id, 7 - lane);
            QVERIFY(m_source->lane(lane).isOlder);
        }
        QCOMPARE(m_source->shownActions().size(), 1); // commands are for the present one
        m_source->setOlderShown(false);
        QCOMPARE(m_source->count(), 1);
        m_source->setOlderShown(true);
        m_source->setTargets(devices(2)); // of several devices nothing older
        QCOMPARE(m_source->count(), 2);
    }

    void anEndedHistoryIsFetchedOnce()
    {
        prepare();
        m_fleet.active = false;
        const QTemporaryDir folder;
        HistoryCache cache(folder.filePath(u"histories.sqlite"_s));
        m_source = std::make_unique<TimelineSource>(*m_client, *m_feed, &cache);
        m_source->setTargets(devices(1));
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        const Timeline read = m_source->lane(0).timeline;
        QCOMPARE(heard("/status?"), 1);
        m_source = std::make_unique<TimelineSource>(*m_client, *m_feed, &cache);
        m_source->setTargets(devices(1));
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        QCOMPARE(m_source->lane(0).timeline, read);
        QCOMPARE(heard("/status?"), 1);
        // What runs is always asked for.
        m_fleet.active = true;
        m_source = std::make_unique<TimelineSource>(*m_client, *m_feed, &cache);
        m_source->setTargets(devices(1));
        QTRY_COMPARE(heard("/status?"), 2);
    }

    // It is not active, and its history is still to come.
    void whatWaitsInARolloutHasNotEnded()
    {
        prepare();
        m_fleet.active = false;
        m_fleet.scheduled = true;
        m_fleet.statuses = 0;
        const QTemporaryDir folder;
        HistoryCache cache(folder.filePath(u"histories.sqlite"_s));
        m_source = std::make_unique<TimelineSource>(*m_client, *m_feed, &cache);
        m_source->setTargets(devices(1));
        QTRY_COMPARE(heard("/status?"), 1);
        QTRY_VERIFY(!m_source->lane(0).isLoading);
        m_fleet.scheduled = false; // begun and ended meanwhile
        m_fleet.statuses = 3;
        m_source = std::make_unique<TimelineSource>(*m_client, *m_feed, &cache);
        m_source->setTargets(devices(1));
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
    }

    void severalActionsOfOneDevice()
    {
        prepare();
        m_fleet.older = 3;
        m_source->setTargets({ { .controllerId = u"dev-0"_s, .actionId = 6 },
            { .controllerId = u"dev-0"_s, .actionId = 5 } });
        QTRY_COMPARE(m_source->lane(1).statuses.size(), 3);
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        QCOMPARE(m_source->lane(0).action->id, 6);
        QCOMPARE(m_source->lane(1).action->id, 5);
        QVERIFY(m_source->lane(0).isOneOfSeveral); // the device's name alone would not tell
        m_fleet.older = 0;                         // gone from the list, not from the server
        m_source->setTargets({ { .controllerId = u"dev-0"_s, .actionId = 3 } });
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        QCOMPARE(m_source->lane(0).action->id, 3);
    }

    void readingCanBeStopped()
    {
        prepare();
        m_source->setVisibleLanes({ 0, 1 });
        m_source->setTargets(devices(60));
        QCOMPARE(m_source->lanesToRead(), 60);
        m_source->setReadsAll(false);
        QTRY_COMPARE(m_source->lane(1).statuses.size(), 3);
        m_source->setVisibleLanes({ 40 }); // what comes into sight is read all the same
        QTRY_COMPARE(m_source->lane(40).statuses.size(), 3);
        QVERIFY(m_source->lanesToRead() > 50);
        m_source->setReadsAll(true);
        QTRY_COMPARE(m_source->lanesToRead(), 0);
    }

    void tooManyAreCountedAndKeptOnesKeepWhatTheyHave()
    {
        prepare();
        m_source->setTargets(devices(TimelineSource::mostLanes + 7));
        QCOMPARE(m_source->leftOut(), 7);
        QCOMPARE(m_source->count(), TimelineSource::mostLanes);
        QTRY_COMPARE(m_source->lane(0).statuses.size(), 3);
        m_source->setTargets(devices(1));
        QCOMPARE(m_source->leftOut(), 0);
        QCOMPARE(m_source->lane(0).statuses.size(), 3);
    }
};

FALCONER_TEST(tst_timelinesource)
#include "tst_timelinesource.moc"
