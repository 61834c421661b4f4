// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/time/utc.h"
#include "services/timeline/timelinebuilder.h"
#include "tests/services/timeline/timelinetext.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// Oldest first, as they came to the server.
DeviceHistory inOrder(DeviceHistory history)
{
    std::ranges::sort(history.statuses, {}, &ActionStatus::id);
    return history;
}

QList<ActionStatus> named(const QStringList &messages)
{
    QList<ActionStatus> statuses;
    for (const QString &message : messages)
        statuses << ActionStatus{ .id = 10 + statuses.size(),
            .type = u"running"_s,
            .messages = { message },
            .reportedAt = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, inUtc) };
    return statuses;
}

void compare(const Timeline &actual, const Timeline &expected)
{
    if (actual != expected) // readable where it differs
        QCOMPARE(timelineText(actual).split(u'\n'), timelineText(expected).split(u'\n'));
    QVERIFY(actual == expected);
}

} // namespace

// Entries come a few at a time, and the result is what reading all at once would give.
class tst_timelinebuilder : public Test {
    Q_OBJECT

private slots:
    void growsEntryByEntry_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : deviceHistoryFiles())
            QTest::newRow(qPrintable(file)) << file;
    }

    void growsEntryByEntry()
    {
        QFETCH(QString, file);
        for (const DeviceHistory &loaded : loadDeviceHistories(file).mid(0, 20)) {
            const DeviceHistory history = inOrder(loaded);
            TimelineBuilder builder(history.action);
            const qsizetype stride = std::max<qsizetype>(1, history.statuses.size() / 30);
            for (qsizetype i = 0; i < history.statuses.size(); ++i) {
                builder.add({ history.statuses[i] });
                if (i % stride == 0)
                    compare(builder.timeline(),
                        buildTimeline(history.action, history.statuses.first(i + 1)));
            }
            compare(builder.timeline(), buildTimeline(history.action, history.statuses));
        }
    }

    void isTheSameSplitAnywhere_data() { growsEntryByEntry_data(); }

    void isTheSameSplitAnywhere()
    {
        QFETCH(QString, file);
        const DeviceHistory history = inOrder(loadDeviceHistory(file));
        const Timeline expected = buildTimeline(history.action, history.statuses);
        const qsizetype count = history.statuses.size();
        // Long ones at every place would take minutes.
        const qsizetype stride = count > 200 ? count / 9 : 1;
        for (qsizetype split = 0; split <= count; split += stride) {
            TimelineBuilder builder(history.action);
            builder.add(history.statuses.first(split));
            builder.add(history.statuses.sliced(split));
            compare(builder.timeline(), expected);
            TimelineBuilder backwards(history.action);
            backwards.add(history.statuses.sliced(split));
            backwards.add(history.statuses.first(split));
            compare(backwards.timeline(), expected);
        }
    }

    void takesPagesInAnyOrderAndAgain_data() { growsEntryByEntry_data(); }

    void takesPagesInAnyOrderAndAgain()
    {
        QFETCH(QString, file);
        std::minstd_rand random(7);
        for (DeviceHistory history : loadDeviceHistories(file).mid(0, 20)) {
            const Timeline expected = buildTimeline(history.action, history.statuses);
            history.statuses += history.statuses;
            std::ranges::shuffle(history.statuses, random);
            TimelineBuilder builder(history.action);
            for (qsizetype at = 0; at < history.statuses.size(); at += 50)
                builder.add(history.statuses.mid(at, 60)); // pages overlap
            compare(builder.timeline(), expected);
            const auto isSorted = std::ranges::is_sorted(builder.entries(), {}, &ActionStatus::id);
            QVERIFY(isSorted);
            QCOMPARE(builder.entries().size(), history.statuses.size() / 2);
        }
    }

    void oneEntryMoreIsReadOnce_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("945 entries") << u"ddi-scripted-soak-950"_s;
        QTest::newRow("1,001 entries") << u"ddi-scripted-soak-quota"_s;
        QTest::newRow("without numbers") << u"rauc-hawkbit-python-failure-slot-hook"_s;
        QTest::newRow("log batches") << u"swupdate-slow"_s;
    }

    // Work is counted, not timed.
    void oneEntryMoreIsReadOnce()
    {
        QFETCH(QString, file);
        const DeviceHistory history = inOrder(loadDeviceHistory(file));
        TimelineBuilder builder(history.action);
        for (qsizetype i = 0; i < history.statuses.size(); ++i) {
            const Mark *marks = builder.timeline().marks.constData();
            const qsizetype capacity = builder.timeline().marks.capacity();
            const bool hasRoom = builder.timeline().marks.size() + 2 < capacity;
            const qsizetype known = std::min<qsizetype>(i, 5); // the page holds them again
            builder.add(history.statuses.sliced(i - known, known + 1));
            QCOMPARE(builder.entriesRead(), i + 1);
            if (hasRoom) // and the values so far are not copied
                QCOMPARE(builder.timeline().marks.constData(), marks);
        }
    }

    void knownEntriesAreNotReadAgain()
    {
        const DeviceHistory history = loadDeviceHistory(u"rauc-hawkbit-updater-success"_s);
        TimelineBuilder builder(history.action);
        builder.add(history.statuses);
        builder.add(history.statuses);
        builder.add({});
        QCOMPARE(builder.entriesRead(), history.statuses.size());
    }

    void anOlderEntryIsPutInItsPlace()
    {
        const DeviceHistory history = inOrder(loadDeviceHistory(u"rauc-hawkbit-updater-success"_s));
        TimelineBuilder builder(history.action);
        builder.add(history.statuses.sliced(1));
        builder.add(history.statuses.first(1));
        QCOMPARE(builder.entriesRead(), 2 * history.statuses.size() - 1);
        compare(builder.timeline(), buildTimeline(history.action, history.statuses));
    }

    // "Erase" is a remark until its end is told, once.
    void anEndTellsThatARemarkWasABegin()
    {
        const QList<ActionStatus> statuses = named(
            { u"Erase"_s, u"hello"_s, u"Erase done."_s, u"Erase"_s, u"Erase done."_s, u"other"_s });
        TimelineBuilder builder({ .active = true });
        builder.add(statuses.first(2));
        QVERIFY(builder.timeline().steps.isEmpty());
        QCOMPARE(builder.timeline().marks.size(), 2);
        builder.add({ statuses[2] });
        QCOMPARE(builder.timeline().steps.size(), 1);
        QVERIFY(builder.timeline().steps.first().startReported);
        QCOMPARE(builder.timeline().marks.size(), 1);
        QCOMPARE(builder.entriesRead(), 6);
        builder.add(statuses.sliced(3));
        QCOMPARE(builder.entriesRead(), 9); // not anew
        compare(builder.timeline(), buildTimeline({ .active = true }, statuses));
    }

    // What follows the end, though the server lets nothing through: the cause may come late.
    void theCauseMayComeAfterTheEnd()
    {
        QList<ActionStatus> statuses
            = named({ u"10% A"_s, u"No suitable .swu image found"_s, u"LastError: no space"_s });
        statuses[1].type = u"error"_s;
        TimelineBuilder builder({ .active = true });
        builder.add(statuses.first(2));
        QCOMPARE(builder.timeline().outcome.causeSource, CauseSource::EndMessage);
        builder.add(statuses.sliced(2));
        QCOMPARE(builder.timeline().outcome.cause, u"no space"_s);
        QCOMPARE(builder.entriesRead(), 3);
    }

    void theActionMayChange()
    {
        const DeviceHistory history = loadDeviceHistory(u"rauc-hawkbit-updater-download-only"_s);
        Action action = history.action;
        action.forceType = u"forced"_s;
        action.active = true;
        TimelineBuilder builder(action);
        builder.add(history.statuses);
        QVERIFY(builder.timeline().isRunning());
        action.active = false;
        action.status = u"canceled"_s;
        builder.setAction(action);
        QCOMPARE(builder.timeline().outcome.kind, OutcomeKind::Canceled);
        QCOMPARE(builder.entriesRead(), history.statuses.size());
        builder.setAction(history.action);
        compare(builder.timeline(), buildTimeline(history.action, history.statuses));
    }
};

FALCONER_TEST(tst_timelinebuilder)
#include "tst_timelinebuilder.moc"
