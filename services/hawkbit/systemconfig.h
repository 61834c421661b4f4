// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/request.h"

#include <QJsonValue>
#include <QMap>

namespace falconer {

struct ConfigValue {
    QJsonValue value;
    bool global = true; // the server's default, not set by the tenant

    bool operator==(const ConfigValue &) const = default;
};

using SystemConfig = QMap<QString, ConfigValue>; // by key, such as "pollingTime"

SystemConfig readSystemConfig(const JsonReader &json);

// Without the right to read it a server answers only "default.ds.type".
Request<SystemConfig> getSystemConfig();

} // namespace falconer
