// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "services/deployment/journalstore.h"
#include "services/session/profilestore.h"
#include "services/session/secretstore.h"
#include "services/simulator/demoserver.h"
#include "services/timeline/patternstore.h"
#include "services/uploads/uploadqueue.h"
#include "ui/mainwindow.h"
#include "ui/shared/theme.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

class QApplication;
class QTranslator;

namespace falconer {

// The composition root: builds the parts in the order in which they need each other and owns them.
class Application final : public QObject {
    Q_OBJECT

public:
    Application(QApplication &application, CommandLine commandLine);
    ~Application() override;

    // Where what outlives the program lies: one Falconer at a time has it.
    static QString dataFolder();

    MainWindow &window() { return m_window; }
    // Another start: the window comes to the front, and goes where that start says if it is
    // connected to no server yet.
    void startAgain(const CommandLine &commandLine);

private:
    void start();
    void connectTo(const CommandLine &commandLine, const QString &secret);
    void startDemo();
    void forgetDemo();
    void leaveDemoOutOfJournal();
    QList<WorkspaceDoor> workspaces();

    CommandLine m_commandLine;
    std::unique_ptr<QTranslator> m_plurals; // before whatever has a text
    QSettings m_settings;
    Theme m_theme;
    ProfileStore m_profiles;
    SecretStore m_secrets;
    Journal m_journal;
    PatternStore m_patterns;
    std::unique_ptr<DemoServer> m_demo; // outlives who is connected to it: uploads and window
    std::unique_ptr<QTemporaryDir> m_demoFolder;  // what the demo leaves behind; nullptr: no demo
    std::unique_ptr<JournalStore> m_journalStore; // nullptr: the demo keeps nothing
    UploadQueue m_uploads;
    MainWindow m_window;
};

} // namespace falconer
