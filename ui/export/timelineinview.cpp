// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/timelineinview.h"

#include "ui/timeline/timelineview.h"

namespace falconer {

void TimelineInView::addLane(const TimelineLane &lane, const LaneMoment &moment)
{
    rows << Row{ .lane = int(lanes.size()) };
    lanes << LaneInView{ lane, moment };
}

QList<TimelineLane> TimelineInView::timelineLanes() const
{
    QList<TimelineLane> all;
    all.reserve(lanes.size());
    for (const LaneInView &shown : lanes)
        all << shown.lane;
    return all;
}

TimelineInView timelineInView(const TimelineView &view, const QDateTime &now, const QString &server)
{
    TimelineInView inView{ .metrics = &view.rows().metrics(),
        .insight = view.insight(),
        .axis = view.axis(),
        .scale = view.navigator().scale(),
        .timeWidth = view.viewport()->width() - view.headWidth(),
        .now = now,
        .zone = view.axis().zone == Qt::UTC ? QTimeZone::utc() : QTimeZone::systemTimeZone(),
        .server = server };
    for (const LaneRow &row : view.rows().rows()) {
        if (row.lane >= 0)
            inView.addLane(view.lane(row.lane), view.pictureOf(row.lane).moment);
        else
            inView.rows << TimelineInView::Row{ .title
                = groupTitle(row.group, view.arrangement().group) };
    }
    return inView;
}

} // namespace falconer
