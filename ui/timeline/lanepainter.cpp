// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanepainter.h"

#include "ui/shared/icons.h"
#include "ui/timeline/bartexts.h"
#include "ui/timeline/endplace.h"

#include <QPainter>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int signSize = Metrics::signSize;
constexpr double farLeft = 10'000; // no words behind an end reach so far

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

LanePainter::LanePainter(QPainter &painter, const QPalette &palette, const TimeScale &scale,
    const LaneInsight &insight, TextCache &texts)
    : m_painter(painter)
    , m_colours(colours(palette))
    , m_scale(scale)
    , m_insight(insight)
    , m_words(texts.of(themeFont(TextSize::Small)))
    , m_bars(painter, palette, texts)
{
}

void LanePainter::paintBody(const QRect &rect, const LanePicture &picture)
{
    m_painter.save();
    m_painter.setClipRect(rect, Qt::IntersectClip);
    m_painter.setRenderHint(QPainter::Antialiasing);
    paintGaps(rect, picture);
    paintMarks(rect, picture);
    for (const PlacedBar &placed : picture.bars) {
        const QStringList texts = BarPainter::hasText(placed)
            ? barTexts(picture.lane->timeline, placed)
            : QStringList();
        m_bars.paint(rect, placed, *picture.metrics, texts,
            picture.selectedStep >= 0 && placed.bar.step == picture.selectedStep);
        paintUsual(rect, placed, picture);
    }
    paintHits(rect, picture);
    paintEnd(rect, picture);
    m_painter.restore();
}

// A notch where the step mostly ends; what a slow one took beyond that is underlined.
void LanePainter::paintUsual(const QRect &rect, const PlacedBar &placed, const LanePicture &picture)
{
    if (placed.count > 1 || placed.bar.kind == BarKind::Quiet)
        return;
    const StepKey key = keyOf(picture.lane->timeline, placed.bar);
    const StepStatistics *const usual = m_insight.usual(key);
    if (!usual)
        return;
    const double x = placed.rect.left() + double(usual->median) / m_scale.msPerPixel;
    const QRectF bar = placed.rect.translated(rect.topLeft());
    const double end = rect.left() + x;
    if (end < bar.right() && placed.rect.width() > 24)
        m_painter.fillRect(QRectF(end - 0.5, bar.top(), 1, 3), m_colours.quiet.text);
    if (m_insight.isSlow(key, placed.bar.endMs - placed.bar.startMs) && end < bar.right())
        m_painter.fillRect(
            QRectF(end, bar.bottom() - 1.5, bar.right() - end - 1, 2), m_colours.attention.text);
}

// Small triangles over the bars.
void LanePainter::paintHits(const QRect &rect, const LanePicture &picture)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.accent);
    double lastX = -10;
    for (const qint64 hit : picture.hits) {
        const double x = m_scale.x(double(hit - picture.zeroMs));
        if (x < -4 || x > rect.width() + 4 || x - lastX < 2)
            continue;
        lastX = x;
        const QPointF tip(rect.left() + x, rect.top() + picture.metrics->outerTop - 1);
        m_painter.drawPolygon(QPolygonF{ tip, tip + QPointF(-3.5, -6), tip + QPointF(3.5, -6) });
    }
}

// Small strokes under the bars: moments without a duration.
void LanePainter::paintMarks(const QRect &rect, const LanePicture &picture)
{
    constexpr double height = 4;
    const double y
        = rect.top() + std::min(picture.metrics->innerEnd() + 2, picture.metrics->height - 5);
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
    const double y = rect.top() + picture.metrics->middle();
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
    const QDateTime &now = picture.moment.now;
    const LaneWords &words = picture.words;
    if (lane.action && isSilent(lane.timeline, picture.moment.attention))
        return paintSilence(rect, picture, words.end);
    const bool hasBars = !picture.bars.isEmpty();
    const bool isOver
        = lane.action && !lane.timeline.isRunning() && !lane.statuses.isEmpty(); // not unread
    double x = 0;
    if (lane.action && !lane.statuses.isEmpty())
        x = m_scale.x(double(laneEnd(lane.timeline, now) - picture.zeroMs));
    if (isOver) {
        x = pinnedEnd(rect, picture, x, words.end);
        if (x > rect.width() || x < -farLeft)
            return; // in pixels it may be farther than a whole number tells
        return paintEndMark(rect, picture, x);
    }
    // A running lane without bars says what it waits for where people look: at its begin.
    const bool hasBegun = hasBars && lane.timeline.workStart.isValid();
    const double from = hasBegun ? x + 3 : std::max(m_scale.x(0), 0.0);
    paintWords(QRectF(rect.left() + from + 6, rect.top() + picture.metrics->outerTop - 1,
                   rect.width(), picture.metrics->innerEnd() - picture.metrics->outerTop),
        words.end, words.endTone);
}

void LanePainter::paintEndMark(const QRect &rect, const LanePicture &picture, double x)
{
    const LaneWords &words = picture.words;
    const EndPlace place = endPlace(x, signSize, m_words.width(words.end), rect.width());
    const double y = rect.top() + picture.metrics->middle() - signSize / 2.0;
    const QRectF sign(rect.left() + place.sign, y, signSize, signSize);
    const QRectF box(rect.left() + place.words, y - 1, place.width + 1, signSize + 2);
    if (place.isBefore && !words.end.isEmpty())
        m_painter.fillRect(box.adjusted(-3, 0, 3, 0), m_colours.panel);
    paintIcon(m_painter, sign.toRect(), words.icon, m_colours.tone(words.tone).text);
    paintWords(box, words.end, words.endTone);
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
    const double wanted = signSize + 20 + m_words.width(words);
    const double pinned = std::clamp(rect.width() - wanted, last, std::max(last, x));
    const double y = rect.top() + picture.metrics->middle();
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
    const double to
        = rect.left() + m_scale.x(double(picture.moment.now.toMSecsSinceEpoch() - picture.zeroMs));
    const double y = rect.top() + picture.metrics->middle();
    QPen pen(m_colours.attention.text, 1.5, Qt::CustomDashLine);
    pen.setDashPattern({ 2, 2 });
    m_painter.setPen(pen);
    m_painter.drawLine(QPointF(std::max(from + 2, rect.left() - 4.0), y),
        QPointF(std::min(to, rect.right() + 4.0), y));
    const double x = std::clamp(from + 8, rect.left() + 6.0, rect.right() - 120.0);
    if (picture.metrics == &detailedLane) {
        paintWords(QRectF(x, rect.top() + picture.metrics->innerTop - 3, rect.width(), 15), words,
            Tone::Attention);
        return;
    }
    const double width = m_words.width(words) + 8;
    m_painter.fillRect(QRectF(x - 4, rect.top() + 1, width, rect.height() - 2), m_colours.panel);
    paintWords(QRectF(x, rect.top(), rect.width(), rect.height()), words, Tone::Attention);
}

void LanePainter::paintWords(QRectF rect, const QString &words, Tone tone)
{
    rect.setRight(std::min(rect.right(), m_painter.clipBoundingRect().right() - 6));
    if (words.isEmpty() || rect.width() < 30)
        return;
    m_painter.setPen(m_colours.tone(tone).text);
    m_words.draw(m_painter, rect, m_words.elided(words, rect.width()));
}

} // namespace falconer
