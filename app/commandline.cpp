// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Terminal {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

using Parsed = tl::expected<CommandLine, QString>;

constexpr qint64 mostDemoTargets = 1'000'000;

void addOptions(QCommandLineParser &parser)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions({ { { u"h"_s, u"help"_s }, {} }, { { u"v"_s, u"version"_s }, {} },
        { u"demo"_s, {} }, { u"demo-targets"_s, {}, u"N"_s }, { u"server"_s, {}, u"URL"_s },
        { u"user"_s, {}, u"NAME"_s }, { u"bearer"_s, {} }, { u"simulator"_s, {} },
        { u"port"_s, {}, u"N"_s }, { u"wire"_s, {}, u"V"_s }, { u"empty"_s, {} } });
}

tl::expected<qint64, QString> number(
    const QCommandLineParser &parser, const QString &option, qint64 fallback, qint64 largest)
{
    if (!parser.isSet(option))
        return fallback;
    bool ok = false;
    const qint64 value = parser.value(option).toLongLong(&ok);
    if (!ok || value < 0 || value > largest)
        return tl::unexpected(Terminal::tr("--%1 takes a number from 0 to %2, not \"%3\".")
                                  .arg(option, QString::number(largest), parser.value(option)));
    return value;
}

// Options that mean nothing without another one are mistakes, not wishes to be ignored.
QString strayOption(const QCommandLineParser &parser)
{
    const std::pair<QString, QStringList> needs[]
        = { { u"simulator"_s, { u"port"_s, u"wire"_s, u"empty"_s } },
              { u"server"_s, { u"user"_s, u"bearer"_s } } };
    for (const auto &[needed, options] : needs) {
        for (const QString &option : options) {
            if (parser.isSet(option) && !parser.isSet(needed))
                return Terminal::tr("--%1 goes with --%2.").arg(option, needed);
        }
    }
    const int ways = int(parser.isSet(u"demo"_s)) + int(parser.isSet(u"server"_s))
        + int(parser.isSet(u"simulator"_s));
    if (ways > 1)
        return Terminal::tr("--demo, --server and --simulator exclude each other.");
    if (parser.isSet(u"demo-targets"_s) && parser.isSet(u"server"_s))
        return Terminal::tr("--demo-targets goes with --demo or --simulator.");
    if (parser.isSet(u"demo-targets"_s) && parser.isSet(u"empty"_s))
        return Terminal::tr("--empty and --demo-targets exclude each other.");
    if (parser.isSet(u"user"_s) && parser.isSet(u"bearer"_s))
        return Terminal::tr("A bearer token goes without a user.");
    return {};
}

Parsed readServer(const QCommandLineParser &parser, CommandLine line)
{
    QString address = parser.value(u"server"_s).trimmed();
    if (!address.contains(u"://"_s))
        address.prepend(u"https://"_s);
    line.server = QUrl(address, QUrl::StrictMode);
    const bool isWeb = line.server.scheme() == u"http" || line.server.scheme() == u"https";
    if (!line.server.isValid() || !isWeb || line.server.host().isEmpty())
        return tl::unexpected(
            Terminal::tr("\"%1\" is no address such as http://127.0.0.1:8080.").arg(address));
    if (!line.server.userInfo().isEmpty())
        return tl::unexpected(Terminal::tr("The address must not hold a user or a password."));
    line.user = parser.value(u"user"_s);
    line.bearer = parser.isSet(u"bearer"_s);
    return line;
}

Parsed readSimulator(const QCommandLineParser &parser, CommandLine line)
{
    const auto port = number(parser, u"port"_s, line.port, 65'535);
    if (!port)
        return tl::unexpected(port.error());
    line.action = CommandLine::Action::Simulator;
    line.port = quint16(*port);
    line.empty = parser.isSet(u"empty"_s);
    if (parser.isSet(u"wire"_s))
        line.wire = parser.value(u"wire"_s);
    if (line.wire != u"1.0.4" && line.wire != u"0.9.0")
        return tl::unexpected(Terminal::tr("The simulator speaks the wire of 1.0.4 or of 0.9.0."));
    return line;
}

bool asksForSecret(const QString &argument)
{
    static const QRegularExpression secret(u"^--?(password|secret|token|pass)(=|$)"_s);
    return secret.match(argument).hasMatch();
}

} // namespace

Parsed parseCommandLine(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        if (asksForSecret(argument))
            return tl::unexpected(Terminal::tr("A secret never comes by the command line, where "
                                               "others can read it: set FALCONER_PASSWORD, or type "
                                               "it in the window."));
    }
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(Terminal::tr("\"%1\" is not understood.")
                                  .arg(parser.positionalArguments().constFirst()));

    CommandLine line;
    if (parser.isSet(u"help"_s)) {
        line.action = CommandLine::Action::Help;
        return line;
    }
    if (parser.isSet(u"version"_s)) {
        line.action = CommandLine::Action::Version;
        return line;
    }
    if (const QString stray = strayOption(parser); !stray.isEmpty())
        return tl::unexpected(stray);
    const auto targets = number(parser, u"demo-targets"_s, line.demoTargets, mostDemoTargets);
    if (!targets)
        return tl::unexpected(targets.error());
    line.demoTargets = *targets;
    if (parser.isSet(u"simulator"_s))
        return readSimulator(parser, line);
    if (parser.isSet(u"server"_s))
        return readServer(parser, line);
    line.demo = parser.isSet(u"demo"_s) || parser.isSet(u"demo-targets"_s);
    return line;
}

QString commandLineHelp()
{
    return Terminal::tr(
        "Falconer, the desktop for Eclipse hawkBit fleets\n"
        "\n"
        "falconer                      the last profile, or the list of profiles\n"
        "falconer --demo               a fleet of its own to play with\n"
        "         --demo-targets N     of this size, up to 1000000\n"
        "falconer --server URL         connect there\n"
        "         --user NAME          as this user; tenant\\user is fine\n"
        "         --bearer             the secret is a bearer token\n"
        "falconer --simulator          the demo's server alone, without a window\n"
        "         --port N             8080 unless told; 0 takes any free one\n"
        "         --wire VERSION       1.0.4 or 0.9.0\n"
        "         --demo-targets N     as many targets, 2000 unless told\n"
        "         --empty              without targets and sets\n"
        "falconer --version, --help\n"
        "\n"
        "The secret comes from FALCONER_PASSWORD, or is asked for in the window.\n");
}

} // namespace falconer
