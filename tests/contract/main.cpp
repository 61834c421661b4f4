// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "services/hawkbit/targets.h"
#include "services/simulator/server.h"

#include <QCoreApplication>

#include <cstdio>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

void checkEverything(Scenario &scenario, const ClientOptions &options)
{
    checkTargets(scenario);
    checkTargetDetails(scenario);
    checkSoftware(scenario);
    checkPlanBefore(scenario);
    checkAssignment(scenario);
    checkPlanAfter(scenario);
    checkRefusals(scenario);
    checkOptions(scenario);
    checkConnectionLoss(scenario, options);
    checkRecovery(scenario);
    checkDevices(scenario, options);
    checkDeviceEnds(scenario, options);
    checkTables(scenario);
    checkRepository(scenario, options);
}

int run(const ClientOptions &options, std::optional<bool> detailedStatus)
{
    Steps steps;
    Conversation server(options);
    Fixture fixture(server);
    Scenario scenario{ .steps = steps, .server = server, .fixture = fixture };
    if (checkSignIn(scenario, options, detailedStatus)) {
        const auto problem = fixture.create();
        if (steps.check(!problem, u"targets, sets and modules are made"_s,
                problem ? describe(*problem) : QString()))
            checkEverything(scenario, options);
        fixture.remove();
        const auto left = server.ask(listTargets({ .filter = fixture.ofThisRun() }));
        steps.check(left && left->total == 0, u"no target of this run is left"_s, seenOf(left));
    }
    steps.check(server.writesNotSentOnce() == 0,
        u"each of the %1 writes of the scenario itself went out once"_s.arg(server.writes()));
    std::printf("%d steps passed, %d failed\n", steps.passed(), steps.failed());
    return steps.failed() == 0 ? 0 : 1;
}

int runWithServer(const QString &url)
{
    ClientOptions options;
    options.server = QUrl(url);
    options.credentials = { .scheme = Credentials::Scheme::Basic,
        .user = qEnvironmentVariable("FALCONER_HAWKBIT_USER", u"admin"_s),
        .secret = qEnvironmentVariable("FALCONER_HAWKBIT_PASSWORD", u"admin"_s) };
    std::printf(
        "Contract with %s\n", qUtf8Printable(options.server.toDisplayString(QUrl::RemoveUserInfo)));
    return run(options, std::nullopt);
}

int runWithSimulator(const QString &version)
{
    const bool isOld = version == "0.9.0"_L1;
    SimulatorServer simulator(std::make_unique<Fleet>(
        FleetOptions{ .wire = isOld ? Wire::V0_9_0 : Wire::V1_0_4, .shuffleEquals = true }));
    if (!simulator.start())
        return 2;
    ClientOptions options;
    options.server = QUrl(u"http://127.0.0.1:%1"_s.arg(simulator.port()));
    options.credentials
        = { .scheme = Credentials::Scheme::Basic, .user = u"admin"_s, .secret = u"admin"_s };
    options.useSystemProxy = false;
    std::printf("Contract with the simulator of %s\n", qUtf8Printable(version));
    return run(options, !isOld);
}

} // namespace

// falconer_contract [1.0.4|0.9.0]: what Falconer expects of a hawkBit, step by step, of the
// simulator of that version; or of the real server at FALCONER_HAWKBIT_URL, signed in as
// FALCONER_HAWKBIT_USER with FALCONER_HAWKBIT_PASSWORD.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString url = qEnvironmentVariable("FALCONER_HAWKBIT_URL");
    if (!url.isEmpty())
        return runWithServer(url);
    const QString version = QCoreApplication::arguments().value(1, u"1.0.4"_s);
    if (version != "1.0.4"_L1 && version != "0.9.0"_L1) {
        std::fprintf(stderr, "usage: falconer_contract [1.0.4|0.9.0]\n");
        return 2;
    }
    return runWithSimulator(version);
}
