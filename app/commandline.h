// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

namespace falconer {

// What the command line asks for. It never holds a secret: those come from FALCONER_PASSWORD or are
// asked for in the window.
struct CommandLine {
    enum class Action { Window, Simulator, Help, Version };

    Action action = Action::Window;

    bool demo = false;
    qint64 demoTargets = 2'000; // of the demo and of the simulator

    QUrl server;         // empty: the profiles decide
    QString user;        // with server
    bool bearer = false; // with server: the secret is a bearer token

    quint16 port = 8080; // of the simulator; 0: any free one
    QString wire = QStringLiteral("1.0.4");
    bool empty = false; // a simulator without targets and sets

    bool operator==(const CommandLine &) const = default;
};

// arguments as main() has them, the program's name first. The error is a sentence for the terminal.
tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments);

QString commandLineHelp();

} // namespace falconer
