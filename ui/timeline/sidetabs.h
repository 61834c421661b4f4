// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanelist.h"

#include <QWidget>

class QStackedWidget;

namespace falconer {

class AttentionPanel;
class FailuresPanel;
class LaneInsight;
class ProgressPanel;
class SegmentedButton;
class StatusPanel;
class StepsPanel;

// What stands beside the lanes, one at a time: what the current one reported, or what all of them
// have in common.
class SideTabs final : public QWidget {
    Q_OBJECT

public:
    enum Tab { Statuses, Steps, Progress, Attention, Failures };

    explicit SideTabs(QWidget *parent = nullptr);

    StatusPanel &statuses() const { return *m_statuses; }
    StepsPanel &steps() const { return *m_steps; }
    ProgressPanel &progress() const { return *m_progress; }
    AttentionPanel &attention() const { return *m_attention; }
    FailuresPanel &failures() const { return *m_failures; }

    Tab current() const;
    void open(Tab tab);
    // What is known of these lanes together by whoever draws them.
    void setInsight(const LaneInsight &insight);
    // For what is told of all lanes: when they or the time have changed. Costs nothing out of
    // sight.
    void setLanes(const LaneList &lanes, const QDateTime &now);

signals:
    void opened(); // another tab, by whomever

private:
    void createTabs();

    SegmentedButton *m_tabs;
    QStackedWidget *m_stack;
    StatusPanel *m_statuses;
    StepsPanel *m_steps;
    ProgressPanel *m_progress;
    AttentionPanel *m_attention;
    FailuresPanel *m_failures;
};

} // namespace falconer
