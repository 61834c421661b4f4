// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formerfailures.h"
#include "services/time/utc.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 base = 1'800'000'000'000;

QByteArray pageOf(const QJsonArray &content, int total)
{
    return httpAnswer(200,
        QJsonDocument(QJsonObject{ { u"content"_s, content }, { u"total"_s, total },
                          { u"size"_s, content.size() } })
            .toJson());
}

// Devices dev-0, dev-1...: each failed with "new:2" (action 100 + i) and had "old:1" (action i + 1)
// before, which failed too where the number is even.
struct Bench {
    Bench()
    {
        QList<TimelineLane> failing;
        for (int i = 0; i < 50; ++i)
            failing << lane(i);
        lanes.setLanes(failing.first(4));
    }

    static TimelineLane lane(int i, int action = 0)
    {
        TimelineLane lane{ .controllerId = u"dev-%1"_s.arg(i),
            .action = Action{ .id = action > 0 ? action : 100 + i,
                .status = u"error"_s,
                .controllerId = u"dev-%1"_s.arg(i),
                .distributionSet = u"new:2"_s } };
        lane.statuses = { ActionStatus{ .id = 1,
            .type = u"error"_s,
            .messages = { u"No space left"_s },
            .reportedAt = QDateTime::fromMSecsSinceEpoch(base, inUtc) } };
        lane.timeline = buildTimeline(*lane.action, lane.statuses);
        return lane;
    }

    void show(int count)
    {
        QList<TimelineLane> failing;
        for (int i = 0; i < count; ++i)
            failing << lane(i);
        lanes.setLanes(failing);
    }

    static QJsonObject action(int id, int device, const QString &status, const QString &set)
    {
        const QString host = u"http://h/rest/v1/"_s;
        const QJsonObject self{ { u"href"_s,
            QString(host + u"targets/dev-%1/actions/%2"_s.arg(device).arg(id)) } };
        const QJsonObject setLink{ { u"href"_s, QString(host + u"distributionsets/1"_s) },
            { u"name"_s, set } };
        return { { u"id"_s, id }, { u"type"_s, u"update"_s }, { u"active"_s, false },
            { u"status"_s, status }, { u"forceType"_s, u"forced"_s }, { u"createdAt"_s, base + id },
            { u"_links"_s,
                QJsonObject{ { u"self"_s, self }, { u"distributionset"_s, setLink } } } };
    }

    QByteArray answer(const HeardRequest &request) const
    {
        if (refuses)
            return httpAnswer(403);
        if (request.target.contains("/status"))
            return pageOf({ QJsonObject{ { u"id"_s, 3 }, { u"type"_s, u"error"_s },
                              { u"messages"_s, QJsonArray{ u"No space left"_s } },
                              { u"reportedAt"_s, base } } },
                1);
        QJsonArray content;
        for (int i = 0; i < 50; ++i) {
            const QByteArray device = "dev-" + QByteArray::number(i);
            if (!request.target.contains(QByteArray(device + "%2C"))
                && !request.target.contains(QByteArray(device + "%29")))
                continue;
            content << action(100 + i, i, u"error"_s, u"new:2"_s);
            content << action(50 + i, i, u"error"_s, u"new:2"_s); // tried before, the same set
            if (hasOlder)
                content << action(1 + i, i, i % 2 == 0 ? u"error"_s : u"finished"_s, u"old:1"_s);
        }
        return pageOf(content, hidden + int(content.size()));
    }

    int heard(const QByteArray &part) const
    {
        int count = 0;
        for (const QByteArray &line : server.lines())
            count += line.contains(part);
        return count;
    }

    bool refuses = false;
    bool hasOlder = true;
    int hidden = 0; // actions beyond the page
    ScriptedServer server{ [this](const HeardRequest &request) { return answer(request); } };
    Client client{ { .server = server.url(), .retryDelays = {}, .useSystemProxy = false } };
    FixedLanes lanes;
    FormerFailures former{ client, nullptr, lanes };
};

} // namespace

class tst_formerfailures : public Test {
    Q_OBJECT

private slots:
    void asksOnlyWhenSomebodyWantsToKnow()
    {
        Bench bench;
        bench.show(4);
        QCoreApplication::processEvents();
        QCOMPARE(bench.server.heard().size(), 0);
        bench.former.setWanted(true);
        QTRY_COMPARE(bench.former.known().told, 4);
        const FormerFailures::Known known = bench.former.known();
        QCOMPARE(known.devices, 4);
        QVERIFY(!known.isReading);
        QCOMPARE(known.failures.size(), 2);
        QCOMPARE(known.failures.first().message, u"No space left"_s);
        QCOMPARE(bench.heard("/rest/v1/actions?"), 1); // for all of them
        QCOMPARE(bench.heard("/status?"), 2);          // of what failed, not of the same set
        QCOMPARE(bench.heard("dev-0/actions/1/status"), 1);
        QCOMPARE(bench.heard("dev-2/actions/3/status"), 1);
        const QList<FailureCluster> clusters = clusterFailures(
            { *failureOf(u"dev-0"_s, bench.lanes.lane(0).timeline) }, known.failures);
        QVERIFY(clusters.first().hadBefore);
    }

    void nothingIsAskedTwice()
    {
        Bench bench;
        bench.former.setWanted(true);
        QTRY_COMPARE(bench.former.known().told, 4);
        const qsizetype asked = bench.server.heard().size();
        bench.show(4); // a report more of one of them
        bench.former.setWanted(false);
        bench.former.setWanted(true);
        const QSignalSpy changed(&bench.former, &FormerFailures::changed);
        bench.show(5); // one device more
        QTRY_COMPARE(bench.former.known().told, 5);
        QCOMPARE(bench.server.heard().size(), asked + 2);
        QVERIFY(!changed.isEmpty());
    }

    // The other lanes stay, as while a rollout goes on.
    void aLaterActionOfTheSameDeviceIsAskedFor()
    {
        Bench bench;
        bench.former.setWanted(true);
        QTRY_COMPARE(bench.former.known().told, 4);
        bench.lanes.setLanes({ Bench::lane(0, 200), Bench::lane(1), Bench::lane(2) });
        QTRY_COMPARE(bench.heard("/rest/v1/actions?"), 2); // of that device alone
        QVERIFY(!bench.server.lines().constLast().contains("dev-1"));
        QTRY_COMPARE(bench.former.known().told, 3);
        QCOMPARE(bench.former.known().devices, 3);
        QCOMPARE(bench.former.known().failures.size(), 2);
    }

    void readsSoManyHistoriesAndSaysSo()
    {
        Bench bench;
        bench.show(50);
        bench.former.setWanted(true);
        QTRY_COMPARE(bench.heard("/status?"), FormerFailures::mostHistories);
        QTRY_VERIFY(!bench.former.known().isReading);
        QCOMPARE(bench.former.known().devices, 50);
        // Of 25 of them the former set did not fail, of 20 it was read how.
        QCOMPARE(bench.former.known().told, 45);
        QCOMPARE(bench.heard("/rest/v1/actions?"), 1);
    }

    void whoHadNothingBeforeIsKnownOnlyFromAWholePage_data()
    {
        QTest::addColumn<int>("hidden");
        QTest::addColumn<int>("told");
        QTest::newRow("whole") << 0 << 4;
        QTest::newRow("cut") << 7 << 0;
    }

    void whoHadNothingBeforeIsKnownOnlyFromAWholePage()
    {
        QFETCH(int, hidden);
        Bench bench;
        bench.hasOlder = false;
        bench.hidden = hidden;
        bench.former.setWanted(true);
        QTRY_COMPARE(bench.heard("/rest/v1/actions?"), 1);
        QTRY_VERIFY(!bench.former.known().isReading);
        QTEST(bench.former.known().told, "told");
        QVERIFY(bench.former.known().failures.isEmpty());
    }

    void anErrorIsKeptAndNotAskedAgainByItself()
    {
        Bench bench;
        bench.refuses = true;
        bench.former.setWanted(true);
        QTRY_VERIFY(bench.former.known().error);
        QCOMPARE(bench.former.known().told, 0);
        const qsizetype asked = bench.server.heard().size();
        const QSignalSpy changed(&bench.former, &FormerFailures::changed);
        for (int i = 0; i < 3; ++i)
            bench.show(4);
        bench.refuses = false;
        bench.show(5); // another device: once more
        QTRY_COMPARE(bench.former.known().told, 5);
        QCOMPARE(bench.server.heard().size(), asked + 1 + 3);
        QVERIFY(!bench.former.known().error);
    }

    void whoLooksAwayStopsIt()
    {
        Bench bench;
        bench.former.setWanted(true);
        bench.former.setWanted(false);
        bench.show(4);
        QVERIFY(!bench.former.known().isReading);
        QCOMPARE(bench.server.heard().size(), 0);
    }
};

FALCONER_TEST(tst_formerfailures)
#include "tst_formerfailures.moc"
