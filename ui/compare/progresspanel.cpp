// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/progresspanel.h"

#include "models/steplines.h"
#include "ui/compare/chartlegend.h"
#include "ui/compare/completiontext.h"
#include "ui/compare/durationschart.h"
#include "ui/compare/stateschart.h"
#include "ui/shared/segmentedbutton.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = Metrics::cellPadding;

QLabel *wrappedLabel(const QFont &font)
{
    auto *const label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    label->setFont(font);
    return label;
}

QList<CompletionDevice> devicesOf(const LaneList &lanes, const LaneInsight &insight)
{
    QList<CompletionDevice> devices;
    for (int i = 0; i < lanes.count(); ++i) {
        const TimelineLane &lane = lanes.lane(i);
        if (!isRead(lane))
            continue;
        CompletionDevice device{ .timeline = lane.timeline };
        if (lane.timeline.isRunning()) {
            const ActionState state = insight.attention(i).state;
            device.silent = state == ActionState::Silent || state == ActionState::NotPolled;
            if (lane.poll)
                device.nextPoll = lane.poll->nextExpectedRequestAt;
        }
        devices << device;
    }
    return devices;
}

// After the end of all nothing more is to be seen.
QDateTime endOf(const QList<CompletionDevice> &devices, const QDateTime &now)
{
    QDateTime end;
    for (const CompletionDevice &device : devices) {
        const QDateTime &at = device.timeline.outcome.at;
        if (!at.isValid())
            return now;
        end = end.isValid() ? std::max(end, at) : at;
    }
    return end.isValid() ? std::min(end, now) : now;
}

} // namespace

ProgressPanel::ProgressPanel(QWidget *parent)
    : ComparePanel(parent)
    , m_estimate(wrappedLabel(themeFont(TextSize::Body, QFont::DemiBold)))
    , m_details(wrappedLabel(themeFont(TextSize::Secondary)))
    , m_charts(new SegmentedButton(this))
    , m_legend(new ChartLegend(this))
    , m_stack(new QStackedWidget(this))
    , m_states(new StatesChart(this))
    , m_durations(new DurationsChart(this))
    , m_leftOut(wrappedLabel(themeFont(TextSize::Secondary)))
{
    m_details->setProperty("look", u"secondary"_s);
    m_leftOut->setProperty("look", u"secondary"_s);
    m_charts->setAccessibleName(tr("Chart"));
    m_charts->addSegment(tr("devices over time"), tr("How many devices were in which state"));
    m_charts->addSegment(tr("step durations"), tr("How long each step took"));
    m_stack->addWidget(m_states);
    m_stack->addWidget(m_durations);
    auto *const content = new QWidget(this);
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(margin, 6, margin, 4);
    layout->setSpacing(3);
    for (QWidget *const part : std::initializer_list<QWidget *>{ m_estimate, m_details })
        layout->addWidget(part);
    layout->addSpacing(3);
    layout->addWidget(m_charts);
    layout->addWidget(m_legend);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_leftOut);
    setContent(content);
    setFocusProxy(m_charts);
    connect(m_charts, &SegmentedButton::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        updateLegend();
    });
    connect(m_states, &StatesChart::legendChanged, this, &ProgressPanel::updateLegend);
    connect(m_durations, &DurationsChart::legendChanged, this, &ProgressPanel::updateLegend);
    updateLegend();
}

void ProgressPanel::setChart(Chart chart)
{
    m_charts->setCurrentIndex(int(chart));
}

void ProgressPanel::refresh(bool historiesChanged)
{
    const bool isNew = std::exchange(m_learned, insight().learned()) != insight().learned();
    if (historiesChanged || isNew)
        m_durations->setLines(stepLines(insight().steps(), readHistories(lanes())));
    updateEstimate();
}

void ProgressPanel::updateEstimate()
{
    const QList<CompletionDevice> devices = devicesOf(lanes(), insight());
    if (devices.isEmpty()) {
        showEmpty(Icon::Waiting, tr("Nothing to compare yet"),
            tr("Choose targets with actions: how far they are, and when they will be done."));
        return;
    }
    const std::optional<CompletionEstimate> estimate = estimateCompletion(devices, now());
    const CompletionWords words = completionWords(estimate, completionCounts(devices), now());
    m_estimate->setText(words.sentence);
    m_details->setText(words.details);
    m_details->setVisible(!words.details.isEmpty());
    QList<Timeline> timelines;
    for (const CompletionDevice &device : devices)
        timelines << device.timeline;
    m_states->setPoints(statesOverTime(timelines, endOf(devices, now()), StatesChart::mostPoints));
    m_states->setBands(
        estimate ? QList{ estimate->half, estimate->most } : QList<CompletionBand>());
    showContent();
}

void ProgressPanel::updateLegend()
{
    const bool showsStates = m_charts->currentIndex() == int(Chart::States);
    m_legend->setEntries(showsStates ? m_states->legend() : m_durations->legend());
    m_stack->currentWidget()->setAccessibleDescription(m_legend->texts().join(u", "_s));
    const int leftOut = showsStates ? 0 : m_durations->leftOut();
    m_leftOut->setVisible(leftOut > 0);
    m_leftOut->setText(tr("%n quicker step(s) left out for want of room.", nullptr, leftOut));
}

QString ProgressPanel::estimate() const
{
    return m_estimate->text();
}

QString ProgressPanel::details() const
{
    return m_details->text();
}

} // namespace falconer
