// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/failurelist.h"

#include "models/pagedmodelbase.h"
#include "models/relativetime.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <functional>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::FailureList)
};

QVariant headValue(const FailureHead &head, int column, int role)
{
    if (role == DevicesRole)
        return head.cluster.devices;
    if (column != FailureList::DeviceColumn)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return head.title;
    case Qt::ToolTipRole:
        return head.cluster.example;
    case Qt::AccessibleTextRole:
        return QString(head.title + u", "_s + head.detail);
    case DetailRole:
        return head.detail;
    case CountRole:
        return head.cluster.count;
    case PagedModelBase::MeaningRole:
        return QVariant::fromValue(Meaning::Failure);
    case PagedModelBase::SignRole:
        return QVariant::fromValue(Sign::Failed);
    default:
        return {};
    }
}

QVariant cellText(const FailureItem &item, int column)
{
    switch (column) {
    case FailureList::DeviceColumn:
        return item.name;
    case FailureList::MessageColumn:
        return item.own;
    default:
        return item.at;
    }
}

QVariant itemValue(const FailureItem &item, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(item, column);
    case Qt::ToolTipRole:
        return column == FailureList::TimeColumn  ? exactTime(item.failure.at)
            : column == FailureList::DeviceColumn ? item.controllerId
                                                  : item.failure.message;
    case DevicesRole:
        return QStringList{ item.controllerId };
    case PagedModelBase::MeaningRole:
        return QVariant::fromValue(
            column == FailureList::DeviceColumn ? Meaning::Plain : Meaning::Quiet);
    case PagedModelBase::SignRole:
        return QVariant::fromValue(Sign::None);
    default:
        return {};
    }
}

QString firstLine(const QString &message)
{
    return message.section(u'\n', 0, 0);
}

// By the key of the lane: a device may have several, and have failed in each.
QHash<QString, FailureItem> failedLanes(const LaneList &lanes)
{
    QHash<QString, FailureItem> items;
    for (int i = 0; i < lanes.count(); ++i) {
        const TimelineLane &lane = lanes.lane(i);
        if (!lane.action)
            continue;
        if (const std::optional<Failure> failure = failureOf(lane.controllerId, lane.timeline))
            items.insert(lane.key(),
                { .key = lane.key(),
                    .controllerId = lane.controllerId,
                    .name = lane.title(),
                    .failure = *failure });
    }
    return items;
}

FailureList::Group groupOf(const FailureCluster &cluster, const QHash<QString, FailureItem> &failed)
{
    FailureList::Group group{ { .cluster = cluster, .key = cluster.pattern }, {} };
    group.head.cluster.devices.clear();
    for (const QString &lane : cluster.devices) {
        FailureItem item = failed.value(lane);
        if (item.failure.message != cluster.example)
            item.own = firstLine(item.failure.message);
        group.items << item;
        if (!group.head.cluster.devices.contains(item.controllerId))
            group.head.cluster.devices << item.controllerId;
    }
    std::ranges::stable_sort(
        group.items, std::greater(), [](const FailureItem &item) { return item.failure.at; });
    return group;
}

} // namespace

FailureGroups failureGroups(const LaneList &lanes, const QList<Failure> &former)
{
    const QHash<QString, FailureItem> failed = failedLanes(lanes);
    QList<Failure> failures;
    for (auto it = failed.begin(); it != failed.end(); ++it) {
        failures << it->failure;
        failures.last().controllerId = it.key();
    }
    QHash<QString, int> samePattern;
    FailureGroups groups;
    for (const FailureCluster &cluster : clusterFailures(failures, former)) {
        FailureList::Group group = groupOf(cluster, failed);
        // A code comes late and must not make another group of it.
        if (samePattern[cluster.pattern]++ > 0)
            group.head.key += u"\n%1"_s.arg(cluster.code.value_or(-1));
        groups << group;
    }
    return groups;
}

int FailureList::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FailureList::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    return isHead(index) ? headValue(headOf(index), index.column(), role)
                         : itemValue(itemAt(index), index.column(), role);
}

QVariant FailureList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DeviceColumn:
        return Words::tr("Device");
    case MessageColumn:
        return Words::tr("Message");
    case TimeColumn:
        return Words::tr("Failed");
    default:
        return {};
    }
}

} // namespace falconer
