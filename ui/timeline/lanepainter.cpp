// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanepainter.h"

#include "ui/shared/icons.h"
#include "ui/timeline/bartexts.h"
#include "ui/timeline/lanewords.h"

#include <QPainter>
#include <QPainterPath>

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

struct LanePainter::Fill {
    QColor ground;
    QColor text;
};

LanePainter::LanePainter(
    QPainter &painter, const QPalette &palette, const TimeScale &scale, const QDateTime &now)
    : m_painter(painter)
    , m_colours(colours(palette))
    , m_scale(scale)
    , m_now(now)
    , m_nameFont(themeFont(TextSize::Body))
    , m_wordFont(themeFont(TextSize::Small))
    , m_barFont(themeFont(TextSize::Small))
    , m_innerFont(themeFont(TextSize::Small))
{
    m_barFont.setPointSizeF(m_barFont.pointSizeF() * 0.86); // a bar is 11 px high
    m_innerFont.setPointSizeF(m_innerFont.pointSizeF() * 0.8);
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
    const QString name = lane.targetName.isEmpty() ? lane.controllerId : lane.targetName;
    m_painter.drawText(QRect(text.left(), rect.top() + 3, text.width(), 16),
        Qt::AlignLeft | Qt::AlignVCenter,
        m_painter.fontMetrics().elidedText(name, Qt::ElideMiddle, text.width()));

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
        paintBar(rect, placed, picture);
    paintEnd(rect, picture);
    m_painter.restore();
}

LanePainter::Fill LanePainter::fillOf(const PlacedBar &placed) const
{
    if (placed.bar.failed)
        return { m_colours.failure.ground, m_colours.failure.onGround };
    if (placed.bar.end == BarEnd::Silent && placed.bar.kind != BarKind::Quiet)
        return { m_colours.attention.ground, m_colours.attention.onGround };
    switch (placed.bar.kind) {
    case BarKind::Download:
        return { m_colours.barDownload, m_colours.onBar };
    case BarKind::Outer:
        return { m_colours.barOuter, m_colours.onBar };
    case BarKind::Inner:
        return { placed.isNext ? m_colours.barInnerNext : m_colours.barInner, m_colours.onBar };
    case BarKind::Quiet:
        return { m_colours.line, m_colours.quiet.text };
    }
    Q_UNREACHABLE();
}

void LanePainter::paintBar(const QRect &rect, const PlacedBar &placed, const LanePicture &picture)
{
    const Fill fill = fillOf(placed);
    // A hair between neighbours, so that each is seen.
    const double gap = placed.rect.width() > 4 && placed.bar.kind != BarKind::Quiet ? 1 : 0;
    const QRectF bar = placed.rect.translated(rect.topLeft()).adjusted(0, 0, -gap, 0);
    const bool isOpen = placed.bar.end == BarEnd::Running || placed.bar.end == BarEnd::NotReported;
    const double radius = placed.bar.kind == BarKind::Quiet ? 0 : 2;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(bar, radius, radius);
    if (isOpen && bar.width() > 2 * radius) // nobody said that it ends here
        path.addRect(bar.adjusted(radius, 0, 0, 0));
    m_painter.fillPath(path, fill.ground);
    if (picture.selectedStep >= 0 && placed.bar.step == picture.selectedStep) {
        m_painter.setPen(QPen(m_colours.accent, 1.5));
        m_painter.drawRoundedRect(bar.adjusted(0.5, 0, -0.5, 0), radius, radius);
    }
    if (placed.bar.end == BarEnd::NotReported && placed.bar.kind != BarKind::Quiet) {
        m_painter.setPen(QPen(m_colours.quiet.text, 1, Qt::DotLine));
        m_painter.drawLine(bar.topRight() + QPointF(0.5, 0), bar.bottomRight() + QPointF(0.5, 0));
    }
    if (placed.bar.end == BarEnd::Running) {
        m_painter.setPen(QPen(m_colours.running.text, 1.5));
        const double x = bar.right() + 0.5;
        m_painter.drawLine(QPointF(x, rect.top() + LaneMetrics::outerTop - 1),
            QPointF(x, rect.top() + LaneMetrics::innerTop + LaneMetrics::innerHeight + 1));
    }
    paintBarText(bar, placed, picture, fill);
}

void LanePainter::paintBarText(
    const QRectF &bar, const PlacedBar &placed, const LanePicture &picture, const Fill &fill)
{
    if (placed.bar.kind == BarKind::Quiet || bar.width() < 18)
        return;
    // What is left of the window is not lost: the words stay in sight.
    const double left = std::max(bar.left(), double(m_painter.clipBoundingRect().left()));
    const QRectF room = QRectF(QPointF(left, bar.top()), bar.bottomRight()).adjusted(4, 0, -3, 0);
    m_painter.setFont(placed.bar.kind == BarKind::Inner ? m_innerFont : m_barFont);
    m_painter.setPen(fill.text);
    const QFontMetricsF metrics(m_painter.font());
    const QStringList texts = barTexts(picture.lane->timeline, placed);
    for (const QString &text : texts) {
        if (metrics.horizontalAdvance(text) <= room.width()) {
            m_painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
            return;
        }
    }
    if (room.width() > 34 && !texts.isEmpty())
        m_painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
            metrics.elidedText(texts.last(), Qt::ElideRight, room.width()));
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
