// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinesummary.h"

#include <QCoreApplication>
#include <QSet>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::TimelineSummary)
};

// As the list of actions will word it.
QString endStatus(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::Error:
        return u"error"_s;
    case OutcomeKind::Canceled:
        return u"canceled"_s;
    case OutcomeKind::Downloaded:
        return u"downloaded"_s;
    default:
        return u"finished"_s;
    }
}

} // namespace

QString timelineSummary(const LaneList &lanes, int leftOut)
{
    const int count = lanes.count();
    QSet<QString> sets, devices;
    for (int i = 0; i < count; ++i) {
        const TimelineLane &lane = lanes.lane(i);
        devices << lane.controllerId;
        if (lane.action && !lane.action->distributionSet.isEmpty())
            sets << lane.action->setTitle();
    }
    QStringList words;
    if (sets.size() == 1)
        words << *sets.begin();
    else if (sets.size() > 1)
        words << Words::tr("%n set(s)", nullptr, int(sets.size()));
    if (count > 0)
        words << Words::tr("%n device(s)", nullptr, int(devices.size()));
    if (count > devices.size())
        words << Words::tr("%n action(s)", nullptr, count);
    if (leftOut > 0)
        words << Words::tr("the first %1 of %2 selected").arg(count).arg(count + leftOut);
    return words.join(u", "_s);
}

Action actionInLane(const TimelineLane &lane)
{
    Action action = *lane.action;
    if (action.active && !lane.timeline.isRunning()) {
        action.active = false;
        action.status = endStatus(lane.timeline.outcome.kind);
    }
    return action;
}

} // namespace falconer
