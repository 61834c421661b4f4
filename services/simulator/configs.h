// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/fleet.h"

#include <QJsonValue>

namespace falconer {

// Every key this wire knows, with its default.
const QMap<QString, QJsonValue> &configDefaults(const Fleet &fleet);
// The tenant's settings (hawkbit-api 1.16): the override, or the server's default.
QJsonValue configValue(const Fleet &fleet, const QString &key);
bool configEnabled(const Fleet &fleet, const QString &key);
// pollingTime and pollingOverdueTime in ms (the plain time, without a deviation or overrides).
qint64 pollingTime(const Fleet &fleet);
qint64 pollingOverdueTime(const Fleet &fleet);
// From when on a target that polled last at this time is overdue.
qint64 overdueTimestamp(const Fleet &fleet);

} // namespace falconer
