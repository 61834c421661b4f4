// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/deploy/dragpayload.h"
#include "ui/deploy/droprules.h"
#include "ui/shared/tableview.h"

#include <functional>
#include <optional>

namespace falconer {

class DropOverlay;

// A table whose rows are dragged onto the rows of another one. What a row stands for, what may be
// dropped on it and what then happens is asked from its pane.
class FleetTable final : public TableView {
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

    void setRules(Rules rules) { m_rules = std::move(rules); }
    // Lights up, or says why not, from the start of a drag to its end.
    void showDrag(const DropVerdict &verdict);
    void endDrag();

signals:
    void dragStarted(const falconer::DragPayload &payload);
    void dragEnded();
    void dropped(const falconer::DragPayload &payload, int row);

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // Shows and returns the verdict for a drag at this place; nothing when it is not ours.
    std::optional<DropVerdict> judge(const QDropEvent &event);

    Rules m_rules;
    DropOverlay *m_overlay;
    std::optional<DropVerdict> m_dragVerdict;
};

} // namespace falconer
