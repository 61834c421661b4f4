// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/grouplist.h"
#include "models/laneinsight.h"
#include "models/meaning.h"

#include <QMetaType>

namespace falconer {

// The running actions that are in the same state.
struct AttentionHead {
    ActionState state = ActionState::Installing;
    bool needsPerson = false;
    int count = 0;
    QStringList devices;
    QString title;  // in words, "Silent"
    QString reason; // in words, why they stand here

    bool operator==(const AttentionHead &) const = default;
};

struct AttentionItem {
    QString key; // of its lane
    QString controllerId;
    QString name;
    Attention attention;
    std::optional<qint64> usual; // ms that its running step mostly takes here
    QString situation;           // in words, "silent for 4 min in Copying image to rootfs.1"
    QString since;               // in words, "since 14:05"

    bool operator==(const AttentionItem &) const = default;
};

// What runs, in groups by state: those that need a person first, inside those the longest first.
// There are no words in it before ui/ fills them in.
class AttentionList final : public GroupList<AttentionHead, AttentionItem> {
public:
    enum Column { DeviceColumn, SituationColumn, SinceColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole + 300, // ActionState
        NeedsPersonRole,                // bool
        SinceRole,                      // QDateTime, UTC
        SilenceRole,                    // qint64, ms
        DueRole,                        // QDateTime, UTC
    };

    using GroupList::GroupList;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const AttentionHead &head) const override;
    QString keyOf(const AttentionItem &item) const override { return item.key; }
};

using AttentionGroups = QList<AttentionList::Group>;
// insight: of these lanes, and what it last saw of them.
AttentionGroups attentionGroups(const LaneList &lanes, const LaneInsight &insight);

} // namespace falconer

Q_DECLARE_METATYPE(falconer::ActionState)
