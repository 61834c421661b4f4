// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/plantext.h"

#include "models/softwaretitles.h"
#include "services/hawkbit/assignment.h"
#include "ui/plan/plannames.h"

#include <QCoreApplication>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlanText)
};

} // namespace

QString planTitle(const Plan &plan)
{
    return Words::tr("Assign %1 to %n target(s)", nullptr, int(plan.selected))
        .arg(titleOf(plan.set));
}

QString blockText(const Plan &plan)
{
    const QString set = titleOf(plan.set);
    switch (plan.block) {
    case PlanBlock::None:
        return {};
    case PlanBlock::SetDeleted:
        return Words::tr("%1 was deleted and can no longer be assigned.").arg(set);
    case PlanBlock::SetInvalid:
        return Words::tr("%1 was invalidated and can never be assigned again.").arg(set);
    case PlanBlock::SetIncomplete:
        if (!plan.missingModuleTypes.isEmpty())
            return Words::tr("%1 is incomplete: it lacks a module of type %2.")
                .arg(set, plan.missingModuleTypes.join(", "_L1));
        if (!plan.incompleteModules.isEmpty())
            return Words::tr("%1 is incomplete: %2 has too few artifacts.")
                .arg(set, plan.incompleteModules.join(", "_L1));
        return Words::tr("%1 is incomplete: a module that its type demands is missing.").arg(set);
    case PlanBlock::NotPermitted:
        return Words::tr("You may not assign sets here: the right to update targets or to read "
                         "distribution sets is missing.");
    case PlanBlock::TooMany:
        return Words::tr("More than %1 targets are work for a rollout.")
            .arg(numberText(maxTargetsOfPlan));
    case PlanBlock::StillCounting:
        return Words::tr("Reading which targets are meant.");
    case PlanBlock::Unreachable:
        return Words::tr("Which targets are meant could not be read.");
    case PlanBlock::NoTargets:
        return Words::tr("Nothing would change.");
    }
    Q_UNREACHABLE();
}

QString footerText(const Plan &plan, int pollSeconds)
{
    if (plan.block != PlanBlock::None)
        return blockText(plan);
    const qint64 count = plan.starting.size();
    const qint64 requests = (count + maxTargetsPerAssignment - 1) / maxTargetsPerAssignment;
    const QString sent = Words::tr("%n request(s)", nullptr, int(requests));
    const QString start = Words::tr("about %n device(s) start at their next poll", nullptr,
        int(count - plan.neverPolled.size()));
    if (pollSeconds <= 0)
        return Words::tr("%1, %2", "requests, devices").arg(sent, start);
    return Words::tr("%1, %2 (within %3)", "requests, devices, duration")
        .arg(sent, start, roundDurationText(pollSeconds));
}

QString assignButtonText(const Plan &plan)
{
    return Words::tr("Assign to %n target(s)", nullptr, int(plan.starting.size()));
}

} // namespace falconer
