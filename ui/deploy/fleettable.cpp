// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/fleettable.h"

#include "ui/deploy/dragwords.h"

namespace falconer {

FleetTable::FleetTable(QWidget *parent)
    : DragTable(parent)
{
    connect(this, &DragTable::dragBegun, this,
        [this](const QMimeData *dragged) { emit dragStarted(*FleetMimeData::payloadOf(dragged)); });
}

void FleetTable::setRules(const Rules &rules)
{
    setDragRules({
        .data = [rules]() -> std::unique_ptr<QMimeData> {
            const std::optional<DragPayload> payload = rules.payload();
            return payload ? std::make_unique<FleetMimeData>(*payload) : nullptr;
        },
        .words = [rules] { return dragWords(*rules.payload(), rules.selectedTargets()); },
        .verdict = [rules](const QMimeData &dragged, int row) -> std::optional<DropVerdict> {
            const DragPayload *const payload = FleetMimeData::payloadOf(&dragged);
            return payload ? std::optional(rules.verdict(*payload, row)) : std::nullopt;
        },
        .place = rules.place,
        .take = [this](const QMimeData &dragged, int row) -> std::function<void()> {
            return [this, payload = *FleetMimeData::payloadOf(&dragged), row] {
                emit dropped(payload, row);
            };
        },
    });
}

} // namespace falconer
