// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/time/utc.h"
#include "tests/contract/scenario.h"

#include "services/deployment/maintenance.h"
#include "services/hawkbit/actions.h"
#include "services/hawkbit/assignment.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// The action that an assignment of one target made, read back.
Result<Action> assignAndRead(
    Scenario &scenario, qint64 set, const QString &id, const AssignmentOptions &options)
{
    const auto result = scenario.server.ask(assignDistributionSet(set, { id }, options));
    if (!result)
        return tl::unexpected(result.error());
    return scenario.server.ask(getAction(id, result->actionIds.value(0)));
}

void checkTimeForced(Scenario &scenario)
{
    const QDateTime forceTime
        = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch() + 86'400'000, inUtc);
    const auto action = assignAndRead(scenario, scenario.fixture.set, scenario.fixture.target(9),
        { .type = u"timeforced"_s,
            .forceTime = forceTime,
            .weight = 700,
            .confirmationRequired = false });
    scenario.steps.check(action && action->forceType == "timeforced"_L1
            && action->forceTime == forceTime && action->weight == 700,
        u"an action keeps the time that forces it and its weight"_s, seenOf(action));
}

// What the next start of a schedule is must be known before it is sent.
void checkWindows(Scenario &scenario)
{
    static const QStringList schedules{ u"0 0 3 ? * MON-FRI"_s, u"0 30 22 L * ?"_s,
        u"0 0 8 ? * 2#1"_s, u"0 15 4 1W * ?"_s, u"0 0 0 29 2 ? *"_s, u"0 0 12 ? 1,6 6L"_s,
        u"30 10/20 5 * * ?"_s };
    qint64 set = scenario.fixture.set;
    for (const QString &schedule : schedules) {
        const MaintenanceWindow window{
            .schedule = schedule, .duration = u"01:30:00"_s, .timezone = u"+02:00"_s
        };
        const WindowCheck expected = checkWindow(window, QDateTime::currentDateTimeUtc());
        const auto action = assignAndRead(scenario, set, scenario.fixture.target(10),
            { .confirmationRequired = false, .maintenanceWindow = window });
        const MaintenanceWindow told = action && action->maintenanceWindow
            ? *action->maintenanceWindow
            : MaintenanceWindow();
        scenario.steps.check(expected.isValid() && told.schedule == schedule
                && told.nextStartAt == expected.nextStarts.first(),
            "the next start of a window: "_L1 + schedule,
            action
                ? u"expected %1, got %2"_s.arg(expected.nextStarts.value(0).toString(Qt::ISODate),
                    told.nextStartAt.toString(Qt::ISODate))
                : seenOf(action));
        // A target takes the other set each time, else it would be there already.
        set = set == scenario.fixture.set ? scenario.fixture.nextSet : scenario.fixture.set;
    }
}

void checkBadWindows(Scenario &scenario)
{
    static const QList<MaintenanceWindow> windows{
        { .schedule = u"0 0 3 * * MON"_s, .duration = u"01:00:00"_s, .timezone = u"Z"_s },
        { .schedule = u"0 0 25 ? * *"_s, .duration = u"01:00:00"_s, .timezone = u"Z"_s },
        { .schedule = u"0 0 0 1 1 ? 2020"_s, .duration = u"01:00:00"_s, .timezone = u"Z"_s },
        { .schedule = u"0 0 3 ? * *"_s, .duration = u"1h"_s, .timezone = u"Z"_s },
        { .schedule = u"0 0 3 ? * *"_s, .duration = u"01:00:00"_s, .timezone = u"Europe/Berlin"_s },
    };
    for (const MaintenanceWindow &window : windows) {
        const QString what = u"a window that is none: "_s + window.schedule + u' ' + window.duration
            + u' ' + window.timezone;
        scenario.steps.check(!checkWindow(window, QDateTime::currentDateTimeUtc()).isValid(),
            what + ": predicted"_L1);
        const auto action = assignAndRead(scenario, scenario.fixture.set,
            scenario.fixture.target(6), { .maintenanceWindow = window });
        scenario.steps.check(
            isRefused(action, ErrorKind::Invalid, 400, "maintenanceScheduleInvalid"_L1), what,
            seenOf(action));
    }
}

} // namespace

void checkOptions(Scenario &scenario)
{
    checkTimeForced(scenario);
    checkWindows(scenario);
    checkBadWindows(scenario);
}

} // namespace falconer
