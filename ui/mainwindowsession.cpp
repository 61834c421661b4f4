// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "services/history/historyfolder.h"
#include "services/session/profilestore.h"
#include "services/session/session.h"
#include "services/uploads/uploadqueue.h"
#include "ui/connect/connectpage.h"
#include "ui/frame/notifier.h"
#include "ui/frame/rail.h"
#include "ui/frame/sessionwatch.h"
#include "ui/frame/topbar.h"
#include "ui/frame/windowuploads.h"
#include "ui/shared/banner.h"
#include "ui/workspacestack.h"

#include <QStackedWidget>

#include <utility>

// What begins and ends with the session of a server.
namespace falconer {

void MainWindow::open()
{
    leave();
    m_session = m_page->takeSession();
    if (!m_parts.workspaces.isEmpty())
        openWorkspaces();
    m_watch->watch(m_session.get());
    if (m_uploads)
        m_uploads->connectSession(*m_session);
    m_bars.show(*m_session);
    m_clock.start();
    showLive();
}

void MainWindow::openWorkspaces()
{
    m_workspaces = std::make_unique<WorkspaceStack>(
        *m_session, m_parts.settings, m_parts.workspaces, historyFile(), m_parts.uploads);
    connect(m_workspaces.get(), &WorkspaceStack::opened, this, &MainWindow::showWorkspace);
    connect(m_workspaces.get(), &WorkspaceStack::feedStateChanged, this, &MainWindow::showLive);
    connect(m_workspaces.get(), &WorkspaceStack::lanesHadNews, m_notifier, &Notifier::tell);
    connect(m_workspaces.get(), &WorkspaceStack::pendingChangesChanged, m_top,
        &TopBar::setPendingChanges);
    connect(m_workspaces.get(), &WorkspaceStack::answered, m_watch, &SessionWatch::endUntrusted);
    connect(m_workspaces.get(), &WorkspaceStack::certificateRefused, m_watch,
        &SessionWatch::showUntrusted);
    if (m_parts.uploads) {
        connect(m_workspaces.get(), &WorkspaceStack::reconnected, m_parts.uploads,
            [this] { m_parts.uploads->noteConnection(identityOf(m_session->profile())); });
    }
    m_stack->addWidget(m_workspaces.get());
    m_stack->setCurrentWidget(m_workspaces.get());
    m_workspaces->setActive(!isMinimized());
    QList<WorkspaceKind> kinds;
    for (const WorkspaceDoor &door : std::as_const(m_parts.workspaces))
        kinds << door.kind;
    m_rail->setAvailable(kinds);
    m_workspaces->openLast();
}

QString MainWindow::historyFile() const
{
    return historyPath(m_parts.historyFolder, m_session->profile().id);
}

// A sheet belongs to the workspace under it: it is answered first.
void MainWindow::chooseWorkspace(WorkspaceKind kind)
{
    if (!m_workspaces)
        return;
    if (!asksSomething())
        m_workspaces->open(kind);
    m_rail->setCurrent(m_workspaces->kind());
}

void MainWindow::showWorkspace(WorkspaceKind kind)
{
    m_rail->setCurrent(kind);
    m_top->setSearchWidget(m_workspaces->workspace().searchField());
    showLive();
}

// Back to the page of profiles; the workspaces go first, the session last.
void MainWindow::leave()
{
    m_clock.stop();
    m_isGoing = false;
    m_banner->clear();
    if (!m_session)
        return;
    dropSheets();
    m_watch->watch(nullptr);
    if (m_workspaces)
        m_workspaces->saveState();
    m_top->setSearchWidget(nullptr);
    m_top->setPendingChanges(0);
    m_workspaces.reset();
    m_session.reset();
    m_bars.hide();
    if (m_uploads)
        m_uploads->leaveSession();
    m_page->reload();
    m_stack->setCurrentWidget(m_page);
}

// What was sent may have happened: it is told and written down once it is answered. Whoever asks
// again does not want to wait.
bool MainWindow::waitsForAnswer(void (MainWindow::*then)())
{
    if (!m_session || !m_session->client().isWriting()) {
        m_isGoing = false;
        return false;
    }
    if (std::exchange(m_isGoing, true))
        return false;
    m_banner->showMessage(Tone::Running, tr("Waiting for the server's answer to what was sent..."));
    connect(
        &m_session->client(), &Client::writesEnded, this,
        [this, then] {
            m_banner->clear();
            (this->*then)();
        },
        Qt::SingleShotConnection);
    return true;
}

void MainWindow::disconnectFromServer()
{
    // A plan that is open is answered first, as it may be on its way; a sign-in may give way.
    if (!m_session || (asksSomething() && !m_watch->isAsking()))
        return;
    if (waitsForAnswer(&MainWindow::disconnectFromServer))
        return;
    // Whoever disconnects does not want to be connected by the next start.
    const auto forgotten = m_parts.profiles.forgetLast();
    leave();
    if (!forgotten)
        m_banner->showError(forgotten.error());
    emit disconnected();
}

void MainWindow::showLive()
{
    if (m_workspaces)
        m_bars.showLive(m_workspaces->feed());
}

// Signed in again.
void MainWindow::goOn()
{
    m_bars.showFacts(*m_session);
    if (m_uploads)
        m_uploads->connectSession(*m_session);
    if (m_workspaces)
        m_workspaces->resume();
    refresh();
}

bool MainWindow::isFor(const QString &profileId) const
{
    return m_session && identityOf(m_session->profile()) == profileId;
}

// An upload was refused for its credentials. Those to other servers wait.
void MainWindow::askToSignIn(const QString &profileId)
{
    if (isFor(profileId))
        m_watch->askToSignIn();
}

void MainWindow::trust(const QString &profileId, const QByteArray &sha256)
{
    if (isFor(profileId))
        m_watch->endUntrusted();
    if (const auto kept = m_page->keepTrusted(profileId, sha256); !kept)
        m_banner->showError(kept.error());
    if (!isFor(profileId))
        return;
    m_session->trust(sha256);
    refresh();
}

// By a look at what the window itself was shown: the uploads go there, too.
void MainWindow::trustOwn(const QByteArray &sha256)
{
    trust(identityOf(m_session->profile()), sha256);
    if (m_uploads)
        m_uploads->connectSession(*m_session);
}

// What an upload has noticed need not wait for the feed's next turn.
void MainWindow::askFeed(const QString &profileId)
{
    if (isFor(profileId) && m_workspaces && m_workspaces->feed().state() == Feed::State::Live)
        m_workspaces->refreshFeed();
}

} // namespace falconer
