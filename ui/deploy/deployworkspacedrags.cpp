// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/deploycommands.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/droprules.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/setspane.h"
#include "ui/deploy/targetspane.h"

namespace falconer {

void DeployWorkspace::wireDrags()
{
    const auto selectedTargets = [this] { return m_targets->picked().count; };
    m_targets->table().setRules({
        .payload = [this]() -> std::optional<DragPayload> {
            const PickedTargets picked = m_targets->picked();
            return picked.isEmpty() ? std::nullopt : std::optional<DragPayload>(picked);
        },
        .selectedTargets = selectedTargets,
        .verdict =
            [this](const DragPayload &payload, int row) {
                return assignVerdict(
                    std::get<DistributionSet>(payload), m_targets->pickedAt(row), m_parts.server);
            },
        .place = [this](int row) { return m_targets->placeOf(row); },
    });
    m_sets->table().setRules({
        .payload = [this]() -> std::optional<DragPayload> {
            const std::optional<DistributionSet> set = m_sets->currentSet();
            return set ? std::optional<DragPayload>(*set) : std::nullopt;
        },
        .selectedTargets = selectedTargets,
        .verdict =
            [this](const DragPayload &payload, int row) {
                const std::optional<DistributionSet> set = m_sets->setAt(row);
                return set ? assignVerdict(*set, std::get<PickedTargets>(payload), m_parts.server)
                           : dragVerdict(payload, m_parts.server);
            },
        .place = [this](int row) { return m_sets->placeOf(row); },
    });
    letDrag(m_targets->table(), m_sets->table());
    letDrag(m_sets->table(), m_targets->table());
    connect(&m_targets->table(), &FleetTable::dropped, this,
        [this](const DragPayload &payload, int row) {
            m_commands->assign(std::get<DistributionSet>(payload), m_targets->pickedAt(row));
        });
    connect(
        &m_sets->table(), &FleetTable::dropped, this, [this](const DragPayload &payload, int row) {
            if (const std::optional<DistributionSet> set = m_sets->setAt(row))
                m_commands->assign(*set, std::get<PickedTargets>(payload));
        });
}

void DeployWorkspace::letDrag(FleetTable &from, FleetTable &to)
{
    connect(&from, &FleetTable::dragStarted, &to, [this, &to](const DragPayload &payload) {
        to.showDrag(dragVerdict(payload, m_parts.server));
    });
    connect(&from, &FleetTable::dragEnded, &to, &FleetTable::endDrag);
}

} // namespace falconer
