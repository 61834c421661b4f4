// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/timelineprint.h"

#include "ui/export/timelinetext.h"
#include "ui/timeline/curvepainter.h"
#include "ui/timeline/laneheadpainter.h"
#include "ui/timeline/lanerows.h"
#include "ui/timeline/rulerpainter.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QSet>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr int titleHeight = 20;
constexpr int subtitleHeight = 18;
constexpr int headHeight = margin + titleHeight + subtitleHeight + 8;
constexpr int axisHeight = 24;
constexpr int leastNames = 200;
constexpr int mostNames = 420;
constexpr int leastTime = 480;
constexpr int mostRoom = 480;    // for the words behind the ends
constexpr int leastForRuler = 3; // lanes

} // namespace

TimelinePrint::TimelinePrint(TimelineInView view)
    : m_view(std::move(view))
    , m_palette(themePalette(false))
    , m_namesWidth(namesWidthNeeded())
    , m_timeWidth(std::max(m_view.timeWidth, leastTime))
{
    // A narrow window is drawn wider, with the same part of time.
    m_view.scale.msPerPixel *= double(std::max(m_view.timeWidth, 1)) / m_timeWidth;
    m_timeWidth += roomForEnds();
}

QString TimelinePrint::title() const
{
    QStringList sets;
    QSet<QString> devices;
    for (const LaneInView &shown : m_view.lanes) {
        const QString set = shown.lane.action ? shown.lane.action->setTitle() : QString();
        if (!set.isEmpty() && !sets.contains(set))
            sets << set;
        devices << shown.lane.controllerId;
    }
    QStringList words{ tr("Install timeline") };
    if (sets.size() == 1)
        words << sets.first();
    else if (!sets.isEmpty())
        words << tr("%n set(s)", nullptr, int(sets.size()));
    words << tr("%n device(s)", nullptr, int(devices.size()));
    return words.join(u", "_s);
}

QString TimelinePrint::subtitle() const
{
    const QString when
        = QLocale().toString(m_view.now.toTimeZone(m_view.zone), u"d MMM yyyy HH:mm:ss"_s);
    const QString words = tr("as of %1, times in %2").arg(when, zoneText(m_view.zone, m_view.now));
    return m_view.server.isEmpty() ? words : tr("%1, %2").arg(m_view.server, words);
}

int TimelinePrint::width() const
{
    return 2 * margin + m_namesWidth + m_timeWidth;
}

int TimelinePrint::height(int first, int count) const
{
    int height = rowsTop() + margin;
    for (int row = first; row < first + count; ++row)
        height += rowHeight(row);
    return height + (curve().isEmpty() ? 0 : CurvePainter::height);
}

int TimelinePrint::rowsWithin(int height, int first) const
{
    int count = std::min(1, rowCount() - first);
    while (first + count < rowCount() && this->height(first, count + 1) <= height)
        ++count;
    // A head of a group stands over its first lane.
    if (count > 1 && first + count < rowCount() && m_view.rows[first + count - 1].lane < 0)
        --count;
    return count;
}

bool TimelinePrint::hasRuler() const
{
    return m_view.lanes.size() >= leastForRuler && !m_view.insight.typical().isEmpty();
}

int TimelinePrint::rowsTop() const
{
    return headHeight + axisHeight + (hasRuler() ? RulerPainter::height : 0);
}

int TimelinePrint::rowHeight(int row) const
{
    return m_view.rows[row].lane < 0 ? LaneRows::headHeight : m_view.metrics->height;
}

int TimelinePrint::namesWidthNeeded() const
{
    const bool isWide = m_view.metrics == &detailedLane;
    const QFontMetrics names(themeFont(isWide ? TextSize::Body : TextSize::Small));
    const QFontMetrics words(themeFont(TextSize::Small));
    constexpr int around = 18;
    constexpr int sign = Metrics::signSize + 5;
    int widest = leastNames;
    for (const LaneInView &shown : m_view.lanes) {
        const LaneWords said = laneWords(shown.lane, shown.moment);
        const int name = names.horizontalAdvance(shown.lane.title());
        // What is said whole behind the bars may be cut here.
        const int state = said.status == said.end ? 0 : words.horizontalAdvance(said.status);
        widest = std::max(widest,
            isWide ? std::max(name, sign + state) + around : sign + name + state + 2 * around);
    }
    return std::min(widest, mostNames);
}

// Paper has no tooltip: what is said behind the ends must not be cut.
int TimelinePrint::roomForEnds() const
{
    const QFontMetrics words(themeFont(TextSize::Small));
    constexpr int around = Metrics::signSize + 24;
    int room = 0;
    for (const auto &[lane, moment] : m_view.lanes) {
        if (!lane.action || lane.timeline.isRunning())
            continue;
        const qint64 zero = laneZero(lane.timeline, m_view.axis.alignment, m_view.now);
        const double end = m_view.scale.x(double(laneEnd(lane.timeline, m_view.now) - zero));
        const int wanted = words.horizontalAdvance(laneWords(lane, moment).end) + around;
        room
            = std::max(room, int(std::clamp(end, 0.0, double(m_timeWidth))) + wanted - m_timeWidth);
    }
    return std::min(room, mostRoom);
}

LanePicture TimelinePrint::pictureOf(int lane) const
{
    const LaneInView &shown = m_view.lanes[lane];
    LanePicture picture{ .lane = &shown.lane,
        .moment = shown.moment,
        .words = laneWords(shown.lane, shown.moment),
        .metrics = m_view.metrics };
    if (!shown.lane.action)
        return picture;
    const Timeline &timeline = shown.lane.timeline;
    picture.zeroMs = laneZero(timeline, m_view.axis.alignment, m_view.now);
    picture.bars
        = placeBars(barsOf(timeline, m_view.now, isSilent(timeline, shown.moment.attention)),
            picture.zeroMs, m_view.scale, m_timeWidth, *m_view.metrics);
    return picture;
}

void TimelinePrint::paint(QPainter &painter, int first, int count, const QString &pageWords) const
{
    const Colours &c = colours(m_palette);
    const int bottom = height(first, count) - margin;
    const int inside = width() - 2 * margin;
    painter.fillRect(0, 0, width(), bottom + margin, c.panel);
    painter.save();
    painter.translate(margin, 0);
    const AxisPainter axis(painter, m_palette, m_view.scale, m_view.axis, m_texts);
    axis.paintGrid(QRect(
        m_namesWidth, headHeight + axisHeight, m_timeWidth, bottom - headHeight - axisHeight));
    paintRuler(painter);
    paintTimes(painter, first, count);
    paintCurve(painter, bottom - CurvePainter::height);
    paintNow(painter, bottom);
    // An SVG knows no clipping: what lies outside of the part in view is covered.
    painter.fillRect(-margin, rowsTop(), margin + m_namesWidth - 1, bottom - rowsTop(), c.panel);
    painter.fillRect(inside, headHeight, margin, bottom - headHeight, c.panel);
    paintNames(painter, first, count);
    if (!curve().isEmpty())
        CurvePainter(painter, m_palette, m_view.scale)
            .paintHead(
                QRect(0, bottom - CurvePainter::height, m_namesWidth - 1, CurvePainter::height));
    painter.fillRect(m_namesWidth - 1, headHeight, 1, bottom - headHeight, c.line);
    axis.paintHead(QRect(0, headHeight, inside, axisHeight), m_namesWidth);
    painter.restore();
    paintHead(painter, pageWords);
}

void TimelinePrint::paintTimes(QPainter &painter, int first, int count) const
{
    LanePainter lanes(painter, m_palette, m_view.scale, m_view.insight, m_texts);
    int top = rowsTop();
    for (int row = first; row < first + count; ++row) {
        if (m_view.rows[row].lane >= 0)
            lanes.paintBody(QRect(m_namesWidth, top, m_timeWidth, rowHeight(row)),
                pictureOf(m_view.rows[row].lane));
        top += rowHeight(row);
    }
}

void TimelinePrint::paintNames(QPainter &painter, int first, int count) const
{
    const Colours &c = colours(m_palette);
    LaneHeadPainter heads(painter, m_palette, m_texts);
    int top = rowsTop();
    for (int row = first; row < first + count; ++row) {
        const QRect rect(0, top, m_namesWidth + m_timeWidth, rowHeight(row));
        const int lane = m_view.rows[row].lane;
        if (lane >= 0) {
            heads.paint(QRect(rect.topLeft(), QSize(m_namesWidth - 1, rect.height())),
                pictureOf(lane), false);
        } else {
            painter.fillRect(rect, c.ground);
            painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
            painter.setPen(c.plain.text);
            painter.drawText(rect.adjusted(10, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                m_view.rows[row].title);
        }
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, c.fineLine);
        top += rowHeight(row);
    }
}

void TimelinePrint::paintRuler(QPainter &painter) const
{
    if (!hasRuler())
        return;
    const Colours &c = colours(m_palette);
    const QRect rect(0, headHeight + axisHeight, m_namesWidth + m_timeWidth, RulerPainter::height);
    painter.fillRect(rect, c.ground);
    RulerPainter ruler(painter, m_palette, m_view.scale, m_texts);
    ruler.paintBody(rect.adjusted(m_namesWidth, 0, 0, -1), m_view.insight.typical());
    painter.fillRect(-margin, rect.top(), margin, rect.height(), c.panel);
    painter.fillRect(0, rect.top(), m_namesWidth, rect.height(), c.ground);
    ruler.paintHead(QRect(rect.topLeft(), QSize(m_namesWidth, rect.height())), m_view.insight);
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, c.line);
}

QList<PercentPoint> TimelinePrint::curve() const
{
    return m_view.lanes.size() == 1 ? percentCourse(m_view.lanes.first().lane.timeline)
                                    : QList<PercentPoint>();
}

void TimelinePrint::paintCurve(QPainter &painter, int top) const
{
    const QList<PercentPoint> course = curve();
    if (course.isEmpty())
        return;
    const Timeline &timeline = m_view.lanes.first().lane.timeline;
    CurvePainter(painter, m_palette, m_view.scale)
        .paintBody(QRect(m_namesWidth, top, m_timeWidth, CurvePainter::height), course,
            laneZero(timeline, m_view.axis.alignment, m_view.now), laneEnd(timeline, m_view.now));
}

// By the clock all lanes share it.
void TimelinePrint::paintNow(QPainter &painter, int bottom) const
{
    const bool isLive = std::ranges::any_of(m_view.lanes, [](const LaneInView &shown) {
        return shown.lane.action && shown.lane.timeline.isRunning();
    });
    const double x = m_view.scale.x(double(m_view.now.toMSecsSinceEpoch()));
    if (m_view.axis.alignment != LaneAlignment::WallClock || !isLive || x < 0 || x > m_timeWidth)
        return;
    painter.fillRect(
        QRectF(m_namesWidth + x, headHeight + axisHeight, 1, bottom - headHeight - axisHeight),
        colours(m_palette).accent);
}

void TimelinePrint::paintHead(QPainter &painter, const QString &pageWords) const
{
    const Colours &c = colours(m_palette);
    const QRect head(margin, margin, width() - 2 * margin, titleHeight);
    painter.setFont(themeFont(TextSize::Title, QFont::DemiBold));
    painter.setPen(c.plain.text);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, title());
    painter.setFont(themeFont(TextSize::Secondary));
    painter.setPen(c.quiet.text);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, pageWords);
    painter.drawText(
        head.adjusted(0, titleHeight, 0, subtitleHeight), Qt::AlignLeft | Qt::AlignTop, subtitle());
}

} // namespace falconer
