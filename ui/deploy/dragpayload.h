// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/targetselection.h"
#include "services/hawkbit/distributionsets.h"

#include <QMimeData>
#include <QString>

#include <variant>

namespace falconer {

// Targets that something is to be done with, and how many they are.
struct PickedTargets {
    TargetSelection selection;
    qint64 count = 0;

    bool isEmpty() const { return count == 0; }
    // Of its only target, else nothing.
    QString singleName() const;
};

// What travels with the pointer. Drags stay inside the program, so the values go along as they are.
using DragPayload = std::variant<DistributionSet, PickedTargets>;

// Also offers its names as text, for whoever drops it into an editor.
class FleetMimeData final : public QMimeData {
    Q_OBJECT

public:
    explicit FleetMimeData(DragPayload payload);

    const DragPayload &payload() const { return m_payload; }

    // The payload of a drag of ours, else nullptr.
    static const DragPayload *payloadOf(const QMimeData *data);

private:
    DragPayload m_payload;
};

} // namespace falconer
