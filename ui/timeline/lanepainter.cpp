// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanepainter.h"

#include "ui/shared/icons.h"
#include "ui/timeline/lanewords.h"

#include <QPainter>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 10;
constexpr int signSize = Metrics::signSize;

Tone toneOf(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Warning:
    case MarkKind::CancelRequested:
    case MarkKind::CancelRejected:
    case MarkKind::Confirmation:
        return Tone::Attention;
    case MarkKind::Failure:
        return Tone::Failure;
    default:
        return Tone::Quiet;
    }
}

// Polls and what a bar tells already are left out.
bool isDrawn(MarkKind kind, bool hasDownloadBar)
{
    switch (kind) {
    case MarkKind::Assigned:
    case MarkKind::Retrieved:
    case MarkKind::Downloaded:
    case MarkKind::End:
        return false;
    case MarkKind::Download:
        return !hasDownloadBar;
    default:
        return true;
    }
}

} // namespace

LanePainter::LanePainter(
    QPainter &painter, const QPalette &palette, const TimeScale &scale, const QDateTime &now)
    : m_painter(painter)
    , m_colours(colours(palette))
    , m_scale(scale)
    , m_now(now)
    , m_nameFont(themeFont(TextSize::Body))
    , m_wordFont(themeFont(TextSize::Small))
    , m_bars(painter, palette)
{
}

void LanePainter::paintHead(const QRect &rect, const TimelineLane &lane, bool selected)
{
    const LaneWords words = laneWords(lane, m_now);
    const auto colour = [&](Tone tone) {
        return selected ? m_colours.tone(tone).onSelected : m_colours.tone(tone).text;
    };
    if (selected)
        m_painter.fillRect(rect, m_colours.selectedRow);
    const QRect text = rect.adjusted(padding, 0, -6, 0);
    m_painter.setFont(m_nameFont);
    m_painter.setPen(colour(Tone::Plain));
    m_painter.drawText(QRect(text.left(), rect.top() + 3, text.width(), 16),
        Qt::AlignLeft | Qt::AlignVCenter,
        m_painter.fontMetrics().elidedText(lane.title(), Qt::ElideMiddle, text.width()));

    const QRect line(text.left(), rect.top() + 19, text.width(), 16);
    paintIcon(m_painter, QRect(line.left(), line.top() + 1, signSize, signSize), words.icon,
        colour(words.tone));
    const bool isLoud = words.tone == Tone::Attention || words.tone == Tone::Failure;
    m_painter.setFont(m_wordFont);
    m_painter.setPen(colour(isLoud ? words.tone : Tone::Plain));
    const QRect status = line.adjusted(signSize + 5, 0, 0, 0);
    m_painter.drawText(status, Qt::AlignLeft | Qt::AlignVCenter,
        m_painter.fontMetrics().elidedText(words.status, Qt::ElideRight, status.width()));
}

void LanePainter::paintBody(const QRect &rect, const LanePicture &picture)
{
    m_painter.save();
    m_painter.setClipRect(rect);
    m_painter.setRenderHint(QPainter::Antialiasing);
    paintGaps(rect, picture);
    paintMarks(rect, picture);
    for (const PlacedBar &placed : picture.bars)
        m_bars.paint(rect, placed, picture.lane->timeline,
            picture.selectedStep >= 0 && placed.bar.step == picture.selectedStep);
    paintEnd(rect, picture);
    m_painter.restore();
}

// Small strokes under the bars: moments without a duration.
void LanePainter::paintMarks(const QRect &rect, const LanePicture &picture)
{
    constexpr double height = 4;
    const double y = rect.top() + LaneMetrics::innerTop + LaneMetrics::innerHeight + 2;
    const bool hasDownloadBar = std::ranges::any_of(picture.lane->timeline.phases,
        [](const Phase &phase) { return phase.kind == PhaseKind::Download; });
    double lastX = -10;
    Tone lastTone = Tone::Plain;
    for (const Mark &mark : picture.lane->timeline.marks) {
        if (!isDrawn(mark.kind, hasDownloadBar))
            continue;
        const Tone tone = toneOf(mark.kind);
        const double x = m_scale.x(double(mark.time.toMSecsSinceEpoch() - picture.zeroMs));
        if (x < -2 || x > rect.width() || (x - lastX < 2 && tone == lastTone))
            continue;
        lastX = x;
        lastTone = tone;
        m_painter.fillRect(QRectF(rect.left() + x, y, 1.5, height), m_colours.tone(tone).text);
    }
}

// Between the last report of an attempt and the begin of the next one nothing is known.
void LanePainter::paintGaps(const QRect &rect, const LanePicture &picture)
{
    const QList<Attempt> &attempts = picture.lane->timeline.attempts;
    const double y = rect.top() + LaneMetrics::outerTop + LaneMetrics::outerHeight / 2.0;
    m_painter.setPen(QPen(m_colours.quiet.text, 1.5, Qt::DotLine));
    for (qsizetype i = 1; i < attempts.size(); ++i) {
        const qint64 zero = picture.zeroMs;
        const double from = m_scale.x(double(attempts[i - 1].end.toMSecsSinceEpoch() - zero)) + 3;
        const double to = m_scale.x(double(attempts[i].start.toMSecsSinceEpoch() - zero)) - 3;
        if (to > from)
            m_painter.drawLine(QPointF(rect.left() + from, y), QPointF(rect.left() + to, y));
    }
}

void LanePainter::paintEnd(const QRect &rect, const LanePicture &picture)
{
    const TimelineLane &lane = *picture.lane;
    const LaneWords words = laneWords(lane, m_now);
    if (lane.action && isSilent(lane.timeline, m_now))
        return paintSilence(rect, picture, words.end);
    const bool hasBars = !picture.bars.isEmpty();
    const bool isOver = lane.action && !lane.timeline.isRunning();
    double x = 0;
    if (lane.action && !lane.statuses.isEmpty())
        x = m_scale.x(double(laneEnd(lane.timeline, m_now) - picture.zeroMs));
    if (isOver) {
        x = pinnedEnd(rect, picture, x, words.end);
        const double y = LaneMetrics::outerTop + LaneMetrics::outerHeight / 2.0 - signSize / 2.0;
        const QRectF sign(rect.left() + x + 4, rect.top() + y, signSize, signSize);
        paintIcon(m_painter, sign.toRect(), words.icon, m_colours.tone(words.tone).text);
        paintWords(QRectF(sign.right() + 5, sign.top() - 1, rect.width(), signSize + 2), words.end,
            words.endTone);
        return;
    }
    // A running lane without bars says what it waits for, where people look: at its begin.
    if (!hasBars || lane.timeline.workStart.isNull())
        paintWords(QRectF(rect.left() + std::max(m_scale.x(0), 0.0) + 6,
                       rect.top() + LaneMetrics::outerTop - 1, rect.width(), 22),
            words.end, words.endTone);
}

// An end that lies beyond the right edge, long after the last report, is said at the edge, behind
// what is not known.
double LanePainter::pinnedEnd(
    const QRect &rect, const LanePicture &picture, double x, const QString &words)
{
    const Timeline &timeline = picture.lane->timeline;
    if (!endedUnheard(timeline))
        return x;
    const double last = m_scale.x(double(timeline.lastReport.toMSecsSinceEpoch() - picture.zeroMs));
    const double wanted = signSize + 20 + QFontMetricsF(m_wordFont).horizontalAdvance(words);
    const double pinned = std::clamp(rect.width() - wanted, last, std::max(last, x));
    const double y = rect.top() + LaneMetrics::outerTop + LaneMetrics::outerHeight / 2.0;
    m_painter.setPen(QPen(m_colours.quiet.text, 1.5, Qt::DotLine));
    if (pinned > last + 4)
        m_painter.drawLine(
            QPointF(rect.left() + last + 2, y), QPointF(rect.left() + pinned + 1, y));
    return pinned;
}

void LanePainter::paintSilence(const QRect &rect, const LanePicture &picture, const QString &words)
{
    const Timeline &timeline = picture.lane->timeline;
    const double from
        = rect.left() + m_scale.x(double(timeline.lastReport.toMSecsSinceEpoch() - picture.zeroMs));
    const double to = rect.left() + m_scale.x(double(m_now.toMSecsSinceEpoch() - picture.zeroMs));
    const double y = rect.top() + LaneMetrics::outerTop + LaneMetrics::outerHeight / 2.0;
    QPen pen(m_colours.attention.text, 1.5, Qt::CustomDashLine);
    pen.setDashPattern({ 2, 2 });
    m_painter.setPen(pen);
    m_painter.drawLine(QPointF(std::max(from + 2, rect.left() - 4.0), y),
        QPointF(std::min(to, rect.right() + 4.0), y));
    const double x = std::clamp(from + 8, rect.left() + 6.0, rect.right() - 120.0);
    paintWords(QRectF(x, rect.top() + LaneMetrics::innerTop - 3, rect.width(), 15), words,
        Tone::Attention);
}

void LanePainter::paintWords(QRectF rect, const QString &words, Tone tone)
{
    rect.setRight(std::min(rect.right(), m_painter.clipBoundingRect().right() - 6));
    if (words.isEmpty() || rect.width() < 30)
        return;
    m_painter.setFont(m_wordFont);
    m_painter.setPen(m_colours.tone(tone).text);
    m_painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(m_wordFont).elidedText(words, Qt::ElideRight, rect.width()));
}

} // namespace falconer
