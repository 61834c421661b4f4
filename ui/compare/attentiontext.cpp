// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/attentiontext.h"

#include "models/relativetime.h"
#include "models/steptable.h"
#include "ui/compare/momenttext.h"

#include <QCoreApplication>

namespace falconer {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::AttentionText)
};

QString placeOf(const AttentionItem &item)
{
    return stepText(item.attention.running);
}

QString withUsual(const QString &sentence, const AttentionItem &item)
{
    if (item.usual)
        return Words::tr("%1; usual is %2").arg(sentence, aboutText(*item.usual));
    return sentence;
}

// A step that nobody has completed yet has no usual time: the limit tells why it counts as silent.
QString silentText(const AttentionItem &item)
{
    const Attention &attention = item.attention;
    const QString silence = aboutText(attention.silence);
    const bool hasBegun = attention.running != StepKey::of(PhaseKind::WaitingForDevice)
        && attention.running != StepKey::total();
    if (!hasBegun)
        return Words::tr("polls, but has not begun for %1").arg(silence);
    const QString sentence = Words::tr("silent for %1 in %2").arg(silence, placeOf(item));
    return item.usual
        ? withUsual(sentence, item)
        : Words::tr("%1; up to %2 is usual").arg(sentence, aboutText(attention.silenceLimit));
}

QString pollText(const AttentionItem &item, const QDateTime &now)
{
    const Attention &attention = item.attention;
    if (attention.missedPolls > 0 && attention.since.isValid())
        return Words::tr("missed %n poll(s), last heard of %1 ago", nullptr, attention.missedPolls)
            .arg(aboutText(attention.since.msecsTo(now)));
    return Words::tr("not heard of");
}

QString dueText(const AttentionItem &item, const QDateTime &now)
{
    const QDateTime &due = item.attention.due;
    if (!due.isValid())
        return Words::tr("begins when it polls next; nobody knows when");
    if (due <= now)
        return Words::tr("its poll was due %1 ago").arg(aboutText(due.msecsTo(now)));
    return Words::tr("next poll in %1, at %2")
        .arg(aboutText(now.msecsTo(due)), momentText(due, now));
}

QString windowText(const AttentionItem &item, const QDateTime &now)
{
    const QDateTime &due = item.attention.due;
    return Words::tr("window opens in %1, at %2")
        .arg(aboutText(now.msecsTo(due)), momentText(due, now));
}

} // namespace

QString attentionTitle(ActionState state)
{
    switch (state) {
    case ActionState::Ended:
        return Words::tr("Ended");
    case ActionState::Scheduled:
        return Words::tr("Scheduled");
    case ActionState::CancelNotConfirmed:
        return Words::tr("Cancel not confirmed");
    case ActionState::WaitingForConfirmation:
        return Words::tr("Waits for confirmation");
    case ActionState::NotPolled:
        return Words::tr("Does not poll");
    case ActionState::QuotaReached:
        return Words::tr("Quota reached");
    case ActionState::WaitingForWindow:
        return Words::tr("Waits for its window");
    case ActionState::WaitingForDevice:
        return Words::tr("Waits for the device");
    case ActionState::Downloading:
        return Words::tr("Downloading");
    case ActionState::Installing:
        return Words::tr("Installing");
    case ActionState::Silent:
        return Words::tr("Silent");
    }
    Q_UNREACHABLE();
}

QString attentionReason(const AttentionHead &head)
{
    switch (head.state) {
    case ActionState::Ended:
        return {};
    case ActionState::Scheduled:
        return Words::tr("its rollout group has not begun");
    case ActionState::CancelNotConfirmed:
        return head.needsPerson
            ? Words::tr("asked for long ago; only a force-quit is left if the device is gone")
            : Words::tr("the device has not answered yet");
    case ActionState::WaitingForConfirmation:
        return Words::tr("somebody must agree before the device begins");
    case ActionState::NotPolled:
        return Words::tr("two polls or more missed, and no report since");
    case ActionState::QuotaReached:
        return Words::tr("the server takes no more progress: only the end will be seen");
    case ActionState::WaitingForWindow:
        return Words::tr("its maintenance window is still to come");
    case ActionState::WaitingForDevice:
        return Words::tr("it comes for its action, or goes on, when it polls next");
    case ActionState::Downloading:
    case ActionState::Installing:
        return Words::tr("at work, as usual");
    case ActionState::Silent:
        return Words::tr("no report for longer than such a step takes");
    }
    Q_UNREACHABLE();
}

QString attentionSituation(const AttentionItem &item, const QDateTime &now)
{
    const Attention &attention = item.attention;
    const QString lasting
        = attention.since.isValid() ? aboutText(attention.since.msecsTo(now)) : QString();
    switch (attention.state) {
    case ActionState::Silent:
        return silentText(item);
    case ActionState::NotPolled:
        return pollText(item, now);
    case ActionState::WaitingForConfirmation:
        return Words::tr("asked for %1 ago").arg(lasting);
    case ActionState::CancelNotConfirmed:
        return attention.missedPolls > 1 ? Words::tr(
                   "cancel asked for %1 ago, %n poll(s) missed", nullptr, attention.missedPolls)
                                               .arg(lasting)
                                         : Words::tr("cancel asked for %1 ago").arg(lasting);
    case ActionState::QuotaReached:
        return Words::tr("last progress %1 ago").arg(lasting);
    case ActionState::WaitingForWindow:
        return windowText(item, now);
    case ActionState::WaitingForDevice:
        return dueText(item, now);
    case ActionState::Downloading:
        return withUsual(Words::tr("for %1").arg(lasting), item);
    case ActionState::Installing:
        return withUsual(Words::tr("%1, for %2 in all").arg(placeOf(item), lasting), item);
    case ActionState::Scheduled:
    case ActionState::Ended:
        return {};
    }
    Q_UNREACHABLE();
}

QString attentionAsText(const AttentionGroups &groups)
{
    QStringList rows{ QStringList{
        Words::tr("State"), Words::tr("Device"), Words::tr("Since"), Words::tr("Situation") }
                          .join(u'\t') };
    for (const AttentionList::Group &group : groups) {
        for (const AttentionItem &item : group.items)
            rows << QStringList{ group.head.title, item.controllerId,
                exactTime(item.attention.since), item.situation }
                        .join(u'\t');
    }
    return rows.join(u'\n');
}

void sayAttention(AttentionGroups &groups, const QDateTime &now)
{
    for (AttentionList::Group &group : groups) {
        group.head.title = attentionTitle(group.head.state);
        group.head.reason = attentionReason(group.head);
        for (AttentionItem &item : group.items) {
            item.situation = attentionSituation(item, now);
            if (item.attention.since.isValid())
                item.since = Words::tr("since %1").arg(momentText(item.attention.since, now));
        }
    }
}

} // namespace falconer
