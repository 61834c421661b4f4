// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "services/deployment/recovery.h"
#include "services/hawkbit/actions.h"
#include "services/hawkbit/assignment.h"
#include "services/timeline/timeline.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// What the server says to one action, after what was predicted of it.
class Rescue final {
public:
    Rescue(Scenario &scenario, const QString &controllerId)
        : m_scenario(scenario)
        , m_action{ controllerId, scenario.actions.value(controllerId) }
    {
    }

    void accepts(RecoveryKind kind, const QString &what)
    {
        const RecoveryItem item = attempt(kind, Recoverability::Allowed, what);
        m_scenario.steps.check(item.state == RecoveryItem::State::Done, what, describe(item.error));
    }

    void refuses(RecoveryKind kind, Recoverability why, QLatin1StringView code, const QString &what)
    {
        const RecoveryItem item = attempt(kind, why, what);
        m_scenario.steps.check(item.state == RecoveryItem::State::Failed
                && item.error.kind == ErrorKind::Invalid && item.error.httpStatus == 405
                && item.error.code == code,
            what, describe(item.error));
    }

    Result<Action> read()
    {
        return m_scenario.server.ask(getAction(m_action.controllerId, m_action.actionId));
    }

private:
    RecoveryItem attempt(RecoveryKind kind, Recoverability prediction, const QString &what)
    {
        const auto action = read();
        m_scenario.steps.check(action && recoverability(*action, kind) == prediction,
            what + ": predicted"_L1, seenOf(action));
        Client &client = m_scenario.server.client();
        const qint64 sent = client.sentCount();
        Recovery recovery(client);
        recovery.start(kind, { m_action });
        waitUntil([&] { return !recovery.isRunning(); });
        m_scenario.steps.check(client.sentCount() == sent + 1, what + ": asked once"_L1);
        return recovery.items().value(0);
    }

    Scenario &m_scenario;
    ActionRef m_action;
};

void checkCancel(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    Rescue action(scenario, scenario.fixture.target(2));
    action.refuses(RecoveryKind::ForceQuit, Recoverability::NotCanceling,
        "action.notForceQuitable"_L1, u"force-quit before a cancel"_s);
    action.accepts(RecoveryKind::Cancel, u"a cancel"_s);
    const auto canceling = action.read();
    steps.check(canceling && canceling->active && canceling->status == "canceling"_L1
            && canceling->type == "cancel"_L1,
        u"the action is canceling and still active"_s,
        canceling ? canceling->status : seenOf(canceling));
    action.refuses(RecoveryKind::Cancel, Recoverability::AlreadyCanceling,
        "action.notCancelable"_L1, u"a second cancel"_s);
    action.accepts(RecoveryKind::ForceQuit, u"a force-quit"_s);
    const auto ended = action.read();
    steps.check(ended && !ended->active && ended->status == "canceled"_L1, u"the action is over"_s,
        ended ? ended->status : seenOf(ended));
    action.refuses(RecoveryKind::Cancel, Recoverability::AlreadyEnded, "action.notCancelable"_L1,
        u"a cancel after the end"_s);
    const QString id = scenario.fixture.target(2);
    const auto statuses = scenario.server.walk<ActionStatus>(
        [&](const ListQuery &query) {
            return listActionStatuses(id, scenario.actions.value(id), query);
        },
        {});
    if (!ended || !steps.check(statuses.has_value(), u"its history is read"_s, seenOf(statuses)))
        return;
    const Timeline timeline = buildTimeline(*ended, *statuses);
    steps.check(timeline.outcome.kind == OutcomeKind::Canceled && timeline.outcome.forced
            && timeline.hasNote(NoteKind::ForceQuit) && timeline.steps.isEmpty(),
        u"and tells that it was forced to end"_s);
}

void checkForce(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const QString id = scenario.fixture.target(4);
    Rescue action(scenario, id);
    const auto soft = action.read();
    steps.check(soft && soft->forceType == "soft"_L1, u"an action is soft"_s, seenOf(soft));
    action.accepts(RecoveryKind::Force, u"forcing it"_s);
    const auto forced = action.read();
    steps.check(forced && forced->forceType == "forced"_L1 && forced->active
            && recoverability(*forced, RecoveryKind::Force) == Recoverability::AlreadyForced,
        u"it is forced now"_s, seenOf(forced));

    const auto next = scenario.server.ask(
        assignDistributionSet(scenario.fixture.nextSet, { id }, { .confirmationRequired = false }));
    steps.check(
        next && next->assigned == 1, u"another set is assigned while it runs"_s, seenOf(next));
    const auto given = action.read();
    steps.check(given && (!given->active || given->status == "canceling"_L1),
        u"the former action gives way"_s, given ? given->status : seenOf(given));
}

} // namespace

void checkRecovery(Scenario &scenario)
{
    checkCancel(scenario);
    checkForce(scenario);
}

} // namespace falconer
