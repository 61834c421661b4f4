// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/systemconfig.h"

#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

ConfigValue readConfigValue(const JsonReader &json)
{
    return { .value = json.value()["value"_L1], // of any type, left out when there is none
        .global = json.booleanOr("global"_L1, true) };
}

} // namespace

SystemConfig readSystemConfig(const JsonReader &json)
{
    SystemConfig config;
    if (!json.value().isObject())
        json.report(u"the answer is not an object"_s);
    const QStringList keys = json.value().toObject().keys();
    for (const QString &key : keys) {
        const QByteArray latin1 = key.toLatin1();
        config.insert(key, readConfigValue(json.member(QLatin1StringView(latin1))));
    }
    return config;
}

Request<SystemConfig> getSystemConfig()
{
    return { { .path = managementPath({ u"system"_s, u"configs"_s }) },
        readJson(readSystemConfig) };
}

} // namespace falconer
