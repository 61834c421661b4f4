// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/comparison.h"
#include "tests/conformance/player.h"
#include "tests/conformance/report.h"
#include "tests/conformance/wire.h"

#include "services/simulator/server.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

#include <atomic>
#include <cstdio>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// Whether the recorder rested for a second before this step of a flood.
bool isRested(const RecordedStep &step)
{
    static const QRegularExpression rested(u"^\\d+-(write-1|after-a-second|device-1)$"_s);
    return rested.match(step.name).hasMatch();
}

// A server's clock that can be put forward while it serves.
class Clock final {
public:
    qint64 now() const { return QDateTime::currentMSecsSinceEpoch() + m_ahead; }
    void putForward(qint64 ms) { m_ahead += ms; }

private:
    std::atomic<qint64> m_ahead = 0;
};

// The servers of the smaller corpora ran with limits of their own (hawkbit-api 7.5).
FleetOptions optionsOf(const QString &corpus, const Clock &clock)
{
    FleetOptions options;
    options.clock = [&clock] { return clock.now(); };
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

bool isPlayed(Player &player, Clock &clock, const QString &name)
{
    const Corpus corpus = loadCorpus(name);
    const QJsonArray names = corpus.header["arbitrary"_L1].toArray();
    QStringList arbitrary;
    for (const QJsonValue &step : names)
        arbitrary << step.toString().remove(".json"_L1);
    Report report(name);
    for (const RecordedStep &step : corpus.steps) {
        if (name.endsWith("flood"_L1) && isRested(step))
            clock.putForward(1'200);
        report.add(step, difference(step, player.play(step), arbitrary.contains(step.name)));
    }
    return report.conclude();
}

bool playInProcess(const QString &name)
{
    Clock clock;
    Fleet fleet(optionsOf(name, clock));
    const Dispatcher dispatcher;
    Player player([&](const SimRequest &request) { return dispatcher.handle(fleet, request); },
        "http://hawkbit.example");
    return isPlayed(player, clock, name);
}

bool playOverWire(const QString &name)
{
    Clock clock;
    SimulatorServer server(std::make_unique<Fleet>(optionsOf(name, clock)));
    if (!server.start())
        return false;
    Player player([&](const SimRequest &request) { return sendOverWire(server.port(), request); },
        "http://127.0.0.1:" + QByteArray::number(server.port()));
    return isPlayed(player, clock, name);
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
    const QString &name = arguments.at(1);
    return (arguments.contains("--wire"_L1) ? playOverWire(name) : playInProcess(name)) ? 0 : 1;
}
