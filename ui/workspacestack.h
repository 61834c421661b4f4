// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/live/feed.h"
#include "ui/workspace.h"

#include <QStackedWidget>

#include <memory>
#include <vector>

namespace falconer {

// The workspaces of one session. Only the one in sight is fed: the feeds of the others pause, so
// that what nobody sees costs no request, and ask at once when they are opened again. The session
// outlives the stack.
class WorkspaceStack final : public QStackedWidget {
    Q_OBJECT

public:
    // historyFile: where ended histories are kept; empty: nowhere.
    WorkspaceStack(Session &session, QSettings &settings, const QList<WorkspaceDoor> &doors,
        const QString &historyFile, UploadQueue *uploads = nullptr, QWidget *parent = nullptr);
    ~WorkspaceStack() override;

    void open(WorkspaceKind kind);
    void openLast(); // the one that was in sight when the state was saved, else the first
    WorkspaceKind kind() const; // of the one in sight
    Workspace &workspace() const;
    const Feed &feed() const;

    void setActive(bool active); // whether the window can be seen
    void pause();                // signed out
    void resume();
    void refresh();
    void refreshFeed(); // without what the workspace itself asks for
    void saveState();

signals:
    void opened(falconer::WorkspaceKind kind);
    void feedStateChanged();
    void answered();    // by the server, to what any of them asked
    void reconnected(); // it answers again
    void certificateRefused(const falconer::PeerCertificate &certificate);
    void lanesHadNews(const QList<falconer::LaneNews> &news);
    void pendingChangesChanged(int changes); // of the one in sight

private:
    struct Room {
        WorkspaceDoor door;
        std::unique_ptr<Feed> feed;
        std::unique_ptr<Workspace> workspace;
    };

    Room &furnished(Room &room);
    void updateFeeds();
    void takeFeedState(Room &room);
    void takeAnswer();

    Session &m_session;
    QSettings &m_settings;
    UploadQueue *m_uploads;
    std::unique_ptr<HistoryCache> m_histories;
    std::vector<Room> m_rooms;
    Room *m_open = nullptr;
    bool m_isActive = true;
    bool m_isPaused = false;
    bool m_isCutOff = false; // one of the feeds failed, and none was answered since
};

} // namespace falconer
