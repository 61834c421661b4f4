// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanewatch.h"

#include <QWidget>

#include <functional>

class QSettings;

namespace falconer {

class Feed;
class HistoryCache;
class Session;
class UploadQueue;
struct TimelineLane;

// The doors of the rail, from top to bottom.
enum class WorkspaceKind { Deploy, Repository, Rollouts, Actions, Types, Server };

// What the main window shows of a connected server: one of its workspaces is in sight at a time.
// Each is made for a session when it is first opened, and destroyed before the session.
class Workspace : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // The changes that were last told by pendingChangesChanged.
    virtual int pendingChanges() const = 0;
    // What the top bar shows as search; nullptr: nothing. Stays the workspace's: the top bar only
    // lays it out, and the workspace must survive its destruction.
    virtual QWidget *searchField() = 0;
    virtual void focusSearch() = 0;
    virtual void refresh() = 0;
    // Rows that wait to be shown (pendingChangesChanged) take their places.
    virtual void showPendingChanges() = 0;
    // Window state worth keeping: called before it goes.
    virtual void saveState() = 0;
    // The action that is looked at, nullptr: none. Valid until control returns to the event loop.
    virtual const TimelineLane *laneInView() const { return nullptr; }

signals:
    void pendingChangesChanged(int changes);
    void lanesHadNews(const QList<falconer::LaneNews> &news);
};

// What a workspace is made from; all of it outlives the workspace.
struct WorkspaceParts {
    Session &session;               // connected
    Feed &feed;                     // the workspace's own: it pauses while another one is in sight
    HistoryCache *histories;        // of ended actions; nullptr: not kept
    QSettings &settings;            // columns, splitters
    UploadQueue *uploads = nullptr; // of the whole program; nullptr: nothing can be uploaded
};

struct WorkspaceDoor {
    WorkspaceKind kind = WorkspaceKind::Deploy;
    std::function<Workspace *(const WorkspaceParts &parts)> make;
};

} // namespace falconer
