// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "services/deployment/assigner.h"
#include "services/hawkbit/actions.h"
#include "tests/support/faultproxy.h"

#include <QHostAddress>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// Assigns a set through a connection that a fault breaks.
class BrokenAssignment final {
public:
    BrokenAssignment(Scenario &scenario, ClientOptions options, const Fault &fault)
        : m_scenario(scenario)
        , m_proxy(quint16(options.server.port(80)))
        , m_client(throughProxy(std::move(options)))
        , m_assigner(m_client, scenario.facts.dialect)
    {
        m_proxy.setFaults({ fault });
    }

    const AssignmentOutcome &start(const QStringList &ids)
    {
        m_assigner.start({ .set = m_scenario.fixture.distributionSet(),
            .controllerIds = ids,
            .options = { .confirmationRequired = false } });
        return wait();
    }

    const AssignmentOutcome &resume()
    {
        m_assigner.resume();
        return wait();
    }

    bool canResume() const { return m_assigner.canResume(); }

private:
    ClientOptions throughProxy(ClientOptions options)
    {
        options.server = m_proxy.instead(options.server);
        options.useSystemProxy = false;
        return options;
    }

    const AssignmentOutcome &wait()
    {
        waitUntil([this] { return !m_assigner.isRunning(); });
        return m_assigner.outcome();
    }

    Scenario &m_scenario;
    FaultProxy m_proxy;
    Client m_client;
    Assigner m_assigner;
};

// By the server's own word, asked over a whole connection.
qint64 actionsOf(Scenario &scenario, const QString &id)
{
    const auto actions = scenario.server.ask(listTargetActions(id, {}));
    return actions ? actions->total : -1;
}

void checkLostAnswer(Scenario &scenario, const ClientOptions &options)
{
    const QString id = scenario.fixture.target(12);
    BrokenAssignment assignment(
        scenario, options, { .kind = Fault::Kind::Reset, .from = Fault::Side::Server, .after = 1 });
    const AssignmentOutcome &outcome = assignment.start({ id });
    scenario.steps.check(
        !outcome.hasFailures() && outcome.assigned() == 1 && outcome.actionIds.contains(id),
        u"an assignment whose answer is lost is found on the server"_s,
        outcome.chunks.isEmpty() ? QString() : describe(outcome.chunks.first().error));
    scenario.steps.check(
        !assignment.canResume() && actionsOf(scenario, id) == 1, u"and is not sent again"_s);
}

void checkLostRequest(Scenario &scenario, const ClientOptions &options)
{
    const QString id = scenario.fixture.target(6);
    BrokenAssignment assignment(scenario, options,
        { .kind = Fault::Kind::Reset, .from = Fault::Side::Client, .after = 50 });
    const AssignmentOutcome lost = assignment.start({ id });
    scenario.steps.check(lost.assigned() == 0 && lost.hasFailures() && assignment.canResume()
            && actionsOf(scenario, id) == 0,
        u"an assignment that got lost on its way waits, unsent"_s);
    const AssignmentOutcome resumed = assignment.resume();
    scenario.steps.check(
        resumed.assigned() == 1 && !resumed.hasFailures() && actionsOf(scenario, id) == 1,
        u"and happens once when a person lets it go on"_s);
}

} // namespace

// The proxy reaches servers on this machine only.
void checkConnectionLoss(Scenario &scenario, const ClientOptions &options)
{
    const bool isLoopback = QHostAddress(options.server.host()).isLoopback()
        || options.server.host() == "localhost"_L1;
    if (!isLoopback || options.server.scheme() != "http"_L1)
        return;
    checkLostAnswer(scenario, options);
    checkLostRequest(scenario, options);
}

} // namespace falconer
