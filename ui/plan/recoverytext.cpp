// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/recoverytext.h"

#include "ui/plan/plannames.h"
#include "ui/shared/errortext.h"

#include <QCoreApplication>
#include <QMap>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OutcomeText)

public:
    // The number stands before the sentence.
    static QString consequence(RecoveryKind kind, qsizetype actions);
    static QString done(RecoveryKind kind, qsizetype actions);
    static QString reason(Recoverability reason, qsizetype actions);
};

QString Words::consequence(RecoveryKind kind, qsizetype actions)
{
    const int n = int(actions);
    switch (kind) {
    case RecoveryKind::Cancel:
        return tr("are asked to cancel; the action stays active until the device agrees, and what "
                  "is nearly installed may finish all the same",
            nullptr, n);
    case RecoveryKind::Force:
        return tr("become forced; the device installs at its next poll without waiting for anybody",
            nullptr, n);
    case RecoveryKind::ForceQuit:
        return tr(
            "end for the server only; the device is never told and may still install", nullptr, n);
    case RecoveryKind::AssignAgain:
        return tr("end for the server only, and the same set is assigned again with the same "
                  "options; the device learns of it at its next poll, and may still finish what "
                  "it does now",
            nullptr, n);
    }
    Q_UNREACHABLE();
}

QString Words::done(RecoveryKind kind, qsizetype actions)
{
    const int n = int(actions);
    switch (kind) {
    case RecoveryKind::Cancel:
        return tr("are asked to cancel", nullptr, n);
    case RecoveryKind::Force:
        return tr("are forced now", nullptr, n);
    case RecoveryKind::ForceQuit:
        return tr("have ended for the server", nullptr, n);
    case RecoveryKind::AssignAgain:
        return tr("have ended for the server and are assigned again", nullptr, n);
    }
    Q_UNREACHABLE();
}

QString Words::reason(Recoverability reason, qsizetype actions)
{
    const int n = int(actions);
    switch (reason) {
    case Recoverability::Allowed:
        return {};
    case Recoverability::AlreadyEnded:
        return tr("left out: have ended already", nullptr, n);
    case Recoverability::NotStarted:
        return tr("left out: wait for their group of a rollout", nullptr, n);
    case Recoverability::AlreadyCanceling:
        return tr("left out: are being cancelled already; only a force-quit is left", nullptr, n);
    case Recoverability::NotCanceling:
        return tr(
            "left out: must be cancelled first; a force-quit ends only what is being cancelled",
            nullptr, n);
    case Recoverability::AlreadyForced:
        return tr("left out: are forced already", nullptr, n);
    case Recoverability::NotAddressable:
        return tr("left out: no request can name a target whose id holds / \\ ; % or two dots",
            nullptr, n);
    }
    Q_UNREACHABLE();
}

} // namespace

QString recoveryCommand(RecoveryKind kind)
{
    switch (kind) {
    case RecoveryKind::Cancel:
        return Words::tr("Cancel...");
    case RecoveryKind::Force:
        return Words::tr("Force...");
    case RecoveryKind::ForceQuit:
        return Words::tr("Force-quit...");
    case RecoveryKind::AssignAgain:
        return Words::tr("Assign again...");
    }
    Q_UNREACHABLE();
}

QString recoveryMeaning(RecoveryKind kind)
{
    switch (kind) {
    case RecoveryKind::Cancel:
        return Words::tr("Ask the devices to cancel what runs on them");
    case RecoveryKind::Force:
        return Words::tr("Make soft and time-forced actions forced");
    case RecoveryKind::ForceQuit:
        return Words::tr("End actions that are being cancelled, for the server only: a force-quit "
                         "never reaches the device");
    case RecoveryKind::AssignAgain:
        return Words::tr("End what runs, for the server only, and assign the same set again with "
                         "the same options");
    }
    Q_UNREACHABLE();
}

QString recoveryRefusal(Recoverability reason)
{
    switch (reason) {
    case Recoverability::Allowed:
        return {};
    case Recoverability::AlreadyEnded:
        return Words::tr("It has ended already.");
    case Recoverability::NotStarted:
        return Words::tr("It waits in a rollout whose group has not begun.");
    case Recoverability::AlreadyCanceling:
        return Words::tr("It is being cancelled already; only a force-quit is left.");
    case Recoverability::NotCanceling:
        return Words::tr("Force-quit ends only what is being cancelled: cancel first.");
    case Recoverability::AlreadyForced:
        return Words::tr("It is forced already.");
    case Recoverability::NotAddressable:
        return Words::tr(
            "The server cannot address this target: its controller id holds / \\ ; % or two dots.");
    }
    Q_UNREACHABLE();
}

QString keepText(RecoveryKind kind, qsizetype actions)
{
    return kind == RecoveryKind::Force ? Words::tr("Leave them as they are", nullptr, int(actions))
                                       : Words::tr("Keep them running", nullptr, int(actions));
}

QString recoveryTitle(RecoveryKind kind, qsizetype actions)
{
    switch (kind) {
    case RecoveryKind::Cancel:
        return Words::tr("Cancel %n action(s)", nullptr, int(actions));
    case RecoveryKind::Force:
        return Words::tr("Force %n action(s)", nullptr, int(actions));
    case RecoveryKind::ForceQuit:
        return Words::tr("Force-quit %n action(s)", nullptr, int(actions));
    case RecoveryKind::AssignAgain:
        return Words::tr("Force-quit %n action(s) and assign again", nullptr, int(actions));
    }
    Q_UNREACHABLE();
}

QString recoveryButtonText(RecoveryKind kind, qsizetype actions)
{
    return recoveryTitle(kind, actions);
}

namespace {

// A rollout has no way to take an action in again.
QStringList ofRollouts(const QList<Action> &actions)
{
    QStringList names;
    for (const Action &action : actions) {
        if (action.rolloutId
            && recoverability(action, RecoveryKind::AssignAgain) == Recoverability::Allowed)
            names << action.controllerId + "  "_L1 + action.rolloutName;
    }
    return names;
}

} // namespace

QList<ConsequenceLine> recoveryLines(RecoveryKind kind, const QList<Action> &actions)
{
    QMap<Recoverability, QStringList> names;
    for (const Action &action : actions) {
        names[recoverability(action, kind)] << action.controllerId + "  "_L1 + action.setTitle();
    }
    const QStringList allowed = names.take(Recoverability::Allowed);
    QList<ConsequenceLine> lines{ { .id = u"allowed"_s,
        .icon = kind == RecoveryKind::Force ? Icon::Force : Icon::Canceling,
        .tone = kind == RecoveryKind::ForceQuit || kind == RecoveryKind::AssignAgain
            ? Tone::Failure
            : Tone::Running,
        .number = allowed.size(),
        .sentence = Words::consequence(kind, allowed.size()),
        .names = allowed } };
    const QStringList rolledOut
        = kind == RecoveryKind::AssignAgain ? ofRollouts(actions) : QStringList();
    if (!rolledOut.isEmpty())
        lines << ConsequenceLine{ .id = u"rollout"_s,
            .icon = Icon::Warning,
            .tone = Tone::Attention,
            .number = rolledOut.size(),
            .sentence = Words::tr("leave their rollout, which counts them as cancelled", nullptr,
                int(rolledOut.size())),
            .names = rolledOut };
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        lines << ConsequenceLine{ .id = "left"_L1 + QString::number(int(it.key())),
            .icon = Icon::Registered,
            .tone = Tone::Quiet,
            .number = it->size(),
            .sentence = Words::reason(it.key(), it->size()),
            .names = *it };
    }
    return lines;
}

namespace {

struct Recovered {
    QStringList done;
    QStringList there; // already, without a new action
    QStringList waiting;
    QMap<QString, QStringList> failed; // by sentence
    QMap<QString, QString> details;    // the same
};

Recovered sorted(const QList<RecoveryItem> &items)
{
    using State = RecoveryItem::State;
    Recovered all;
    for (const RecoveryItem &item : items) {
        const QString &id = item.action.controllerId;
        if (item.state == State::Done) {
            (item.hasEnded && item.newAction == 0 ? all.there : all.done) << id;
        } else if (item.state == State::Failed) {
            const ErrorText text = errorText(item.error);
            const QString sentence = item.hasEnded
                ? Words::tr("ended, but not assigned again: %1").arg(text.sentence)
                : text.sentence;
            all.failed[sentence] << id;
            all.details[sentence] = text.details;
        } else {
            all.waiting << id;
        }
    }
    return all;
}

ConsequenceLine lineOf(const QString &id, Icon icon, Tone tone, const QStringList &names,
    const QString &sentence, const QString &details = {})
{
    return { id, icon, tone, names.size(), sentence, names, details };
}

} // namespace

QList<ConsequenceLine> recoveredLines(RecoveryKind kind, const QList<RecoveryItem> &items)
{
    const Recovered all = sorted(items);
    QList<ConsequenceLine> lines{ lineOf(u"done"_s, Icon::InSync,
        all.done.isEmpty() ? Tone::Quiet : Tone::Success, all.done,
        Words::done(kind, all.done.size())) };
    if (!all.there.isEmpty())
        lines << lineOf(u"there"_s, Icon::Warning, Tone::Attention, all.there,
            Words::tr("have ended; the server has the set as assigned already and made "
                      "no new action",
                nullptr, int(all.there.size())));
    for (auto it = all.failed.cbegin(); it != all.failed.cend(); ++it)
        lines << lineOf("failed "_L1 + it.key(), Icon::Error, Tone::Failure, *it, it.key(),
            all.details.value(it.key()));
    if (!all.waiting.isEmpty())
        lines << lineOf(
            u"waiting"_s, Icon::Waiting, Tone::Quiet, all.waiting, Words::tr("not sent yet"));
    return lines;
}

} // namespace falconer
