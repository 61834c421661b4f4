// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulatorcommand.h"

#include "app/commandline.h"
#include "app/stopsignals.h"
#include "services/simulator/demoserver.h"

#include <QCoreApplication>
#include <QTextStream>

#include <memory>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

int serve(quint16 port, bool isRunning, const CommandLine &commandLine)
{
    if (!isRunning) {
        QTextStream(stderr) << QCoreApplication::translate("Simulator", "Port %1 is taken.\n")
                                   .arg(commandLine.port);
        return 1;
    }
    QTextStream(stdout) << QCoreApplication::translate("Simulator",
        "hawkBit %1 (simulated): http://127.0.0.1:%2\n"
        "Users: admin, password admin; viewer, password viewer\n"
        "Ctrl+C ends it.\n")
                               .arg(commandLine.wire, QString::number(port))
                        << Qt::flush;
    return QCoreApplication::exec();
}

} // namespace

int runSimulator(const CommandLine &commandLine)
{
    endLoopOnStopSignals();
    const Wire wire = commandLine.wire == u"0.9.0" ? Wire::V0_9_0 : Wire::V1_0_4;
    if (commandLine.empty) {
        SimulatorServer server(std::make_unique<Fleet>(FleetOptions{ .wire = wire }));
        const bool started = server.start(commandLine.port);
        return serve(server.port(), started, commandLine);
    }
    DemoServerOptions options;
    options.fleet.wire = wire;
    options.fleet.targets = quint32(commandLine.demoTargets);
    options.port = commandLine.port;
    DemoServer demo(options);
    return serve(demo.server().port(), demo.isRunning(), commandLine);
}

} // namespace falconer
