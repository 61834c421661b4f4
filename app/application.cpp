// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "services/downloads/halfdownloads.h"
#include "services/session/session.h"
#include "ui/actions/actionsworkspace.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/environment.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/repository/repositoryworkspace.h"
#include "ui/shared/bringtofront.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTimer>
#include <QTranslator>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// Taken out of the environment once read, so that no child process inherits it.
QString secretOfEnvironment()
{
    QString secret = qEnvironmentVariable("FALCONER_PASSWORD");
    qunsetenv("FALCONER_PASSWORD");
    return secret;
}

QString historyFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/histories"_s;
}

Profile demoProfile(const DemoServer &demo)
{
    return { .name = Application::tr("Demo"),
        .server = demo.url(),
        .scheme = demo.credentials().scheme,
        .user = demo.credentials().user,
        .colour = u"blue"_s };
}

// Those of a demo go with it, to whatever server: they would stand in the way of the user's own.
QString uploadsFile(const QTemporaryDir *demo)
{
    return (demo != nullptr ? demo->path() : Application::dataFolder()) + u"/uploads.sqlite"_s;
}

// "%n target(s)" becomes "1 target" or "2 targets".
std::unique_ptr<QTranslator> installPlurals()
{
    auto plurals = std::make_unique<QTranslator>();
    if (plurals->load(u":/translations/falconer_en.qm"_s))
        QCoreApplication::installTranslator(plurals.get());
    return plurals;
}

} // namespace

QString Application::dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

Application::Application(QApplication &application, CommandLine commandLine)
    : m_commandLine(std::move(commandLine))
    , m_plurals(installPlurals())
    , m_theme(application, ThemeChoice(m_settings.value(u"window/look"_s).toInt()))
    , m_profiles(m_settings)
    , m_secrets(u"Falconer"_s)
    , m_patterns(m_settings)
    , m_demoFolder(m_commandLine.demo ? std::make_unique<QTemporaryDir>() : nullptr)
    , m_journalStore(m_demoFolder
              ? nullptr
              : std::make_unique<JournalStore>(m_journal, dataFolder() + u"/journal.sqlite"_s))
    , m_uploads(uploadsFile(m_demoFolder.get()))
    , m_window({ m_profiles, m_secrets, m_settings, m_theme, m_patterns, workspaces(),
          historyFolder(), &m_uploads, !m_demoFolder, &m_journal, m_journalStore.get() })
{
    connect(&m_window, &MainWindow::demoRequested, this, &Application::startDemo);
    m_window.show();
    // The window is there first; what it connects to comes after its first picture.
    QTimer::singleShot(0, this, &Application::start);
}

Application::~Application()
{
    forgetDemo();
}

void Application::start()
{
    if (m_commandLine.demo)
        return startDemo();
    if (m_commandLine.server.isEmpty())
        return m_window.connectPage().reconnectLast();
    connectTo(m_commandLine, secretOfEnvironment());
}

void Application::connectTo(const CommandLine &commandLine, const QString &secret)
{
    using Scheme = Credentials::Scheme;
    m_window.connectPage().connectTo(
        { .server = commandLine.server,
            .scheme = commandLine.bearer ? Scheme::Bearer : Scheme::Basic,
            .user = commandLine.user },
        secret);
}

void Application::startAgain(const CommandLine &commandLine)
{
    bringToFront(m_window);
    if (!commandLine.server.isEmpty() && !m_window.isConnected())
        connectTo(commandLine, {});
}

void Application::startDemo()
{
    if (!m_demo) {
        DemoServerOptions options;
        options.fleet.targets = quint32(m_commandLine.demoTargets);
        m_demo = std::make_unique<DemoServer>(options);
        m_window.setPassing(identityOf(demoProfile(*m_demo)));
        leaveDemoOutOfJournal();
    }
    m_window.connectPage().connectOnce(demoProfile(*m_demo), m_demo->credentials().secret);
}

// One that was started from the window ends with it, and so do the uploads to it, and what was to
// be downloaded from it.
void Application::forgetDemo()
{
    if (!m_demo)
        return;
    HalfDownloads(m_settings, identityOf(demoProfile(*m_demo))).forget();
    QList<qint64> ids;
    for (const Upload &upload : m_uploads.uploads()) {
        if (upload.profileId == identityOf(demoProfile(*m_demo)))
            ids << upload.id;
    }
    m_uploads.cancel(ids);
}

// Unless a server of the user's is called like it.
void Application::leaveDemoOutOfJournal()
{
    const QString name = demoProfile(*m_demo).name;
    const auto hasItsName = [&name](const Profile &profile) { return profile.name == name; };
    if (m_journalStore && std::ranges::none_of(m_profiles.profiles(), hasItsName))
        m_journalStore->leaveOut(name);
}

QList<WorkspaceDoor> Application::workspaces()
{
    const auto sheetsOf = [this](Session &session) {
        const Profile &profile = session.profile();
        return SheetContext{ .profile = profileTitle(profile),
            .colour = environmentColour(profile.colour),
            .isProduction = profile.isProduction,
            .user = session.facts().user.username,
            .journal = &m_journal };
    };
    const auto deploy = [this, sheetsOf](const WorkspaceParts &parts) {
        return new DeployWorkspace({ parts.session.client(), parts.feed, parts.session.facts(),
            sheetsOf(parts.session), parts.settings, parts.histories, &m_patterns });
    };
    const auto actions = [this, sheetsOf](const WorkspaceParts &parts) {
        return new ActionsWorkspace(
            { parts.session.client(), parts.feed, parts.session.facts(), sheetsOf(parts.session),
                parts.settings, parts.histories, &m_patterns },
            &QDateTime::currentDateTimeUtc);
    };
    const auto repository = [sheetsOf](const WorkspaceParts &parts) {
        return new RepositoryWorkspace({ parts.session.client(), parts.feed, parts.session.facts(),
            parts.settings, sheetsOf(parts.session), identityOf(parts.session.profile()),
            parts.uploads, &QDateTime::currentDateTimeUtc });
    };
    return { { WorkspaceKind::Deploy, deploy }, { WorkspaceKind::Repository, repository },
        { WorkspaceKind::Actions, actions } };
}

} // namespace falconer
