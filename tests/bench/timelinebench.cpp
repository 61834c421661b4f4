// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lanelist.h"
#include "models/selectionbykey.h"
#include "services/time/utc.h"
#include "services/timeline/timelinebuilder.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/served.h"
#include "tests/bench/stage.h"
#include "ui/deploy/targetspane.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>
#include <QWindow>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int laneCount = 200;
constexpr int entriesALane = 1'000;
constexpr qint64 base = 1'800'000'000'000; // ms

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(base + ms, inUtc);
}

// What a client like RAUC's tells, on and on: a step begins, a step ends.
ActionStatus entry(int lane, int index)
{
    const int step = index / 2;
    const QString name
        = u"%1% Copying image to slot.%2"_s.arg(step * 100 / entriesALane).arg(step % 40);
    return { .id = qint64(lane) * 10'000 + index,
        .type = u"running"_s,
        .messages = { index == 0 ? u"Assignment initiated by user 'admin'"_s
                : index % 2 == 1 ? name
                                 : name + u" done."_s },
        .reportedAt = at(index * 700 + lane * 130),
        .timestamp = at(index * 700 + lane * 130) };
}

QList<ActionStatus> history(int lane)
{
    QList<ActionStatus> entries;
    for (int index = 0; index < entriesALane; ++index)
        entries << entry(lane, index);
    return entries;
}

// Lanes that grow as those of a server do.
class GrowingLanes final : public LaneList {
public:
    void add(int lane, const QList<ActionStatus> &entries)
    {
        if (lane == int(m_lanes.size())) {
            const Action action{ .id = lane + 1,
                .active = true,
                .status = u"running"_s,
                .createdAt = at(0),
                .controllerId = u"device-%1"_s.arg(lane) };
            m_lanes.emplace_back(TimelineBuilder(action),
                TimelineLane{ .controllerId = action.controllerId, .action = action });
        }
        auto &[builder, shown] = m_lanes[size_t(lane)];
        shown.statuses = {};
        shown.timeline = {};
        builder.add(entries);
        shown.statuses = builder.entries();
        shown.timeline = builder.timeline();
    }
    void announce() { emit changed(); }

    int count() const override { return int(m_lanes.size()); }
    const TimelineLane &lane(int index) const override { return m_lanes[size_t(index)].second; }

private:
    std::vector<std::pair<TimelineBuilder, TimelineLane>> m_lanes;
};

// Of one frame each: by the clock, and what this thread computed for it.
struct Frames {
    QList<double> wall;
    QList<double> cpu;
};

void reportFrames(const QString &what, const Frames &frames)
{
    reportText(what,
        u"%1 / %2 ms (aim p99 under 8 ms), of the processor %3 / %4 ms"_s
            .arg(percentile(frames.wall, 0.5), 0, 'f', 2)
            .arg(percentile(frames.wall, 0.99), 0, 'f', 2)
            .arg(percentile(frames.cpu, 0.5), 0, 'f', 2)
            .arg(percentile(frames.cpu, 0.99), 0, 'f', 2));
}

// What has to be painted anew is painted at once, as at the end of a turn of the event loop.
void paintWhatIsDirty(TimelineView &view)
{
    QEvent update(QEvent::UpdateRequest);
    QApplication::sendEvent(&view, &update);
}

Frames frames(TimelineView &view, const std::function<void(int)> &move)
{
    Frames frames;
    for (int step = 0; step < 200; ++step) {
        const double start = nowMs();
        const double computed = cpuMs();
        move(step);
        paintWhatIsDirty(view);
        frames.wall << nowMs() - start;
        frames.cpu << cpuMs() - computed;
    }
    return frames;
}

void move(TimelineView &view, const QString &what)
{
    const auto key = [&view](Qt::Key code) { QTest::keyClick(&view, code); };
    reportFrames(what + u", pan, p50 / p99"_s,
        frames(view, [&](int step) { key(step % 100 < 50 ? Qt::Key_Right : Qt::Key_Left); }));
    reportFrames(what + u", zoom, p50 / p99"_s,
        frames(view, [&](int step) { key(step % 40 < 20 ? Qt::Key_Plus : Qt::Key_Minus); }));
    reportFrames(what + u", scroll, p50 / p99"_s,
        frames(view, [&](int step) { view.verticalScrollBar()->setValue(step * 10); }));
    reportFrames(what + u", all of it anew, p50 / p99"_s, frames(view, [&](int step) {
        view.verticalScrollBar()->setValue(step * 10);
        view.viewport()->update();
    }));
}

void paintMany()
{
    const double before = residentMb();
    GrowingLanes lanes;
    double read = 0;
    for (int lane = 0; lane < laneCount; ++lane) {
        const QList<ActionStatus> entries = history(lane);
        const double start = nowMs();
        lanes.add(lane, entries);
        read += nowMs() - start;
    }
    report(u"200 lanes of 1,000 entries: entries to values"_s, read);
    TimelineView view([] { return at(entriesALane * 700 + 1'000); });
    view.resize(1'060, 500); // its share of 1440x900
    view.show();
    untilMs("an exposed window", [&view] { return view.windowHandle()->isExposed(); });
    const double shown = nowMs();
    view.setLanes(lanes);
    view.viewport()->repaint();
    report(u"  first paint"_s, nowMs() - shown);
    idleFor(1'000); // statistics are learned
    move(view, u"  low lanes"_s);
    view.setArrangement({ .density = LaneDensity::Detailed });
    move(view, u"  high lanes"_s);
    view.resize(1'440, 900); // as large as the window can show it
    view.showAll();
    idleFor(100);
    move(view, u"  high lanes, 1440x900"_s);
    view.setArrangement({});
    move(view, u"  low lanes, 1440x900"_s);
    view.resize(1'060, 500);
    idleFor(1'000);

    reportText(u"  memory for 200,000 entries"_s,
        u"%1 MB (aim under 120)"_s.arg(residentMb() - before, 0, 'f', 1));
    // Several times: now and then a list grows, which is paid by many that do not.
    QList<double> rounds;
    for (int round = 0; round < 20; ++round) {
        QList<QList<ActionStatus>> news;
        for (int lane = 0; lane < laneCount; ++lane)
            news << QList{ entry(lane, entriesALane + round) };
        const double appended = nowMs();
        for (int lane = 0; lane < laneCount; ++lane)
            lanes.add(lane, news[lane]);
        rounds << nowMs() - appended;
    }
    reportText(u"  one entry more for each lane, median / most of 20"_s,
        u"%1 / %2 ms (aim under 2 ms for all)"_s.arg(median(rounds), 0, 'f', 2)
            .arg(percentile(rounds, 1), 0, 'f', 2));
    const double told = nowMs();
    lanes.announce();
    view.viewport()->repaint();
    report(u"  told to the view and painted"_s, nowMs() - told);
}

// What the lanes in sight cost while they run.
void followLanes()
{
    const ServedFleet fleet(2'000);
    Stage stage(fleet.url());
    DeployWorkspace &workspace = stage.workspace();
    QStringList keys;
    for (int row = 0; row < 20; ++row)
        keys << workspace.targets().model().keyAt(row);
    workspace.targets().selection().selectKeys(keys);
    TimelineView &view = workspace.timeline().view();
    untilMs("twenty lanes", [&] { // of which some have no action
        int read = 0;
        for (int lane = 0; lane < view.laneCount(); ++lane)
            read += !view.lane(lane).isLoading && !view.lane(lane).statuses.isEmpty();
        return view.laneCount() == 20 && read >= 15;
    });
    int running = 0;
    for (const int lane : view.visibleLanes())
        running += view.lane(lane).timeline.isRunning();
    const qint64 before = stage.client().sentCount();
    idleFor(20'000);
    reportText(u"requests a second, 20 lanes chosen, %1 in sight running"_s.arg(running),
        QString::number(double(stage.client().sentCount() - before) / 20, 'f', 1));
}

} // namespace

void benchTimeline()
{
    paintMany();
    if (!qEnvironmentVariableIsSet("PAINT_ONLY"))
        followLanes();
}

} // namespace falconer
