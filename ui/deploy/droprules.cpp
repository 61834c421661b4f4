// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/droprules.h"

#include "models/softwaretitles.h"
#include "ui/plan/recoverytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("DropRules", text, nullptr, n);
}

QString problemOf(const DistributionSet &set)
{
    if (set.deleted)
        return tr("%1 was deleted on the server: it cannot be assigned any more.")
            .arg(titleOf(set));
    if (!set.valid)
        return tr("%1 was invalidated: it cannot be assigned any more.").arg(titleOf(set));
    if (!set.complete) {
        return tr("%1 is incomplete: its type %2 demands a module that it does not have.")
            .arg(titleOf(set), typeText(set));
    }
    return {};
}

QString problemOf(const PickedTargets &targets)
{
    return targets.isEmpty() ? tr("No target is selected.") : QString();
}

QString problemOf(const ServerFacts &facts)
{
    return facts.mayAssign()
        ? QString()
        : tr("%1 may not assign here: that needs UPDATE_TARGET and the right to read "
             "distribution sets.")
              .arg(facts.user.username);
}

DropVerdict refused(const QString &why)
{
    return { false, why };
}

} // namespace

QString targetsTitle(const PickedTargets &targets)
{
    QString single = targets.singleName();
    if (!single.isEmpty())
        return single;
    return tr("%1 targets").arg(QLocale().toString(targets.count));
}

DropVerdict assignVerdict(
    const DistributionSet &set, const PickedTargets &targets, const ServerFacts &facts)
{
    for (const QString &problem : { problemOf(facts), problemOf(set), problemOf(targets) }) {
        if (!problem.isEmpty())
            return refused(problem);
    }
    return { true, tr("Assign %1 to %2").arg(titleOf(set), targetsTitle(targets)) };
}

DropVerdict recoverVerdict(RecoveryKind kind, const PickedTargets &targets, const ReadTargets &read,
    const ServerFacts &facts)
{
    if (targets.isEmpty())
        return refused(tr("Select targets first."));
    if (!facts.mayUpdateTargets())
        return refused(tr("%1 may not change actions here: that needs UPDATE_TARGET.")
                           .arg(facts.user.username));
    if (kind == RecoveryKind::AssignAgain && !facts.mayAssign())
        return refused(problemOf(facts));
    const Recoverability best = bestRecoverability(read.actions, kind);
    if (best == Recoverability::Allowed || read.count < targets.count)
        return { true, recoveryMeaning(kind) };
    return refused(best == Recoverability::AlreadyEnded
            ? tr("Nothing runs on the selected targets.")
            : recoveryRefusal(best));
}

DropVerdict dragVerdict(const DragPayload &payload, const ServerFacts &facts)
{
    if (const QString problem = problemOf(facts); !problem.isEmpty())
        return refused(problem);
    const auto check = [](const auto &value) { return problemOf(value); };
    if (const QString problem = std::visit(check, payload); !problem.isEmpty())
        return refused(problem);
    if (const auto *set = std::get_if<DistributionSet>(&payload))
        return { true, tr("Drop %1 on a target or on the selection").arg(titleOf(*set)) };
    return { true,
        tr("Drop %1 on a distribution set").arg(targetsTitle(std::get<PickedTargets>(payload))) };
}

} // namespace falconer
