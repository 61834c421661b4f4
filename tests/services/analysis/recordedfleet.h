// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/stepstatistics.h"
#include "services/hawkbit/targets.h"

namespace falconer {

// The 200 devices of tests/data/devices/ddi-scripted-fleet-200.json, read.
struct FleetDevice {
    QString kind; // what its script was told to do
    QString controllerId;
    Action action;
    Timeline timeline;
    std::optional<PollStatus> poll; // as the server told it at the end
};

QList<FleetDevice> recordedFleet();
// The newest thing that happened to any of them: "now" of the recording.
QDateTime endOfRecording(const QList<FleetDevice> &fleet);

QList<DeviceTimeline> timelinesOf(const QList<FleetDevice> &fleet);

} // namespace falconer
