// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparepanel.h"

namespace falconer {

class ChartLegend;
class DurationsChart;
class SegmentedButton;
class StatesChart;

// How far the devices in view are, and when they will be done: the estimate in words, how many were
// in which state over time, how long each step took.
class ProgressPanel final : public ComparePanel {
    Q_OBJECT

public:
    enum class Chart { States, Durations };

    explicit ProgressPanel(QWidget *parent = nullptr);

    void setChart(Chart chart);
    SegmentedButton &charts() const { return *m_charts; }
    StatesChart &states() const { return *m_states; }
    DurationsChart &durations() const { return *m_durations; }
    ChartLegend &legend() const { return *m_legend; }
    QString estimate() const; // in words
    QString details() const;

protected:
    void refresh(bool historiesChanged) override;

private:
    void updateEstimate();
    void updateLegend();

    int m_learned = 0; // of what the durations show
    QLabel *m_estimate;
    QLabel *m_details;
    SegmentedButton *m_charts;
    ChartLegend *m_legend;
    QStackedWidget *m_stack;
    StatesChart *m_states;
    DurationsChart *m_durations;
    QLabel *m_leftOut;
};

} // namespace falconer
