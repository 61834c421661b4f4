// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinesource.h"
#include "services/hawkbit/dialect.h"
#include "ui/deploy/dragpayload.h"
#include "ui/plan/sheetcontext.h"
#include "ui/workspace.h"

class QMenu;
class QSettings;
class QSplitter;

namespace falconer {

class DeployCommands;
class DetailsPanel;
class Feed;
class FleetTable;
class HistoryCache;
class PatternStore;
class SearchField;
class SetsPane;
class TargetsPane;
class TimelinePane;

// Deploy, the home: targets and distribution sets side by side, the timeline of the selection
// below. A drag, a key or a button brings a set to targets by way of the plan.
class DeployWorkspace final : public Workspace {
    Q_OBJECT

public:
    // All of them outlive it.
    struct Parts {
        Client &client;
        Feed &feed;
        const ServerFacts &server;
        SheetContext sheets;
        QSettings &settings;
        HistoryCache *histories = nullptr;      // of ended actions
        const PatternStore *patterns = nullptr; // the words of people's own devices
    };

    explicit DeployWorkspace(const Parts &parts, QWidget *parent = nullptr);
    ~DeployWorkspace() override;

    int pendingChanges() const override;
    QWidget *searchField() override;
    void focusSearch() override;
    void refresh() override;
    void showPendingChanges() override;
    void saveState() override;
    const TimelineLane *laneInView() const override;

    TargetsPane &targets() { return *m_targets; }
    SetsPane &sets() { return *m_sets; }
    TimelinePane &timeline() { return *m_timeline; }

private:
    void build();
    void restoreState();
    void wireSearch();
    void wireSelection();
    void wireDrags();
    void wireCommands();
    void letDrag(FleetTable &from, FleetTable &to);
    void giveMenu(QWidget &table, void (DeployCommands::*fill)(QMenu &menu));

    void showTimeline();
    void afterWrite();
    void showDetails(bool show);

    Parts m_parts;
    TimelineSource m_timelineSource;
    LaneWatch m_watch;
    SearchField *m_search;
    DeployCommands *m_commands;
    TargetsPane *m_targets;
    SetsPane *m_sets;
    TimelinePane *m_timeline;
    DetailsPanel *m_details;
    QSplitter *m_columns;
    QSplitter *m_rows;
};

} // namespace falconer
