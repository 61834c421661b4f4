// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/stateschart.h"

#include "services/time/utc.h"
#include "ui/compare/chartlook.h"
#include "ui/compare/momenttext.h"
#include "ui/compare/statelevels.h"
#include "ui/compare/statelook.h"
#include "ui/timeline/timetexts.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QEvent>
#include <QHelpEvent>
#include <QLineSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int bandCount = 2;
constexpr int leastTickDistance = 64;
constexpr int labelRoom = 12;
constexpr int leastRow = 28;      // between two numbers of devices
constexpr double mostAhead = 1.0; // the future takes half of the chart at most

bool isAhead(const CompletionBand &band)
{
    return !band.reached && band.low.isValid() && band.high.isValid();
}

} // namespace

StatesChart::StatesChart(QWidget *parent)
    : QChartView(parent)
    , m_time(new QCategoryAxis(this))
    , m_devices(new QValueAxis(this))
{
    makePlain(*this);
    setAccessibleName(tr("Devices by state over time"));
    m_time->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_devices->setLabelFormat(u"%d"_s);
    m_devices->setTickType(QValueAxis::TicksDynamic);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_devices, Qt::AlignLeft);
    for (size_t i = 0; i < statesFromBelow.size(); ++i)
        m_areas << addArea();
    for (int i = 0; i < bandCount; ++i)
        m_ahead << addArea();
    updateColours();
}

QAreaSeries *StatesChart::addArea()
{
    auto *const below = new QLineSeries(this);
    auto *const above = new QLineSeries(this);
    m_lines << below << above;
    auto *const area = new QAreaSeries(above, below);
    chart()->addSeries(area); // owns it
    area->attachAxis(m_time);
    area->attachAxis(m_devices);
    return area;
}

void StatesChart::setPoints(const QList<StatePoint> &points)
{
    if (points == m_points)
        return;
    m_points = points;
    fillLines();
    updateAxes();
    emit legendChanged();
}

void StatesChart::setBands(const QList<CompletionBand> &bands)
{
    if (bands == m_bands)
        return;
    m_bands = bands;
    fillBands();
    updateAxes();
    emit legendChanged();
}

void StatesChart::fillLines()
{
    const QList<QList<QPointF>> levels = stateLevels(m_points);
    for (qsizetype i = 0; i < m_areas.size(); ++i) {
        m_areas[i]->lowerSeries()->replace(levels[i]);
        m_areas[i]->upperSeries()->replace(levels[i + 1]);
        const DeviceState state = statesFromBelow[size_t(i)];
        m_areas[i]->setVisible(std::ranges::any_of(
            m_points, [state](const StatePoint &point) { return point[state] > 0; }));
    }
    fillBands();
}

void StatesChart::fillBands()
{
    const double top = highest(m_points);
    for (qsizetype i = 0; i < m_ahead.size(); ++i) {
        const CompletionBand band = m_bands.value(i);
        m_ahead[i]->setVisible(isAhead(band));
        if (!isAhead(band))
            continue;
        const double level = top * band.share;
        const double low = axisMs(band.low), high = axisMs(band.high);
        m_ahead[i]->lowerSeries()->replace({ { low, 0 }, { high, 0 } });
        m_ahead[i]->upperSeries()->replace({ { low, level }, { high, level } });
    }
}

void StatesChart::updateAxes()
{
    if (m_points.isEmpty())
        return;
    const int most = highest(m_points);
    const QFontMetrics small(themeFont(TextSize::Small));
    setPlotArea(*this, small.horizontalAdvance(QString::number(most)) + labelRoom);
    const double first = axisMs(m_points.first().at);
    double last = std::max(first + 1'000, axisMs(m_points.last().at));
    for (const CompletionBand &band : std::as_const(m_bands)) {
        if (isAhead(band))
            last = std::max(last, std::min(axisMs(band.high), last + (last - first) * mostAhead));
    }
    const qint64 offset
        = qint64(m_points.first().at.toLocalTime().offsetFromUtc()) * 1'000; // round by the clock
    setTicks(*m_time,
        { .first = first,
            .last = last,
            .zero = -offset,
            .width = chart()->plotArea().width(),
            .leastDistance = leastTickDistance,
            .text = [](qint64 ms, qint64 grid) {
                return axisClockText(QDateTime::fromMSecsSinceEpoch(ms), grid);
            } });
    m_devices->setTickInterval(roundStep(most * leastRow / chart()->plotArea().height()));
    m_devices->setRange(0, most);
}

void StatesChart::updateColours()
{
    const Colours &c = colours(palette());
    for (size_t i = 0; i < statesFromBelow.size(); ++i) {
        const ChartLook look = stateLook(statesFromBelow[i], c);
        m_areas[qsizetype(i)]->setBrush(look.brush);
        m_areas[qsizetype(i)]->setPen(look.pen);
    }
    for (QAreaSeries *const area : std::as_const(m_ahead)) {
        area->setBrush(estimateLook(c).brush);
        area->setPen(estimateLook(c).pen);
    }
    colourGround(*this);
    colourAxis(*m_time, palette());
    colourAxis(*m_devices, palette());
    emit legendChanged();
}

QList<ChartLegend::Entry> StatesChart::legend() const
{
    const Colours &c = colours(palette());
    QList<ChartLegend::Entry> entries;
    for (size_t i = 0; i < statesFromBelow.size() && !m_points.isEmpty(); ++i) {
        const ChartLook look = stateLook(statesFromBelow[i], c);
        const int count = m_points.last()[statesFromBelow[i]];
        if (count > 0 || m_areas[qsizetype(i)]->isVisible())
            entries << ChartLegend::Entry{ look.brush, look.pen,
                stateText(statesFromBelow[i], count) };
    }
    if (std::ranges::any_of(m_bands, isAhead))
        entries << ChartLegend::Entry{ estimateLook(c).brush, QPen(c.attention.text, 1),
            tr("estimate: half, 95 % done") };
    return entries;
}

QString StatesChart::textAt(const QDateTime &time) const
{
    const auto after = std::ranges::upper_bound(m_points, time, {}, &StatePoint::at);
    if (after == m_points.begin())
        return {};
    const StatePoint &point = *std::prev(after);
    QStringList words;
    for (const DeviceState state : statesFromBelow) {
        if (point[state] > 0)
            words << stateText(state, point[state]);
    }
    return tr("%1: %2").arg(momentText(time, m_points.last().at, true), words.join(u", "_s));
}

void StatesChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void StatesChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    updateAxes();
}

bool StatesChart::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *const help = static_cast<QHelpEvent *>(event);
    const QPointF value = chart()->mapToValue(help->pos(), m_areas.first());
    const bool isKnown = !m_points.isEmpty() && chart()->plotArea().contains(help->pos())
        && value.x() <= axisMs(m_points.last().at);
    QToolTip::showText(help->globalPos(),
        isKnown ? textAt(QDateTime::fromMSecsSinceEpoch(qint64(value.x()), inUtc)) : QString(),
        this);
    return true;
}

} // namespace falconer
