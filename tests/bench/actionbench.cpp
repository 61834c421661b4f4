// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionbykey.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/served.h"
#include "tests/bench/stage.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/targetspane.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

namespace falconer {

using namespace Qt::StringLiterals;

// From the choice of a target to its history in the lane; beside one bare request for the statuses.
void benchAction()
{
    const ServedFleet fleet(2'000);
    Stage stage(fleet.url());
    DeployWorkspace &workspace = stage.workspace();
    TimelineView &view = workspace.timeline().view();
    QList<double> times;
    TimelineLane last;
    for (int row = 0; row < 9; ++row) {
        const QString key = workspace.targets().model().keyAt(row);
        const double start = nowMs();
        workspace.targets().selection().selectKeys({ key });
        untilMs("the history of an action", [&] {
            return view.laneCount() == 1 && view.lane(0).controllerId == key
                && !view.lane(0).isLoading;
        });
        view.viewport()->repaint();
        if (view.lane(0).statuses.size() > 5) {
            times << nowMs() - start;
            last = view.lane(0);
        }
    }
    if (!last.action)
        qFatal("no target of the first rows has a history");
    const double bare = stage.bareMs(listActionStatuses(last.controllerId, last.action->id,
        { .limit = 500, .sort = { u"id"_s, Qt::DescendingOrder } }));
    reportBeside(u"statuses of an action opened (%1 entries)"_s.arg(last.statuses.size()),
        median(times), bare, 20);
}

} // namespace falconer
