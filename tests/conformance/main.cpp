// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/comparison.h"
#include "tests/conformance/player.h"
#include "tests/conformance/report.h"
#include "tests/conformance/wire.h"

#include "services/simulator/server.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cstdio>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// The servers of the smaller corpora ran with limits of their own (hawkbit-api 7.5).
FleetOptions optionsOf(const QString &corpus)
{
    FleetOptions options;
    options.wire = corpus.contains("0.9.0"_L1) ? Wire::V0_9_0 : Wire::V1_0_4;
    if (corpus.endsWith("quotas"_L1))
        options.quotas = { .statusesPerAction = 5,
            .messagesPerStatus = 5,
            .attributesPerTarget = 5,
            .metadataPerEntity = 3,
            .modulesPerSet = 3,
            .moduleTypesPerSetType = 2,
            .setTypesPerTargetType = 2,
            .artifactsPerModule = 2,
            .actionsPerTarget = 3,
            .targetsPerAssignment = 5,
            .targetsPerAutoAssignment = 5,
            .artifactSize = 100'000,
            .artifactStorage = 130'000,
            .multipartSize = 1024 * 1024 };
    if (corpus.endsWith("flood"_L1))
        options.quotas.requestsPerSecond = 2;
    return options;
}

bool isPlayed(Player &player, const Corpus &corpus, const QString &name)
{
    const QJsonArray names = corpus.header["arbitrary"_L1].toArray();
    QStringList arbitrary;
    for (const QJsonValue &step : names)
        arbitrary << step.toString().remove(".json"_L1);
    Report report(name);
    for (const RecordedStep &step : corpus.steps)
        report.add(step, difference(step, player.play(step), arbitrary.contains(step.name)));
    return report.conclude();
}

bool playInProcess(const QString &name)
{
    Fleet fleet(optionsOf(name));
    const Dispatcher dispatcher;
    Player player([&](const SimRequest &request) { return dispatcher.handle(fleet, request); },
        "http://hawkbit.example");
    return isPlayed(player, loadCorpus(name), name);
}

bool playOverWire(const QString &name)
{
    SimulatorServer server(std::make_unique<Fleet>(optionsOf(name)));
    if (!server.start())
        return false;
    Player player([&](const SimRequest &request) { return sendOverWire(server.port(), request); },
        "http://127.0.0.1:" + QByteArray::number(server.port()));
    return isPlayed(player, loadCorpus(name), name);
}

} // namespace

// falconer_conformance <corpus> [--wire]: replays a corpus against the simulator's rules, or over a
// socket, and says what agrees. Fails when a step differs that agreed before.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: falconer_conformance <corpus> [--wire]\n");
        return 2;
    }
    const QString name = arguments.at(1);
    return (arguments.contains("--wire"_L1) ? playOverWire(name) : playInProcess(name)) ? 0 : 1;
}
