// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspacestack.h"

#include "services/history/historycache.h"
#include "services/session/session.h"

#include <QSettings>

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString lastKey = u"window/workspace"_s;

// As the settings know it.
QString wordOf(WorkspaceKind kind)
{
    switch (kind) {
    case WorkspaceKind::Deploy:
        return u"deploy"_s;
    case WorkspaceKind::Repository:
        return u"repository"_s;
    case WorkspaceKind::Rollouts:
        return u"rollouts"_s;
    case WorkspaceKind::Actions:
        return u"actions"_s;
    case WorkspaceKind::Types:
        return u"types"_s;
    case WorkspaceKind::Server:
        return u"server"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

WorkspaceStack::WorkspaceStack(Session &session, QSettings &settings,
    const QList<WorkspaceDoor> &doors, const QString &historyFile, UploadQueue *uploads,
    QWidget *parent)
    : QStackedWidget(parent)
    , m_session(session)
    , m_settings(settings)
    , m_uploads(uploads)
    , m_histories(historyFile.isEmpty() ? nullptr : std::make_unique<HistoryCache>(historyFile))
{
    for (const WorkspaceDoor &door : doors)
        m_rooms.push_back({ door, nullptr, nullptr });
}

WorkspaceStack::~WorkspaceStack() = default;

void WorkspaceStack::open(WorkspaceKind kind)
{
    const auto room = std::ranges::find(
        m_rooms, kind, [](const Room &candidate) { return candidate.door.kind; });
    if (room == m_rooms.end() || &*room == m_open)
        return;
    m_open = &furnished(*room);
    setCurrentWidget(m_open->workspace.get());
    updateFeeds();
    m_open->workspace->setFocus();
    emit opened(kind);
    emit pendingChangesChanged(m_open->workspace->pendingChanges());
    emit feedStateChanged();
}

void WorkspaceStack::openLast()
{
    const QString word = m_settings.value(lastKey).toString();
    const auto last
        = std::ranges::find(m_rooms, word, [](const Room &room) { return wordOf(room.door.kind); });
    open((last == m_rooms.end() ? m_rooms.begin() : last)->door.kind);
}

WorkspaceStack::Room &WorkspaceStack::furnished(Room &room)
{
    if (room.workspace)
        return room;
    room.feed = std::make_unique<Feed>(m_session.client());
    room.workspace.reset(
        room.door.make({ m_session, *room.feed, m_histories.get(), m_settings, m_uploads }));
    addWidget(room.workspace.get());
    connect(room.feed.get(), &Feed::answered, this, &WorkspaceStack::takeAnswer);
    connect(room.feed.get(), &Feed::certificateRefused, this, &WorkspaceStack::certificateRefused);
    connect(room.feed.get(), &Feed::stateChanged, this, [this, &room] { takeFeedState(room); });
    connect(room.workspace.get(), &Workspace::pendingChangesChanged, this, [this, &room](int n) {
        if (&room == m_open)
            emit pendingChangesChanged(n);
    });
    connect(room.workspace.get(), &Workspace::lanesHadNews, this, &WorkspaceStack::lanesHadNews);
    return room;
}

WorkspaceKind WorkspaceStack::kind() const
{
    return m_open->door.kind;
}

Workspace &WorkspaceStack::workspace() const
{
    return *m_open->workspace;
}

const Feed &WorkspaceStack::feed() const
{
    return *m_open->feed;
}

void WorkspaceStack::takeFeedState(Room &room)
{
    if (room.feed->state() == Feed::State::Failing)
        m_isCutOff = true;
    if (&room == m_open)
        emit feedStateChanged();
}

void WorkspaceStack::takeAnswer()
{
    if (std::exchange(m_isCutOff, false))
        emit reconnected();
    emit answered();
}

void WorkspaceStack::setActive(bool active)
{
    m_isActive = active;
    updateFeeds();
}

void WorkspaceStack::pause()
{
    m_isPaused = true;
    updateFeeds();
}

void WorkspaceStack::resume()
{
    m_isPaused = false;
    updateFeeds();
}

void WorkspaceStack::updateFeeds()
{
    for (Room &room : m_rooms) {
        if (!room.feed)
            continue;
        room.feed->setActive(m_isActive);
        if (&room == m_open && !m_isPaused)
            room.feed->resume();
        else
            room.feed->pause();
    }
}

void WorkspaceStack::refresh()
{
    m_open->feed->refresh();
    m_open->workspace->refresh();
}

void WorkspaceStack::refreshFeed()
{
    m_open->feed->refresh();
}

void WorkspaceStack::saveState()
{
    m_settings.setValue(lastKey, wordOf(m_open->door.kind));
    for (Room &room : m_rooms) {
        if (room.workspace)
            room.workspace->saveState();
    }
}

} // namespace falconer
