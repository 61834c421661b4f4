// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinelane.h"
#include "ui/shared/theme.h"
#include "ui/timeline/barpainter.h"
#include "ui/timeline/lanewords.h"
#include "ui/timeline/timelinegeometry.h"

#include <QPalette>
#include <QRect>

class QPainter;

namespace falconer {

// A lane as it stands on the screen at a moment.
struct LanePicture {
    const TimelineLane *lane = nullptr;
    LaneMoment moment;
    LaneWords words;
    const LaneMetrics *metrics = &detailedLane;
    QList<PlacedBar> bars;
    qint64 zeroMs = 0;
    int selectedStep = -1;
    QList<qint64> hits; // ms since the epoch: messages that were searched for
};

// Draws the time of one lane; where things are is computed by timelinegeometry.
class LanePainter final {
public:
    // insight: by which usual and slow are told. It and texts outlive the painter.
    LanePainter(QPainter &painter, const QPalette &palette, const TimeScale &scale,
        const LaneInsight &insight, TextCache &texts);

    // The bars and what is said behind them; rect is where time lies.
    void paintBody(const QRect &rect, const LanePicture &picture);

private:
    void paintUsual(const QRect &rect, const PlacedBar &placed, const LanePicture &picture);
    void paintHits(const QRect &rect, const LanePicture &picture);
    void paintMarks(const QRect &rect, const LanePicture &picture);
    void paintGaps(const QRect &rect, const LanePicture &picture);
    void paintEnd(const QRect &rect, const LanePicture &picture);
    void paintEndMark(const QRect &rect, const LanePicture &picture, double x);
    double pinnedEnd(const QRect &rect, const LanePicture &picture, double x, const QString &words);
    void paintSilence(const QRect &rect, const LanePicture &picture, const QString &words);
    void paintWords(QRectF rect, const QString &words, Tone tone);

    QPainter &m_painter;
    const Colours &m_colours;
    TimeScale m_scale;
    const LaneInsight &m_insight;
    ShapedTexts &m_words;
    BarPainter m_bars;
};

} // namespace falconer
