// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/devicelife.h"

#include "services/ddi/virtualdevice.h"
#include "services/hawkbit/targets.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Device final {
public:
    Device(const Scenario &scenario, ClientOptions options, const Target &target, Temper temper)
        : m_client(withToken(std::move(options), target.securityToken))
        , m_device({ .device = { .tenant = scenario.facts.user.tenant,
                         .controllerId = target.controllerId },
                       .temper = temper,
                       .attributes = deviceAttributes() },
              { .speed = 30, .pollMs = 15'000, .busyPollMs = 15'000 }, m_client, m_wheel)
    {
        m_device.start(0);
    }

private:
    static ClientOptions withToken(ClientOptions options, const QString &token)
    {
        options.credentials = { .scheme = Credentials::Scheme::TargetToken, .secret = token };
        return options;
    }

    Client m_client;
    TimerWheel m_wheel;
    VirtualDevice m_device;
};

Result<Action> endedAction(
    Scenario &scenario, const ClientOptions &options, const Target &target, Temper temper)
{
    const Device device(scenario, options, target, temper);
    const qint64 actionId = scenario.actions.value(target.controllerId);
    Result<Action> action;
    waitUntil([&] {
        action = scenario.server.ask(getAction(target.controllerId, actionId));
        return !action || !action->active;
    });
    return action;
}

OutcomeKind outcomeOf(const Action &action)
{
    static const QHash<QString, OutcomeKind> kinds{ { u"finished"_s, OutcomeKind::Success },
        { u"error"_s, OutcomeKind::Error }, { u"downloaded"_s, OutcomeKind::Downloaded },
        { u"canceled"_s, OutcomeKind::Canceled } };
    return kinds.value(action.status, OutcomeKind::Unknown);
}

} // namespace

QMap<QString, QString> deviceAttributes()
{
    return { { u"os.version"_s, u"2.3.1"_s } };
}

std::optional<DeviceLife> liveUntilEnd(
    Scenario &scenario, const ClientOptions &options, const QString &controllerId, Temper temper)
{
    Steps &steps = scenario.steps;
    const auto target = scenario.server.ask(getTarget(controllerId));
    if (!steps.check(target && !target->securityToken.isEmpty(), u"a target tells its token"_s,
            seenOf(target)))
        return std::nullopt;
    const auto action = endedAction(scenario, options, *target, temper);
    if (!steps.check(action && !action->active, u"its device ends the action"_s,
            action ? action->status : seenOf(action)))
        return std::nullopt;
    const auto statuses = scenario.server.walk<ActionStatus>(
        [&](const ListQuery &query) { return listActionStatuses(controllerId, action->id, query); },
        { .limit = 7 });
    if (!steps.check(statuses.has_value(), u"its history is read page by page"_s, seenOf(statuses)))
        return std::nullopt;
    const Timeline timeline = buildTimeline(*action, *statuses);
    steps.check(timeline.outcome.kind == outcomeOf(*action),
        u"its timeline ends as the action did"_s, action->status);
    return DeviceLife{ *action, *statuses, timeline };
}

} // namespace falconer
