// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/invalidationtext.h"

#include "ui/composition/compositiontext.h"

#include <QCoreApplication>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(InvalidationText)
};

QString actionsSentence(qint64 running, ActionCancelation cancelation)
{
    const int n = int(running);
    if (n == 0)
        return Words::tr("actions run: there is nothing to cancel");
    switch (cancelation) {
    case ActionCancelation::Soft:
        return Words::tr("running action(s): the device(s) are asked to cancel", nullptr, n);
    case ActionCancelation::Force:
        return Words::tr("running action(s) end at once, whatever the device(s) do", nullptr, n);
    case ActionCancelation::None:
        return Words::tr("running action(s) go on", nullptr, n);
    }
    Q_UNREACHABLE();
}

ConsequenceLine counted(
    const QString &id, const std::optional<qint64> &number, bool stops, const QString &sentence)
{
    const bool matters = stops && number.value_or(1) > 0;
    return { .id = id,
        .icon = matters ? Icon::Stop : Icon::Information,
        .tone = matters ? Tone::Attention : Tone::Quiet,
        .number = number,
        .sentence = number
            ? sentence
            : Words::tr("unknown: the server does not tell how many") + u" - "_s + sentence };
}

QList<ConsequenceLine> countedLines(const InvalidationImpact &impact, ActionCancelation cancelation)
{
    const bool stops = cancelation != ActionCancelation::None;
    QList<ConsequenceLine> lines;
    lines << counted(u"actions"_s, impact.runningActions, stops,
        actionsSentence(impact.runningActions.value_or(2), cancelation));
    if (impact.canceling.value_or(0) > 0 && cancelation == ActionCancelation::Soft) {
        lines << ConsequenceLine{ .id = u"canceling"_s,
            .icon = Icon::Canceling,
            .tone = Tone::Quiet,
            .number = impact.canceling,
            .sentence
            = Words::tr("of them are being cancelled already: they stay so until the device "
                        "agrees") };
    }
    const int rollouts = int(impact.rollouts.value_or(2));
    lines << counted(u"rollouts"_s, impact.rollouts, stops,
        stops ? Words::tr("rollout(s) stopped", nullptr, rollouts)
              : Words::tr("rollout(s) go on", nullptr, rollouts));
    lines << counted(u"auto"_s, impact.autoAssignments, true,
        Words::tr("auto-assignment(s) removed, whatever you choose below", nullptr,
            int(impact.autoAssignments.value_or(2))));
    return lines;
}

} // namespace

QList<ConsequenceLine> invalidationLines(const DistributionSet &set,
    const std::optional<InvalidationImpact> &impact, ActionCancelation cancelation)
{
    QList<ConsequenceLine> lines{ { .id = u"forGood"_s,
        .icon = Icon::Warning,
        .tone = Tone::Failure,
        .sentence
        = Words::tr("%1 can never be assigned again, and cannot change any more. This cannot "
                    "be taken back.")
              .arg(titleOf(set)) } };
    if (!impact) {
        lines << ConsequenceLine{ .id = u"asking"_s,
            .icon = Icon::Unknown,
            .tone = Tone::Quiet,
            .sentence = Words::tr("Counting what it stops...") };
        return lines;
    }
    return lines + countedLines(*impact, cancelation);
}

} // namespace falconer
