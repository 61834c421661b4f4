// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/devicestates.h"
#include "ui/shared/theme.h"

#include <QBrush>
#include <QPen>

namespace falconer {

// Upon each other in a chart: what is done at the bottom, what waits on top.
inline constexpr std::array statesFromBelow{ DeviceState::Finished, DeviceState::Failed,
    DeviceState::Canceled, DeviceState::Unknown, DeviceState::Installing, DeviceState::Downloading,
    DeviceState::Waiting };

struct ChartLook {
    QBrush brush;
    QPen pen;
};

// A pattern where colours alone come close.
ChartLook stateLook(DeviceState state, const Colours &colours);
// Of what is not known but estimated.
ChartLook estimateLook(const Colours &colours);

// "12 installing".
QString stateText(DeviceState state, int count);

} // namespace falconer
