// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionverdicts.h"

#include "ui/plan/recoverytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace falconer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ActionVerdicts)
};

// What forbids every command, whatever is selected.
QString problemOf(qint64 picked, const ServerFacts &facts)
{
    if (!facts.mayUpdateTargets())
        return Words::tr("%1 may not change actions here: that needs UPDATE_TARGET.")
            .arg(facts.user.username);
    return picked == 0 ? Words::tr("Select actions first.") : QString();
}

} // namespace

CommandVerdict recoverVerdict(
    RecoveryKind kind, qint64 picked, const QList<Action> &known, const ServerFacts &facts)
{
    if (const QString problem = problemOf(picked, facts); !problem.isEmpty())
        return { false, problem };
    const Recoverability best = bestRecoverability(known, kind);
    if (best == Recoverability::Allowed || known.size() < picked)
        return { true, recoveryMeaning(kind) };
    return { false,
        best == Recoverability::AlreadyEnded
            ? Words::tr("Everything that is selected has ended already.")
            : recoveryRefusal(best) };
}

CommandVerdict deleteVerdict(qint64 picked, const QList<Action> &known, const ServerFacts &facts)
{
    if (!facts.dialect.detailedActionStatus)
        return { false,
            Words::tr(
                "This server cannot delete the history of actions: hawkBit can since 0.10.") };
    if (const QString problem = problemOf(picked, facts); !problem.isEmpty())
        return { false, problem };
    if (known.size() < picked || std::ranges::any_of(known, &Action::hasEnded))
        return { true, Words::tr("Remove what has ended from the server, with all its reports") };
    return { false,
        Words::tr("Only what has ended can be deleted, and all of this still runs or waits.") };
}

} // namespace falconer
