// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/served.h"
#include "tests/bench/stage.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/targetspane.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// As a user's desktop would start it, with settings of its own.
void startProgram(QProcess &process, const QString &home, const QUrl &server)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *const name : { "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME" })
        environment.insert(QLatin1StringView(name), home);
    environment.insert(u"FALCONER_PASSWORD"_s, u"admin"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(
        QCoreApplication::applicationFilePath(), { u"--first-rows"_s, server.toString() });
}

} // namespace

int showFirstRows(QApplication &application, const QUrl &server)
{
    const double start = nowMs();
    QCoreApplication::setApplicationName(u"Falconer"_s);
    QCoreApplication::setOrganizationName(u"Falconer"_s);
    Application program(application, { .server = server, .user = u"admin"_s });
    program.window().resize(1440, 900);
    untilMs("the first rows", [&] {
        auto *const workspace = program.window().findChild<DeployWorkspace *>();
        if (!workspace || !rowsAreFilled(*workspace))
            return false;
        workspace->targets().table().viewport()->repaint();
        return true;
    });
    std::printf("%.1f\n", nowMs() - start);
    std::fflush(stdout);
    return 0;
}

void benchStart()
{
    const ServedFleet fleet(20'000);
    const QTemporaryDir home;
    QList<double> whole;
    QList<double> inside;
    for (int i = 0; i < 7; ++i) {
        QProcess process;
        const double start = nowMs();
        startProgram(process, home.path(), fleet.url());
        untilMs("a process with first rows",
            [&] { return process.canReadLine() || process.waitForReadyRead(5); });
        whole << nowMs() - start;
        inside << process.readLine().toDouble();
        process.waitForFinished();
    }
    Stage stage(fleet.url());
    const double bare = stage.bareMs(listTargets({ .limit = 100, .sort = { u"name"_s } }));
    reportText(u"process start to first rows painted (20,000)"_s,
        u"%1 ms   bare HTTP %2 ms (aim 300 ms)"_s.arg(median(whole), 0, 'f', 0)
            .arg(bare, 0, 'f', 1));
    report(u"  of that, after the program's libraries were there"_s, median(inside));
}

} // namespace falconer
