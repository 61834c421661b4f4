// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attentionlist.h"

#include "models/pagedmodelbase.h"
#include "models/relativetime.h"
#include "models/steplines.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <array>
#include <tuple>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::AttentionList)
};

// What hurts most comes first.
int rankOf(ActionState state)
{
    constexpr std::array order{ ActionState::Silent, ActionState::NotPolled,
        ActionState::WaitingForConfirmation, ActionState::CancelNotConfirmed,
        ActionState::QuotaReached, ActionState::Installing, ActionState::Downloading,
        ActionState::WaitingForWindow, ActionState::WaitingForDevice, ActionState::Scheduled,
        ActionState::Ended };
    return int(std::ranges::find(order, state) - order.begin());
}

CellLook lookOf(const AttentionHead &head)
{
    const bool waitsForPerson = head.state == ActionState::WaitingForConfirmation;
    if (head.needsPerson)
        return { Meaning::Attention, waitsForPerson ? Sign::Waiting : Sign::Warning };
    const bool works
        = head.state == ActionState::Installing || head.state == ActionState::Downloading;
    return works ? CellLook{ Meaning::Running, Sign::Running }
                 : CellLook{ Meaning::Quiet, Sign::Waiting };
}

QVariant headValue(const AttentionHead &head, int column, int role)
{
    if (column != AttentionList::DeviceColumn && role != DevicesRole)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return head.title;
    case Qt::AccessibleTextRole:
        return Words::tr("%1, %n device(s): %2", nullptr, head.count).arg(head.title, head.reason);
    case DetailRole:
        return head.reason;
    case CountRole:
        return head.count;
    case DevicesRole:
        return head.devices;
    case AttentionList::StateRole:
        return QVariant::fromValue(head.state);
    case AttentionList::NeedsPersonRole:
        return head.needsPerson;
    case PagedModelBase::MeaningRole:
        return QVariant::fromValue(lookOf(head).meaning);
    case PagedModelBase::SignRole:
        return QVariant::fromValue(lookOf(head).sign);
    default:
        return {};
    }
}

QVariant cellText(const AttentionItem &item, int column)
{
    switch (column) {
    case AttentionList::DeviceColumn:
        return item.name;
    case AttentionList::SituationColumn:
        return item.situation;
    default:
        return item.since;
    }
}

QVariant itemValue(const AttentionItem &item, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(item, column);
    case Qt::ToolTipRole:
        if (column == AttentionList::SinceColumn)
            return exactTime(item.attention.since);
        return column == AttentionList::DeviceColumn ? item.controllerId : QVariant();
    case DevicesRole:
        return QStringList{ item.controllerId };
    case AttentionList::StateRole:
        return QVariant::fromValue(item.attention.state);
    case AttentionList::NeedsPersonRole:
        return item.attention.needsPerson;
    case AttentionList::SinceRole:
        return item.attention.since;
    case AttentionList::SilenceRole:
        return item.attention.silence;
    case AttentionList::DueRole:
        return item.attention.due;
    case PagedModelBase::MeaningRole:
        return QVariant::fromValue(
            column == AttentionList::DeviceColumn ? Meaning::Plain : Meaning::Quiet);
    case PagedModelBase::SignRole:
        return QVariant::fromValue(Sign::None);
    default:
        return {};
    }
}

} // namespace

AttentionGroups attentionGroups(const LaneList &lanes, const LaneInsight &insight)
{
    QMap<std::tuple<bool, int>, AttentionList::Group> groups; // those that need a person first
    for (int i = 0; i < lanes.count(); ++i) {
        const TimelineLane &lane = lanes.lane(i);
        if (!isRead(lane) || !lane.timeline.isRunning())
            continue;
        const Attention &attention = insight.attention(i);
        AttentionItem item{ .key = lane.key(),
            .controllerId = lane.controllerId,
            .name = lane.title(),
            .attention = attention };
        if (const StepStatistics *const usual = insight.usual(attention.running))
            item.usual = usual->median;
        AttentionList::Group &group = groups[{ !attention.needsPerson, rankOf(attention.state) }];
        group.head.state = attention.state;
        group.head.needsPerson = attention.needsPerson;
        group.head.devices << lane.controllerId;
        ++group.head.count;
        group.items << item;
    }
    for (AttentionList::Group &group : groups)
        std::ranges::stable_sort(group.items, [](const AttentionItem &a, const AttentionItem &b) {
            return a.attention.since < b.attention.since;
        });
    return groups.values();
}

int AttentionList::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant AttentionList::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    return isHead(index) ? headValue(headOf(index), index.column(), role)
                         : itemValue(itemAt(index), index.column(), role);
}

QVariant AttentionList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DeviceColumn:
        return Words::tr("Device");
    case SituationColumn:
        return Words::tr("Situation");
    case SinceColumn:
        return Words::tr("Since");
    default:
        return {};
    }
}

QString AttentionList::keyOf(const AttentionHead &head) const
{
    return u"%1/%2"_s.arg(int(head.state)).arg(head.needsPerson);
}

} // namespace falconer
