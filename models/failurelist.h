// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/grouplist.h"
#include "models/lanelist.h"
#include "models/meaning.h"
#include "services/analysis/failureclusters.h"

namespace falconer {

// Failures of one cause.
struct FailureHead {
    FailureCluster cluster; // its devices are controller ids
    QString key;
    QString title;  // in words: the message, or that there is none
    QString detail; // in words: how many, the code, when, whether also before

    bool operator==(const FailureHead &) const = default;
};

struct FailureItem {
    QString key; // of its lane
    QString controllerId;
    QString name;
    Failure failure;
    QString own; // its message where it differs from the head's
    QString at;  // in words, "14:31"

    bool operator==(const FailureItem &) const = default;
};

// How devices failed, in groups of the same cause, the largest first; below each its devices, the
// last one first. There are no words in it before ui/ fills
// them in.
class FailureList final : public GroupList<FailureHead, FailureItem> {
public:
    enum Column { DeviceColumn, MessageColumn, TimeColumn, ColumnCount };

    using GroupList::GroupList;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const FailureHead &head) const override { return head.key; }
    QString keyOf(const FailureItem &item) const override { return item.key; }
};

using FailureGroups = QList<FailureList::Group>;
// former: how the former distribution set failed, as far as that is known.
FailureGroups failureGroups(const LaneList &lanes, const QList<Failure> &former);

} // namespace falconer
