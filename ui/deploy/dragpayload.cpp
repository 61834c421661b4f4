// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/dragpayload.h"

#include "models/softwaretitles.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const DistributionSet &set)
{
    return titleOf(set);
}

QString textOf(const PickedTargets &picked)
{
    QStringList names;
    for (const Target &target : picked.selection.targets)
        names << target.controllerId;
    return (names + picked.selection.controllerIds).join(u'\n');
}

} // namespace

QString PickedTargets::singleName() const
{
    if (count != 1)
        return {};
    return selection.targets.isEmpty() ? selection.controllerIds.value(0)
                                       : selection.targets.first().name;
}

FleetMimeData::FleetMimeData(DragPayload payload)
    : m_payload(std::move(payload))
{
    setText(std::visit([](const auto &value) { return textOf(value); }, m_payload));
}

const DragPayload *FleetMimeData::payloadOf(const QMimeData *data)
{
    const auto *ours = qobject_cast<const FleetMimeData *>(data);
    return ours ? &ours->m_payload : nullptr;
}

} // namespace falconer
