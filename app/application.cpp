// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "services/session/session.h"
#include "ui/actions/actionsworkspace.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/environment.h"
#include "ui/deploy/deployworkspace.h"

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

// "%n target(s)" becomes "1 target" or "2 targets".
std::unique_ptr<QTranslator> installPlurals()
{
    auto plurals = std::make_unique<QTranslator>();
    if (plurals->load(u":/translations/falconer_en.qm"_s))
        QCoreApplication::installTranslator(plurals.get());
    return plurals;
}

} // namespace

Application::Application(QApplication &application, CommandLine commandLine)
    : m_commandLine(std::move(commandLine))
    , m_plurals(installPlurals())
    , m_theme(application, ThemeChoice(m_settings.value(u"window/look"_s).toInt()))
    , m_profiles(m_settings)
    , m_secrets(u"Falconer"_s)
    , m_patterns(m_settings)
    , m_window(
          { m_profiles, m_secrets, m_settings, m_theme, m_patterns, workspaces(), historyFolder() })
{
    connect(&m_window, &MainWindow::demoRequested, this, &Application::startDemo);
    m_window.show();
    // The window is there first; what it connects to comes after its first picture.
    QTimer::singleShot(0, this, &Application::start);
}

Application::~Application() = default;

void Application::start()
{
    if (m_commandLine.demo)
        return startDemo();
    if (m_commandLine.server.isEmpty())
        return m_window.connectPage().reconnectLast();
    using Scheme = Credentials::Scheme;
    m_window.connectPage().connectTo(
        { .server = m_commandLine.server,
            .scheme = m_commandLine.bearer ? Scheme::Bearer : Scheme::Basic,
            .user = m_commandLine.user },
        secretOfEnvironment());
}

void Application::startDemo()
{
    if (!m_demo) {
        DemoServerOptions options;
        options.fleet.targets = quint32(m_commandLine.demoTargets);
        m_demo = std::make_unique<DemoServer>(options);
    }
    const Credentials admin = m_demo->credentials();
    m_window.connectPage().connectOnce({ .name = tr("Demo"),
                                           .server = m_demo->url(),
                                           .scheme = admin.scheme,
                                           .user = admin.user,
                                           .colour = u"blue"_s },
        admin.secret);
}

QList<WorkspaceDoor> Application::workspaces()
{
    const auto sheetsOf = [](Session &session) {
        const Profile &profile = session.profile();
        return SheetContext{ .profile = profile.name.isEmpty() ? serverName(profile) : profile.name,
            .colour = environmentColour(profile.colour),
            .isProduction = profile.isProduction,
            .user = session.facts().user.username };
    };
    const auto deploy = [this, sheetsOf](const WorkspaceParts &parts) {
        return new DeployWorkspace({ parts.session.client(), parts.feed, parts.session.facts(),
            m_journal, sheetsOf(parts.session), parts.settings, parts.histories, &m_patterns });
    };
    const auto actions = [this, sheetsOf](const WorkspaceParts &parts) {
        return new ActionsWorkspace(
            { parts.session.client(), parts.feed, parts.session.facts(), m_journal,
                sheetsOf(parts.session), parts.settings, parts.histories, &m_patterns },
            &QDateTime::currentDateTimeUtc);
    };
    return { { WorkspaceKind::Deploy, deploy }, { WorkspaceKind::Actions, actions } };
}

} // namespace falconer
