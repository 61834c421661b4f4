// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/relativetime.h"
#include "models/timelinesource.h"
#include "services/deployment/recoverability.h"
#include "services/deployment/selectedactions.h"
#include "services/hawkbit/dialect.h"
#include "ui/plan/sheetcontext.h"
#include "ui/workspace.h"

#include <functional>

class QSplitter;

namespace falconer {

class ActionsPane;
class HistoryCache;
class PatternStore;
class SearchField;
class TimelinePane;

// All actions of the server, whatever target and set they are of: found, followed, cancelled,
// forced, and their history deleted. The timeline of those selected is below.
class ActionsWorkspace final : public Workspace {
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

    explicit ActionsWorkspace(const Parts &parts, const Clock &clock, QWidget *parent = nullptr);
    ~ActionsWorkspace() override;

    int pendingChanges() const override;
    QWidget *searchField() override;
    void focusSearch() override;
    void refresh() override;
    void showPendingChanges() override;
    void saveState() override;
    const TimelineLane *laneInView() const override;

    ActionsPane &actions() { return *m_actions; }
    TimelinePane &timeline() { return *m_timeline; }

private:
    void build(const Clock &clock);
    void wireSearch();
    void wireSelection();
    void wireCommands();

    void showTimeline();
    void updateCommands();
    void findForRecovery(RecoveryKind kind);
    void findForDeletion();
    void openRecovery(const QList<Action> &actions, bool limited);
    void openDeletion(const QList<Action> &actions, bool limited);
    void recoverLanes(RecoveryKind kind, const QStringList &controllerIds);
    void afterWrite();
    void afterDeletion();

    using Opener = void (ActionsWorkspace::*)(const QList<Action> &actions, bool limited);

    Parts m_parts;
    TimelineSource m_timelineSource;
    LaneWatch m_watch;
    SelectedActions m_found;
    Opener m_open = nullptr; // what was looked for
    RecoveryKind m_wantedRecovery = RecoveryKind::Cancel;
    SearchField *m_search;
    ActionsPane *m_actions;
    TimelinePane *m_timeline;
    QSplitter *m_rows;
};

} // namespace falconer
