// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

tl::expected<CommandLine, QString> parse(const QString &arguments)
{
    return parseCommandLine(
        QStringList{ u"falconer"_s } + arguments.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class tst_commandline : public Test {
    Q_OBJECT

private slots:
    void understood_data()
    {
        using Action = CommandLine::Action;
        QTest::addColumn<CommandLine>("expected");
        const auto row = [](const char *arguments, const CommandLine &expected) {
            QTest::newRow(arguments) << expected;
        };
        row("", {});
        row("--help", { .action = Action::Help });
        row("-v", { .action = Action::Version });
        row("--demo", { .demo = true });
        row("--demo-targets 1000000", { .demo = true, .demoTargets = 1'000'000 });
        row("--server http://127.0.0.1:8080/hub/ --user acme\\admin",
            { .server = QUrl(u"http://127.0.0.1:8080/hub/"_s), .user = u"acme\\admin"_s });
        row("--server hawkbit.example --bearer",
            { .server = QUrl(u"https://hawkbit.example"_s), .bearer = true });
        row("--simulator", { .action = Action::Simulator });
        row("--simulator --demo-targets 50000",
            { .action = Action::Simulator, .demoTargets = 50'000 });
        row("--simulator --port 0 --wire 0.9.0 --empty",
            { .action = Action::Simulator, .port = 0, .wire = u"0.9.0"_s, .empty = true });
    }

    void understood()
    {
        QFETCH(CommandLine, expected);
        const auto line = parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error()));
        QVERIFY(*line == expected);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("--password hunter2") << u"FALCONER_PASSWORD"_s;
        QTest::newRow("--server http://x --token=abc") << u"FALCONER_PASSWORD"_s;
        QTest::newRow("--server http://u:p@x") << u"must not hold"_s;
        QTest::newRow("--server ftp://x") << u"no address"_s;
        QTest::newRow("--server http://") << u"no address"_s;
        QTest::newRow("--user admin") << u"goes with --server"_s;
        QTest::newRow("--port 80") << u"goes with --simulator"_s;
        QTest::newRow("--demo --server http://x") << u"exclude"_s;
        QTest::newRow("--demo-targets 5 --server http://x") << u"goes with --demo"_s;
        QTest::newRow("--simulator --empty --demo-targets 5") << u"exclude"_s;
        QTest::newRow("--server http://x --user u --bearer") << u"without a user"_s;
        QTest::newRow("--demo-targets many") << u"number"_s;
        QTest::newRow("--demo-targets 1000001") << u"number"_s;
        QTest::newRow("--simulator --port 70000") << u"number"_s;
        QTest::newRow("--simulator --wire 0.8.0") << u"wire"_s;
        QTest::newRow("somewhere") << u"not understood"_s;
        QTest::newRow("--frobnicate") << u"frobnicate"_s;
    }

    void refused()
    {
        QFETCH(QString, reason);
        const auto line = parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!line.has_value());
        QVERIFY2(line.error().contains(reason), qPrintable(line.error()));
        QVERIFY(!line.error().contains(u"hunter2"_s) && !line.error().contains(u"abc"_s));
    }

    void helpNamesEveryOption()
    {
        for (const char *option : { "--demo", "--demo-targets", "--server", "--user", "--bearer",
                 "--simulator", "--port", "--wire", "--empty", "--version", "--help" })
            QVERIFY2(commandLineHelp().contains(QLatin1StringView(option)), option);
    }
};

FALCONER_TEST(tst_commandline)
#include "tst_commandline.moc"
