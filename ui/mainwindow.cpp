// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "services/session/profilestore.h"
#include "services/session/session.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/environment.h"
#include "ui/frame/livetext.h"
#include "ui/frame/profilepill.h"
#include "ui/frame/rail.h"
#include "ui/frame/statusline.h"
#include "ui/frame/topbar.h"
#include "ui/frame/windowframe.h"
#include "ui/shared/banner.h"
#include "ui/shared/icons.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize smallest(1024, 640);
constexpr QSize usual(1440, 900);
constexpr int clockTick = 1'000; // ms

} // namespace

MainWindow::MainWindow(Parts parts)
    : m_parts(std::move(parts))
    , m_frame(new WindowFrame(this))
    , m_top(new TopBar(m_frame))
    , m_rail(new Rail(m_frame))
    , m_status(new StatusLine(m_frame))
    , m_banner(new Banner(m_frame))
    , m_stack(new QStackedWidget(m_frame))
    , m_page(new ConnectPage(m_parts.profiles, m_parts.secrets, m_stack))
    , m_menu(new QMenu(this))
{
    setWindowTitle(tr("Falconer"));
    setMinimumSize(smallest);
    build();
    buildActions();
    m_clock.setInterval(clockTick);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::showLive);
    connect(m_page, &ConnectPage::connected, this, &MainWindow::open);
    connect(m_page, &ConnectPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_top, &TopBar::pendingChangesRequested, this, &MainWindow::showChanges);
    connect(m_banner, &Banner::actionTriggered, this, &MainWindow::leave);
    restoreWindow();
}

MainWindow::~MainWindow()
{
    // The search field lies in the top bar and belongs to the workspace: it goes with it, not with
    // the window.
    m_top->setSearchWidget(nullptr);
}

void MainWindow::build()
{
    m_stack->addWidget(m_page);
    m_banner->hide();
    auto *const middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_banner);
    middle->addWidget(m_stack, 1);
    auto *const row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(middle, 1);
    auto *const column = new QVBoxLayout(m_frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addLayout(row, 1);
    column->addWidget(m_status);
    setCentralWidget(m_frame);
    for (QWidget *const part : { static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_rail),
             static_cast<QWidget *>(m_status) })
        part->hide();
}

// There is no menu bar: the commands lie in the pill's menu, and their keys work everywhere.
void MainWindow::buildActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, auto slot) {
        QAction *const action = m_menu->addAction(text, keys, this, slot);
        action->setShortcutContext(Qt::WindowShortcut);
        QMainWindow::addAction(action);
        return action;
    };
    add(tr("Switch server or disconnect"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
        &MainWindow::disconnectFromServer)
        ->setIcon(icon(Icon::Disconnect));
    m_menu->addSeparator();
    add(tr("Search"), QKeySequence(Qt::CTRL | Qt::Key_L), &MainWindow::focusSearch)
        ->setIcon(icon(Icon::Search));
    add(tr("Refresh"), QKeySequence(Qt::Key_F5), &MainWindow::refresh)
        ->setIcon(icon(Icon::Refresh));
    m_menu->addMenu(makeThemeMenu());
    m_menu->addSeparator();
    add(tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), &QWidget::close);
    connect(&m_top->pill(), &QAbstractButton::clicked, this, [this] {
        m_menu->popup(m_top->pill().mapToGlobal(QPoint(0, m_top->pill().height() + 2)));
    });
}

QMenu *MainWindow::makeThemeMenu()
{
    auto *const menu = new QMenu(tr("Look"), m_menu);
    auto *const group = new QActionGroup(menu);
    const std::pair<ThemeChoice, QString> choices[]
        = { { ThemeChoice::System, tr("As the desktop") }, { ThemeChoice::Light, tr("Light") },
              { ThemeChoice::Dark, tr("Dark") } };
    for (const auto &[choice, title] : choices) {
        QAction *const action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(m_parts.theme.choice() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            m_parts.theme.setChoice(choice);
            m_parts.settings.setValue(u"window/look"_s, int(choice));
        });
    }
    return menu;
}

void MainWindow::open()
{
    leave();
    m_session = m_page->takeSession();
    m_feed = std::make_unique<Feed>(m_session->client());
    m_feed->setActive(!isMinimized());
    if (m_parts.makeWorkspace)
        openWorkspace();
    connect(m_session.get(), &Session::signedOut, this, &MainWindow::showSignedOut);
    connect(m_feed.get(), &Feed::stateChanged, this, &MainWindow::showLive);
    showProfile(m_session->profile());
    showFacts();
    m_clock.start();
    showLive();
}

void MainWindow::openWorkspace()
{
    m_workspace.reset(m_parts.makeWorkspace({ *m_session, *m_feed, m_parts.settings }));
    connect(
        m_workspace.get(), &Workspace::pendingChangesChanged, m_top, &TopBar::setPendingChanges);
    m_stack->addWidget(m_workspace.get());
    m_stack->setCurrentWidget(m_workspace.get());
    m_top->setSearchWidget(m_workspace->searchField());
    m_workspace->setFocus();
}

// Back to the page of profiles; the workspace goes first, the session last.
void MainWindow::leave()
{
    m_clock.stop();
    m_banner->clear();
    if (!m_session)
        return;
    if (m_workspace)
        m_workspace->saveState();
    m_top->setSearchWidget(nullptr);
    m_top->setPendingChanges(0);
    m_workspace.reset();
    m_feed.reset();
    m_session.reset();
    m_frame->setStrip({});
    for (QWidget *const part : { static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_rail),
             static_cast<QWidget *>(m_status) })
        part->hide();
    setWindowTitle(tr("Falconer"));
    m_page->reload();
    m_stack->setCurrentWidget(m_page);
}

void MainWindow::disconnectFromServer()
{
    if (!m_session)
        return;
    // Whoever disconnects does not want to be connected by the next start.
    if (const auto forgotten = m_parts.profiles.forgetLast(); !forgotten)
        m_banner->showError(forgotten.error());
    leave();
    emit disconnected();
}

void MainWindow::showProfile(const Profile &profile)
{
    const QColor colour = environmentColour(profile.colour);
    m_top->pill().setProfile(profile.name, serverName(profile), colour);
    m_frame->setStrip(profile.isProduction ? colour : QColor());
    setWindowTitle(profile.isProduction ? tr("%1 (production) - Falconer").arg(profile.name)
                                        : tr("%1 - Falconer").arg(profile.name));
    m_top->show();
    m_rail->show();
    m_status->show();
}

void MainWindow::showFacts()
{
    const ServerFacts &facts = m_session->facts();
    const QString rights = facts.user.permissions.join(u'\n');
    m_status->setUser(tr("%1, tenant %2").arg(facts.user.username, facts.user.tenant),
        rights.isEmpty() ? tr("This server does not tell what you may do.")
                         : tr("What you may do:\n%1").arg(rights));
    m_status->setDialect(
        facts.dialect.name(), tr("How this server speaks; found when connecting."));
}

void MainWindow::showLive()
{
    if (!m_feed)
        return;
    const LiveText live
        = liveText(m_feed->state(), m_feed->lastSuccess(), QDateTime::currentDateTimeUtc());
    m_top->setLive(live.tone, live.text, live.toolTip);
    m_status->setRate(
        tr("%1 requests/s").arg(QLocale().toString(m_feed->requestsPerSecond(), 'f', 1)));
}

void MainWindow::showSignedOut()
{
    m_feed->pause();
    m_banner->showMessage(Tone::Failure, tr("The server no longer accepts this user and secret."),
        tr("Nothing was lost: connect again, perhaps with a new password."));
    m_banner->setAction(tr("Sign in again"));
}

void MainWindow::focusSearch()
{
    if (m_workspace)
        m_workspace->focusSearch();
}

void MainWindow::refresh()
{
    if (m_feed)
        m_feed->refresh();
    if (m_workspace)
        m_workspace->refresh();
}

void MainWindow::showChanges()
{
    if (m_workspace)
        m_workspace->showPendingChanges();
}

void MainWindow::restoreWindow()
{
    resize(usual);
    restoreGeometry(m_parts.settings.value(u"window/geometry"_s).toByteArray());
}

void MainWindow::saveWindow()
{
    m_parts.settings.setValue(u"window/geometry"_s, saveGeometry());
    if (m_workspace)
        m_workspace->saveState();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveWindow();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_feed)
        m_feed->setActive(!isMinimized());
}

} // namespace falconer
