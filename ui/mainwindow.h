// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/frame/sessionbars.h"
#include "ui/workspace.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

class QStackedWidget;

namespace falconer {

class Banner;
class ConnectPage;
class Notifier;
class Journal;
class JournalStore;
class PatternStore;
class ProfileStore;
class Rail;
class SecretStore;
class Session;
class SessionWatch;
class Sheet;
class StatusLine;
class Theme;
class TopBar;
class WindowFrame;
class WindowUploads;
class WorkspaceStack;

// The frame around one server at a time: the page where one is chosen, then its workspaces with
// what tells where I am, who I am and how alive the picture is. Owns session and workspaces, and
// remembers its size.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    struct Parts {
        ProfileStore &profiles;
        SecretStore &secrets;
        QSettings &settings;
        Theme &theme;
        PatternStore &patterns;
        QList<WorkspaceDoor> workspaces; // the first is the home
        QString historyFolder = {};      // of the histories that are kept; empty: none are
        UploadQueue *uploads = nullptr;
        bool keepsUploads = true;                   // the queue outlives the program
        Journal *journal = nullptr;                 // takes what ended, and can be looked at
        const JournalStore *journalStore = nullptr; // nullptr: it ends with the program
    };

    explicit MainWindow(Parts parts);
    ~MainWindow() override;

    ConnectPage &connectPage() const { return *m_page; }
    bool isConnected() const { return m_session != nullptr; }
    // A server that ends with the program: closing asks about no upload to it.
    void setPassing(const QString &profileId);

public slots:
    void disconnectFromServer(); // back to the profiles; the next start does not reconnect

signals:
    void demoRequested();
    void disconnected();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    void open();
    void openWorkspaces();
    QString historyFile() const;
    void chooseWorkspace(WorkspaceKind kind);
    void showWorkspace(WorkspaceKind kind);
    void leave();
    void showLive();
    void goOn();
    bool isFor(const QString &profileId) const;
    void askToSignIn(const QString &profileId);
    void trust(const QString &profileId, const QByteArray &sha256);
    void trustOwn(const QByteArray &sha256);
    void askFeed(const QString &profileId);
    void openSettings();
    void openJournal();
    void showJournalTrouble();
    void showUploads();
    bool asksSomething() const;
    Sheet *sheetAtWork() const;
    bool waitsForAnswer(void (MainWindow::*then)());
    void closeNow() { close(); }
    void dropSheets();
    void focusSearch();
    void refresh();
    void showChanges();
    void restoreWindow();
    void saveWindow();

    Parts m_parts;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<WorkspaceStack> m_workspaces;
    QTimer m_clock;
    WindowFrame *m_frame;
    TopBar *m_top;
    Rail *m_rail;
    StatusLine *m_status;
    SessionBars m_bars;
    Banner *m_banner;
    QString m_journalTrouble; // as it was told last
    QStackedWidget *m_stack;
    ConnectPage *m_page;
    Notifier *m_notifier;
    SessionWatch *m_watch;
    WindowUploads *m_uploads; // nullptr: nothing can be uploaded
    bool m_isGoing = false;   // once what was sent is answered
};

} // namespace falconer
