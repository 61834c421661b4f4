// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/durationschart.h"

#include "models/steptable.h"
#include "ui/compare/chartlook.h"
#include "ui/shared/theme.h"
#include "ui/timeline/timetexts.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QEvent>
#include <QHelpEvent>
#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <functional>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 20; // at least, so that its words can be read
constexpr int axisHeight = 28;
constexpr int nameGap = 8;
constexpr double mostForNames = 0.5; // of the width
constexpr double barHeight = 12;

} // namespace

DurationsChart::DurationsChart(QWidget *parent)
    : QChartView(parent)
    , m_median(new QBarSet(tr("median")))
    , m_p95(new QBarSet(tr("p95")))
    , m_max(new QBarSet(tr("longest")))
    , m_series(new QHorizontalStackedBarSeries(this))
    , m_steps(new QBarCategoryAxis(this))
    , m_time(new QCategoryAxis(this))
{
    makePlain(*this);
    setAccessibleName(tr("How long each step took"));
    for (QBarSet *const set : { m_median, m_p95, m_max })
        m_series->append(set); // owns it
    m_time->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_steps->setGridLineVisible(false);
    m_steps->setLabelsVisible(false); // it cuts them: drawForeground() does not
    chart()->addSeries(m_series);
    chart()->addAxis(m_steps, Qt::AlignLeft);
    chart()->addAxis(m_time, Qt::AlignBottom);
    m_series->attachAxis(m_steps);
    m_series->attachAxis(m_time);
    updateColours();
}

void DurationsChart::setLines(const QList<StepLine> &lines)
{
    QList<StepLine> work;
    std::ranges::copy_if(lines, std::back_inserter(work),
        [](const StepLine &line) { return isWork(line.statistics.key) && !line.hasParts; });
    if (work == m_lines)
        return;
    m_lines = work;
    fill();
}

void DurationsChart::fill()
{
    const qsizetype room = std::max(1, (height() - axisHeight) / rowHeight);
    m_shown = m_lines;
    std::ranges::stable_sort(
        m_shown, std::greater(), [](const StepLine &line) { return line.statistics.median; });
    m_shown.resize(std::min(room, m_shown.size()));
    m_leftOut = int(m_lines.size() - m_shown.size());
    std::ranges::sort(m_shown, std::greater(), &StepLine::place);

    QStringList names;
    QList<qreal> medians, p95s, longest;
    qint64 most = 1;
    for (const StepLine &line : std::as_const(m_shown)) {
        const StepStatistics &statistics = line.statistics;
        names << stepKeyText(statistics.key); // the axis wants each once
        const qint64 p95 = statistics.p95.value_or(statistics.median);
        medians << double(statistics.median);
        p95s << double(p95 - statistics.median);
        longest << double(statistics.max - p95);
        most = std::max(most, statistics.max);
    }
    const auto replace = [](QBarSet &set, const QList<qreal> &values) {
        set.remove(0, set.count());
        set.append(values);
    };
    replace(*m_median, medians);
    replace(*m_p95, p95s);
    replace(*m_max, longest);
    m_steps->setCategories(names);
    setPlotArea(*this, nameWidth() + 2 * nameGap);
    setTicks(*m_time,
        { .last = double(most) * 1.02,
            .width = chart()->plotArea().width(),
            .leastDistance = 60,
            .text = axisText });
    const double row
        = chart()->plotArea().height() / double(std::max<qsizetype>(1, m_shown.size()));
    m_series->setBarWidth(std::min(0.8, barHeight / std::max(row, 1.0)));
    emit legendChanged();
}

QStringList DurationsChart::shownSteps() const
{
    QStringList names;
    for (const StepLine &line : m_shown)
        names.prepend(stepText(line.statistics.key));
    return names;
}

QList<ChartLegend::Entry> DurationsChart::legend() const
{
    const bool hasP95 = std::ranges::any_of(
        m_shown, [](const StepLine &line) { return line.statistics.p95.has_value(); });
    QList<ChartLegend::Entry> entries{ { m_median->brush(), m_median->pen(),
        tr("to the median") } };
    if (hasP95)
        entries << ChartLegend::Entry{ m_p95->brush(), m_p95->pen(), tr("to the p95") };
    entries << ChartLegend::Entry{ m_max->brush(), m_max->pen(), tr("to the longest") };
    return entries;
}

void DurationsChart::updateColours()
{
    const Colours &c = colours(palette());
    const auto paint = [&c](QBarSet &set, const QColor &colour) {
        set.setBrush(colour);
        set.setPen(QPen(c.barOuter, 1));
    };
    paint(*m_median, c.barOuter);
    paint(*m_p95, c.barInner);
    paint(*m_max, c.panel);
    colourGround(*this);
    colourAxis(*m_time, palette());
    colourAxis(*m_steps, palette());
    emit legendChanged();
}

void DurationsChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void DurationsChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    fill();
}

int DurationsChart::nameWidth() const
{
    const QFontMetrics small(themeFont(TextSize::Small));
    int widest = 0;
    for (const StepLine &line : m_shown)
        widest = std::max(widest, small.horizontalAdvance(stepText(line.statistics.key)));
    return std::min(widest, int(width() * mostForNames));
}

void DurationsChart::drawForeground(QPainter *painter, const QRectF &)
{
    const QRectF plot = chart()->plotArea();
    const double row = plot.height() / double(std::max<qsizetype>(1, m_shown.size()));
    painter->setFont(themeFont(TextSize::Small));
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const StepLine &line = m_shown[i];
        const QRectF place(nameGap, plot.bottom() - double(i + 1) * row, nameWidth() + 1, row);
        painter->setPen(toneColour(palette(), line.isSlowest ? Tone::Attention : Tone::Plain));
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(
                stepText(line.statistics.key), Qt::ElideMiddle, nameWidth() + 1));
    }
}

int DurationsChart::rowAt(const QPoint &place) const
{
    const QRectF plot = chart()->plotArea();
    if (m_shown.isEmpty() || place.y() < plot.top() || place.y() >= plot.bottom())
        return -1;
    const double fromBelow = (plot.bottom() - place.y()) / plot.height();
    return std::min(int(fromBelow * double(m_shown.size())), int(m_shown.size()) - 1);
}

bool DurationsChart::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QChartView::viewportEvent(event);
    const auto *const help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos());
    QString text;
    if (row >= 0) {
        const StepStatistics &step = m_shown[row].statistics;
        text = stepText(step.key) + u'\n' + tr("%n device(s)", nullptr, step.devices) + u'\n'
            + tr("median %1").arg(spanText(step.median));
        if (step.p95)
            text += u'\n' + tr("p95 %1").arg(spanText(*step.p95));
        text += u'\n' + tr("longest %1, %2").arg(spanText(step.max), step.slowest);
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

} // namespace falconer
