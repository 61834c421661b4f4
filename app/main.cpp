// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/simulatorcommand.h"
#include "app/singleinstance.h"
#include "app/stopsignals.h"

#include <QApplication>
#include <QIcon>
#include <QTextStream>

#include <memory>

using namespace falconer;

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("Falconer"));
    QCoreApplication::setOrganizationName(QStringLiteral("Falconer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FALCONER_VERSION));
}

// What needs no display.
int runInTerminal(int argc, char **argv, const CommandLine &commandLine)
{
    const QCoreApplication app(argc, argv);
    if (commandLine.action == CommandLine::Action::Simulator)
        return runSimulator(commandLine);
    QTextStream(stdout) << (commandLine.action == CommandLine::Action::Help
            ? commandLineHelp()
            : QStringLiteral("Falconer " FALCONER_VERSION "\n"));
    return 0;
}

// The first one has the window. A demo keeps nothing that two would have to share.
int runInWindow(QApplication &app, const CommandLine &commandLine, const QStringList &arguments)
{
    std::unique_ptr<SingleInstance> instance;
    if (!commandLine.demo)
        instance = std::make_unique<SingleInstance>(Application::dataFolder());
    if (instance && instance->handOver(arguments)) {
        QTextStream(stdout) << QCoreApplication::translate(
            "CommandLine", "Falconer is open already: its window comes to the front.\n");
        return 0;
    }
    endLoopOnStopSignals();
    Application application(app, commandLine);
    if (instance)
        QObject::connect(
            instance.get(), &SingleInstance::requested, &application, &Application::startAgain);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    nameProgram();
    const QStringList arguments = argumentsOf(argc, argv);
    const auto commandLine = parseCommandLine(arguments);
    if (!commandLine) {
        QTextStream(stderr) << commandLine.error() << QStringLiteral("\nfalconer --help\n");
        return 2;
    }
    if (commandLine->action != CommandLine::Action::Window)
        return runInTerminal(argc, argv, *commandLine);
    QApplication app(argc, argv);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/falconer.svg")));
    return runInWindow(app, *commandLine, arguments);
}
