// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/deploy/dragpayload.h"
#include "ui/deploy/droprules.h"
#include "ui/shared/dragtable.h"

#include <functional>
#include <optional>

namespace falconer {

// A table whose rows, targets or distribution sets, are dragged onto the rows of the other one.
class FleetTable final : public DragTable {
    Q_OBJECT

public:
    struct Rules {
        std::function<std::optional<DragPayload>()> payload; // of what is selected
        std::function<qint64()> selectedTargets;             // for the picture
        // row -1: below the last one.
        std::function<DropVerdict(const DragPayload &, int row)> verdict;
        // The rows that would take the drop, with the one under the pointer.
        std::function<QRect(int row)> place;
    };

    explicit FleetTable(QWidget *parent = nullptr);

    void setRules(const Rules &rules);

signals:
    void dragStarted(const falconer::DragPayload &payload);
    void dropped(const falconer::DragPayload &payload, int row);
};

} // namespace falconer
