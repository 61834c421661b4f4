// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QSettings;

namespace falconer {

class Feed;
class Session;

// What the main window shows of a connected server: one workspace is open at a time, made for a
// session and destroyed before it.
class Workspace : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // What the top bar shows as search; nullptr: nothing. Stays the workspace's: the top bar only
    // lays it out, and the workspace must survive its destruction.
    virtual QWidget *searchField() = 0;
    virtual void focusSearch() = 0;
    virtual void refresh() = 0;
    // Rows that wait to be shown (pendingChangesChanged) take their places.
    virtual void showPendingChanges() = 0;
    // Window state worth keeping: called before it goes.
    virtual void saveState() = 0;

signals:
    void pendingChangesChanged(int changes);
};

// What a workspace is made from; all of it outlives the workspace.
struct WorkspaceParts {
    Session &session; // connected
    Feed &feed;
    QSettings &settings; // columns, splitters
};

using WorkspaceFactory = std::function<Workspace *(const WorkspaceParts &parts)>;

} // namespace falconer
