// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/answers.h"
#include "services/simulator/configs.h"
#include "services/simulator/rights.h"

#include <tl/expected.hpp>

#include <QJsonDocument>
#include <QRegularExpression>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

SimResponse unknownKey()
{
    return refusal(400, u"configKeyInvalid"_s, u"There is no such key."_s);
}

SimResponse invalidValue()
{
    return refusal(400, u"configValueInvalid"_s, u"The value does not fit the key."_s);
}

// Lists carry "links" instead of "_links".
QJsonObject configJson(const SimContext &context, const QString &key, bool inList)
{
    QJsonObject json{ { u"value"_s, configValue(context.fleet, key) },
        { u"global"_s, !context.fleet.configs.contains(key) && key != "default.ds.type"_L1 } };
    if (const auto it = context.fleet.configs.constFind(key);
        it != context.fleet.configs.constEnd())
        writeAudit(json, it->audit);
    const QString self = context.link("system/configs/"_L1 + key);
    if (inList)
        json[u"links"_s]
            = QJsonArray{ QJsonObject{ { u"rel"_s, u"self"_s }, { u"href"_s, self } } };
    else
        writeLink(json, "self"_L1, self);
    return json;
}

SimResponse list(SimContext &context)
{
    const bool isAllowed = hasRight(context, u"READ_TENANT_CONFIGURATION"_s);
    const QStringList keys = configDefaults(context.fleet).keys();
    QJsonObject json;
    for (const QString &key : keys) {
        if (isAllowed || key == "default.ds.type"_L1)
            json[key] = configJson(context, key, true);
    }
    return answer(200, json);
}

SimResponse get(SimContext &context)
{
    const QString key = context.ids.first();
    if (!configDefaults(context.fleet).contains(key))
        return unknownKey();
    return answer(200, configJson(context, key, false));
}

bool isPollingTime(const QString &text, bool isOldWire)
{
    static const QRegularExpression plain(u"^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d$"_s);
    static const QRegularExpression rich(
        u"^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(~\\d{1,2}%)?(,.*->.*)?$"_s);
    return text.contains(isOldWire ? plain : rich) && !text.startsWith("00:00:00"_L1);
}

// The value as this key keeps it, or a refusal.
tl::expected<QJsonValue, SimResponse> converted(
    const SimContext &context, const QString &key, const QJsonValue &value)
{
    const QJsonValue &fallback = configDefaults(context.fleet)[key];
    if (key == "default.ds.type"_L1) {
        if (!context.fleet.setTypes.find(value.toInteger()))
            return tl::unexpected(notFound(u"DistributionSetType"_s, value));
        return value;
    }
    QJsonValue wanted = value;
    if (fallback.isBool() && value.isString() && !context.isOldWire())
        wanted = value.toString().toLower() == "true"_L1;
    if (wanted.type() != fallback.type())
        return tl::unexpected(invalidValue());
    if ((key == "pollingTime"_L1 || key == "pollingOverdueTime"_L1)
        && !isPollingTime(wanted.toString(), context.isOldWire()))
        return tl::unexpected(invalidValue());
    return wanted;
}

void store(SimContext &context, const QString &key, const QJsonValue &value)
{
    if (key == "default.ds.type"_L1) {
        context.fleet.defaultSetType = value.toInteger();
        return;
    }
    const QByteArray array = QJsonDocument(QJsonArray{ value }).toJson(QJsonDocument::Compact);
    SimConfigValue &config = context.fleet.configs[key];
    if (config.json.isEmpty())
        config.audit = context.fleet.created(context.who());
    config.json = array.mid(1).chopped(1);
    context.fleet.touch(config.audit, context.who());
}

SimResponse put(SimContext &context)
{
    const QString key = context.ids.first();
    const QJsonValue value = context.body["value"_L1];
    if (value.isUndefined())
        return springError(500);
    if (value.isNull())
        return notReadable();
    if (!configDefaults(context.fleet).contains(key))
        return unknownKey();
    const auto wanted = converted(context, key, value);
    if (!wanted)
        return wanted.error();
    store(context, key, *wanted);
    return context.isOldWire() ? answer(200, configJson(context, key, false)) : noContent();
}

SimResponse putSeveral(SimContext &context)
{
    const QJsonObject values = context.body.toObject();
    QMap<QString, QJsonValue> wanted;
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (!configDefaults(context.fleet).contains(it.key()))
            return unknownKey();
        const auto value = converted(context, it.key(), it.value());
        if (!value)
            return value.error();
        wanted.insert(it.key(), *value);
    }
    QJsonArray written;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        store(context, it.key(), it.value());
        written << configJson(context, it.key(), true);
    }
    return context.isOldWire() ? answer(200, written) : noContent();
}

// Back to the default; of a key that does not exist too.
SimResponse remove(SimContext &context)
{
    const QString key = context.ids.first();
    if (key == "default.ds.type"_L1)
        return context.isOldWire() ? noContent(400)
                                   : notFound(u"Configuration key not found"_s, key);
    context.fleet.configs.remove(key);
    return context.done();
}

} // namespace

void addConfigRoutes(Routes &routes)
{
    const QString writing = u"TENANT_CONFIGURATION"_s;
    routes.add("GET", "system/configs", {}, list);
    routes.add("PUT", "system/configs", { writing, BodyKind::Object }, putSeveral);
    routes.add("GET", "system/configs/{key}", { u"READ_TENANT_CONFIGURATION"_s }, get);
    routes.add("PUT", "system/configs/{key}", { writing, BodyKind::Object }, put);
    routes.add("DELETE", "system/configs/{key}", { writing }, remove);
}

} // namespace falconer
