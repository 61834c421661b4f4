// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/outcometext.h"

#include "ui/plan/plannames.h"
#include "ui/shared/errortext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OutcomeText)

public:
    static QString chunk(const AssignmentChunk &chunk);
};

QString withError(const QString &sentence, const Error &error)
{
    const ErrorText text = errorText(error);
    return text.sentence.isEmpty() ? sentence : sentence + u' ' + text.sentence;
}

QString Words::chunk(const AssignmentChunk &chunk)
{
    using State = AssignmentChunk::State;
    if (chunk.state == State::Refused)
        return withError(tr("refused by the server, nothing happened."), chunk.error);
    if (chunk.state == State::Unknown)
        return withError(
            tr("perhaps assigned: the answer was lost, and looking failed."), chunk.error);
    return withError(tr("not assigned yet."), chunk.error);
}

// Of a chunk that was taken: those for which there is no action and that are known.
QStringList alreadyThere(const AssignmentOrder &order, const AssignmentOutcome &outcome)
{
    const QSet<QString> notTaken(outcome.notTaken.begin(), outcome.notTaken.end());
    QStringList ids;
    for (const AssignmentChunk &chunk : outcome.chunks) {
        if (chunk.state != AssignmentChunk::State::Taken)
            continue;
        for (const QString &id : order.controllerIds.mid(chunk.first, chunk.count)) {
            if (!outcome.actionIds.contains(id) && !notTaken.contains(id))
                ids << id;
        }
    }
    return ids.size() == outcome.alreadyAssigned ? ids : QStringList();
}

// Those that the plan did not even send.
void addLeftOut(const Plan &plan, QList<ConsequenceLine> &lines)
{
    const auto add
        = [&lines](const QString &id, const QString &sentence, const QStringList &names) {
              if (!names.isEmpty())
                  lines << ConsequenceLine{ .id = id,
                      .icon = Icon::Registered,
                      .tone = Tone::Quiet,
                      .number = names.size(),
                      .sentence = sentence,
                      .names = names };
          };
    QStringList refused;
    for (const PlanRefusal &group : plan.refusals)
        refused += namesOf(group.targets);
    add(u"refused"_s, Words::tr("left out: incompatible"), refused);
    add(u"absent"_s, Words::tr("left out: not known to this server"), plan.absent);
}

} // namespace

QString progressText(const AssignmentOutcome &outcome)
{
    using State = AssignmentChunk::State;
    const qsizetype count = outcome.chunks.size();
    for (qsizetype i = 0; i < count; ++i) {
        if (outcome.chunks.at(i).state == State::Sending)
            return Words::tr("Sending request %1 of %2").arg(i + 1).arg(count);
        if (outcome.chunks.at(i).state == State::Looking)
            return Words::tr("The answer to request %1 of %2 was lost; looking whether it happened")
                .arg(i + 1)
                .arg(count);
    }
    return Words::tr("Asking which targets the server did not take");
}

QList<ConsequenceLine> outcomeLines(
    const Plan &plan, const AssignmentOrder &order, const AssignmentOutcome &outcome)
{
    const qint64 there = plan.alreadyThere.size() + outcome.alreadyAssigned;
    QStringList assigned = outcome.actionIds.keys();
    std::sort(assigned.begin(), assigned.end());
    QList<ConsequenceLine> lines{ { .id = u"assigned"_s,
        .icon = outcome.assigned() > 0 ? Icon::InSync : Icon::Registered,
        .tone = outcome.assigned() > 0 ? Tone::Success : Tone::Quiet,
        .number = outcome.assigned(),
        .sentence = Words::tr("assigned, an action was made for each"),
        .names = assigned } };
    lines << ConsequenceLine{ .id = u"already"_s,
        .icon = Icon::Registered,
        .tone = Tone::Quiet,
        .number = there,
        .sentence = Words::tr("had it already, nothing happened"),
        .names = namesOf(plan.alreadyThere) + alreadyThere(order, outcome) };
    lines << ConsequenceLine{ .id = u"notTaken"_s,
        .icon = outcome.notTakenCount > 0 ? Icon::Warning : Icon::Registered,
        .tone = outcome.notTakenCount > 0 ? Tone::Attention : Tone::Quiet,
        .number = outcome.notTakenCount,
        .sentence = outcome.notTakenCount > 0
            ? Words::tr("not taken by the server: it does not know them", nullptr,
                int(outcome.notTakenCount))
            : Words::tr("not taken by the server"),
        .names = outcome.notTaken };
    addLeftOut(plan, lines);
    for (const AssignmentChunk &chunk : outcome.chunks) {
        if (chunk.state == AssignmentChunk::State::Taken)
            continue;
        lines << ConsequenceLine{ .id = "chunk"_L1 + QString::number(chunk.first),
            .icon = Icon::Error,
            .tone = Tone::Failure,
            .number = chunk.count,
            .sentence = Words::chunk(chunk),
            .names = order.controllerIds.mid(chunk.first, chunk.count),
            .details = errorText(chunk.error).details };
    }
    return lines;
}

QString plainText(const QString &title, const QList<ConsequenceLine> &lines)
{
    QStringList text{ title };
    for (const ConsequenceLine &line : lines) {
        text << (line.number ? QString::number(*line.number) + u' ' : QString()) + line.sentence;
        for (const QString &name : line.names)
            text << u'\t' + name;
    }
    return text.join(u'\n') + u'\n';
}

ConsequenceLine undoLine(qsizetype actions)
{
    return { .id = u"undo"_s,
        .icon = Icon::Undo,
        .tone = Tone::Attention,
        .sentence = Words::tr("Undo asks %n device(s) to cancel what was just assigned. What is "
                              "nearly installed may finish all the same, and actions that gave way "
                              "do not come back.",
            nullptr, int(actions)) };
}

} // namespace falconer
