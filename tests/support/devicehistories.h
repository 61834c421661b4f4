// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace falconer {

// One action with its statuses as a real server told them after a real device's work:
// tests/data/devices, whose README says what is in there. Newest first, as they came.
struct DeviceHistory {
    QString name; // the file, and what of it
    QString kind; // of the fleet's devices only
    Action action;
    QList<ActionStatus> statuses;
};

// The files without their ending, such as "rauc-hawkbit-updater-success".
QStringList deviceHistoryFiles();
// All histories of a file: the main one first, further actions of the device or further devices
// behind it.
QList<DeviceHistory> loadDeviceHistories(const QString &file);
DeviceHistory loadDeviceHistory(const QString &file);

} // namespace falconer
