// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "services/deployment/journalstore.h"
#include "services/downloads/halfdownloads.h"
#include "services/history/historyfolder.h"
#include "services/session/session.h"
#include "ui/connect/connectpage.h"
#include "ui/frame/notifier.h"
#include "ui/frame/profilepill.h"
#include "ui/frame/rail.h"
#include "ui/frame/sessionwatch.h"
#include "ui/frame/statusline.h"
#include "ui/frame/topbar.h"
#include "ui/frame/uploadsclosing.h"
#include "ui/frame/windowframe.h"
#include "ui/frame/windowmenu.h"
#include "ui/frame/windowuploads.h"
#include "ui/journal/journalsheet.h"
#include "ui/journal/journaltext.h"
#include "ui/settings/settingssheet.h"
#include "ui/shared/banner.h"
#include "ui/shared/sheet.h"
#include "ui/workspacestack.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize smallest(1024, 640);
constexpr QSize usual(1440, 900);
constexpr int titleBarHeight = 40; // at most, as far as desktops are known
constexpr int clockTick = 1'000;   // ms

} // namespace

MainWindow::MainWindow(Parts parts)
    : m_parts(std::move(parts))
    , m_frame(new WindowFrame(this))
    , m_top(new TopBar(m_frame))
    , m_rail(new Rail(m_frame))
    , m_status(new StatusLine(m_frame))
    , m_bars(*m_frame, *m_top, *m_rail, *m_status)
    , m_banner(new Banner(m_frame))
    , m_stack(new QStackedWidget(m_frame))
    , m_page(new ConnectPage(m_parts.profiles, m_parts.secrets, m_stack))
    , m_notifier(new Notifier(m_parts.settings, this))
    , m_watch(new SessionWatch(*m_banner, *m_page, this))
    , m_uploads(m_parts.uploads == nullptr
              ? nullptr
              : new WindowUploads(*m_parts.uploads, m_parts.profiles, m_parts.secrets,
                  m_parts.settings, *m_status, *m_notifier, this))
{
    setWindowTitle(tr("Falconer"));
    setMinimumSize(smallest);
    build();
    wire();
    restoreWindow();
}

MainWindow::~MainWindow()
{
    dropSheets();
    // The search field lies in the top bar and belongs to its workspace: it goes with it, not with
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
    middle->addWidget(m_uploads ? m_uploads->around(m_stack) : m_stack, 1);
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
}

void MainWindow::wire()
{
    auto *const menu = new WindowMenu(m_parts.theme, m_parts.settings, this);
    connect(menu, &WindowMenu::disconnectRequested, this, &MainWindow::disconnectFromServer);
    connect(menu, &WindowMenu::searchRequested, this, &MainWindow::focusSearch);
    connect(menu, &WindowMenu::refreshRequested, this, &MainWindow::refresh);
    connect(menu, &WindowMenu::journalRequested, this, &MainWindow::openJournal);
    if (const JournalStore *const store = m_parts.journalStore) {
        connect(store, &JournalStore::troubled, this, &MainWindow::showJournalTrouble);
        connect(store, &JournalStore::recovered, this, &MainWindow::showJournalTrouble);
    }
    connect(menu, &WindowMenu::settingsRequested, this, &MainWindow::openSettings);
    connect(menu, &WindowMenu::quitRequested, this, &QWidget::close);
    connect(&m_top->pill(), &QAbstractButton::clicked, menu, [this, menu] {
        menu->popup(m_top->pill().mapToGlobal(QPoint(0, m_top->pill().height() + 2)));
    });
    connect(m_rail, &Rail::chosen, this, &MainWindow::chooseWorkspace);
    connect(m_top, &TopBar::pendingChangesRequested, this, &MainWindow::showChanges);
    connect(m_page, &ConnectPage::connected, this, &MainWindow::open);
    connect(m_page, &ConnectPage::profileNotSaved, this, [this](const Error &error) {
        m_banner->showMessage(Tone::Attention,
            tr("Connected, but the connection could not be saved: %1").arg(error.where));
        m_banner->setDismissable(true);
    });
    connect(m_page, &ConnectPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_watch, &SessionWatch::signedOut, this, [this] {
        if (m_workspaces)
            m_workspaces->pause();
    });
    connect(m_watch, &SessionWatch::signedIn, this, &MainWindow::goOn);
    connect(m_watch, &SessionWatch::trusted, this, &MainWindow::trustOwn);
    connect(m_watch, &SessionWatch::disconnectRequested, this, &MainWindow::disconnectFromServer);
    if (m_uploads) {
        m_uploads->closing().setKept(m_parts.keepsUploads);
        if (m_parts.journal)
            m_uploads->writeTo(*m_parts.journal);
        connect(menu, &WindowMenu::uploadsRequested, this, &MainWindow::showUploads);
        connect(m_uploads, &WindowUploads::signInNeeded, this, &MainWindow::askToSignIn);
        connect(m_uploads, &WindowUploads::signedIn, m_page, &ConnectPage::keepSecret);
        connect(m_uploads, &WindowUploads::serverTrusted, this, &MainWindow::trust);
        connect(m_uploads, &WindowUploads::connectionLost, this, &MainWindow::askFeed);
        connect(m_page, &ConnectPage::profileDeleted, m_uploads, &WindowUploads::forgetProfile);
    }
    connect(m_page, &ConnectPage::profileDeleted, this, [this](const QString &id) {
        removeHistories(historyPath(m_parts.historyFolder, id));
        HalfDownloads(m_parts.settings, id).forget();
    });
    m_clock.setInterval(clockTick);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::showLive);
}

// A sheet speaks with the session's client: it goes first.
void MainWindow::dropSheets()
{
    qDeleteAll(findChildren<Sheet *>(Qt::FindDirectChildrenOnly));
}

bool MainWindow::asksSomething() const
{
    const QList<Sheet *> sheets = findChildren<Sheet *>(Qt::FindDirectChildrenOnly);
    return std::any_of(
        sheets.begin(), sheets.end(), [](const Sheet *sheet) { return sheet->isVisible(); });
}

Sheet *MainWindow::sheetAtWork() const
{
    const QList<Sheet *> sheets = findChildren<Sheet *>(Qt::FindDirectChildrenOnly);
    const auto atWork = std::ranges::find_if(
        sheets, [](const Sheet *sheet) { return sheet->isVisible() && sheet->isAtWork(); });
    return atWork == sheets.end() ? nullptr : *atWork;
}

// Not over another sheet, which is answered first.
void MainWindow::openSettings()
{
    if (asksSomething())
        return;
    const auto lane
        = [this] { return m_workspaces ? m_workspaces->workspace().laneInView() : nullptr; };
    auto *const sheet
        = new SettingsSheet({ m_parts.theme, *m_notifier, m_parts.patterns, lane }, this);
    sheet->open();
}

void MainWindow::openJournal()
{
    if (!m_parts.journal || asksSomething())
        return;
    auto *const sheet
        = new JournalSheet(*m_parts.journal, m_parts.journalStore, m_parts.settings, this);
    sheet->open();
}

// What is said there is more urgent; the journal itself says this, too.
void MainWindow::showJournalTrouble()
{
    const QString before
        = std::exchange(m_journalTrouble, journalTroubleText(*m_parts.journalStore));
    if (m_journalTrouble.isEmpty() && m_banner->sentence() == before)
        return m_banner->clear();
    if (m_journalTrouble.isEmpty() || m_banner->isVisible())
        return;
    m_banner->showMessage(Tone::Attention, m_journalTrouble);
    m_banner->setDismissable(true);
}

void MainWindow::showUploads()
{
    if (!asksSomething())
        m_uploads->showDock();
}

void MainWindow::setPassing(const QString &profileId)
{
    if (m_uploads)
        m_uploads->closing().setPassing(profileId);
}

void MainWindow::focusSearch()
{
    if (m_workspaces && !asksSomething())
        m_workspaces->workspace().focusSearch();
}

void MainWindow::refresh()
{
    if (m_workspaces)
        m_workspaces->refresh();
}

void MainWindow::showChanges()
{
    if (m_workspaces)
        m_workspaces->workspace().showPendingChanges();
}

void MainWindow::restoreWindow()
{
    // Its lower edge belongs on the screen too.
    resize(usual.boundedTo(screen()->availableSize() - QSize(0, titleBarHeight)));
    // The loop may end without this window being closed.
    connect(qApp, &QCoreApplication::aboutToQuit, this, &MainWindow::saveWindow);
    restoreGeometry(m_parts.settings.value(u"window/geometry"_s).toByteArray());
}

void MainWindow::saveWindow()
{
    m_parts.settings.setValue(u"window/geometry"_s, saveGeometry());
    if (m_workspaces)
        m_workspaces->saveState();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveWindow();
    // Its outcome is told first, and written to the journal.
    if (Sheet *const sheet = sheetAtWork()) {
        sheet->reject();
        return event->ignore();
    }
    if (waitsForAnswer(&MainWindow::closeNow))
        return event->ignore();
    if (m_uploads && !m_uploads->closing().mayClose())
        return event->ignore();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_workspaces)
        m_workspaces->setActive(!isMinimized());
}

} // namespace falconer
