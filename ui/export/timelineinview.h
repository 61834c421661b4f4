// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/laneinsight.h"
#include "ui/timeline/axispainter.h"
#include "ui/timeline/lanewords.h"
#include "ui/timeline/timelinegeometry.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace falconer {

class TimelineView;

// A lane as it stands at the moment of the export.
struct LaneInView {
    TimelineLane lane;
    LaneMoment moment;
};

// What a timeline shows at a moment, to be exported: all its lanes from top to bottom, also those
// that one must scroll to, and the part of time in view. A value: what goes on in the window does
// not change it.
struct TimelineInView {
    struct Row {
        int lane = -1; // -1: the head of a group
        QString title; // of a head
    };

    QList<LaneInView> lanes; // in the order of their rows
    QList<Row> rows;
    const LaneMetrics *metrics = &detailedLane;
    LaneInsight insight;
    TimeAxis axis;
    TimeScale scale;
    int timeWidth = 900; // of that part, in pixels
    QDateTime now;       // UTC
    QTimeZone zone = QTimeZone::systemTimeZone();
    QString server; // for the head line, such as the name of its host; may be empty

    void addLane(const TimelineLane &lane, const LaneMoment &moment);
    QList<TimelineLane> timelineLanes() const;
};

TimelineInView timelineInView(
    const TimelineView &view, const QDateTime &now, const QString &server = {});

} // namespace falconer
