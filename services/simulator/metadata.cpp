// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/answers.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using Entries = QMap<QString, SimMetadata>;

// Whose metadata a request is about.
struct Owner {
    Entries *entries = nullptr; // null: there is no such entity
    SimAudit *audit = nullptr;
    QString type; // "Target"
    bool isModule = false;
    bool isBroken = false;
};

Owner ownerOf(SimContext &context)
{
    const QByteArray resource = context.request.segments().value(2);
    if (resource == "targets") {
        SimTarget *target = context.fleet.targets.edit(context.ids.first());
        return { target ? &target->metadata : nullptr, target ? &target->audit : nullptr,
            u"Target"_s };
    }
    if (resource == "distributionsets") {
        SimSet *set = context.fleet.sets.find(context.number(0));
        return { set ? &set->metadata : nullptr, set ? &set->audit : nullptr,
            u"DistributionSet"_s };
    }
    SimModule *module = context.fleet.modules.find(context.number(0));
    return { module ? &module->metadata : nullptr, module ? &module->audit : nullptr,
        u"SoftwareModule"_s, true, module && isBroken(*module) };
}

SimResponse unknownOwner(const SimContext &context, const Owner &owner)
{
    return notFound(owner.type,
        owner.type == "Target"_L1 ? QJsonValue(context.ids.first())
                                  : QJsonValue(context.number(0)));
}

// How the real server calls it depends on the call and the wire.
SimResponse unknownKey(const SimContext &context, const Owner &owner)
{
    const QString id = context.ids.first() + u':' + context.ids.at(1);
    const bool isRead = context.request.method == "GET";
    if (owner.type == "Target"_L1)
        return notFound(u"Target metadata"_s, id);
    if (context.isOldWire() && !isRead)
        return notFound(
            owner.isModule ? u"SoftwareModuleMetadata"_s : u"DistributionSet metadata"_s, id);
    if (!isRead)
        return notFound(u"Metadata"_s, QString(owner.type + u':' + id));
    return notFound(owner.isModule ? u"SoftwareModule metadata"_s : u"Target metadata"_s, id);
}

QJsonObject entryJson(const Owner &owner, const QString &key, const SimMetadata &entry)
{
    QJsonObject json{ { u"key"_s, key } };
    if (!entry.isBroken)
        json[u"value"_s] = entry.value;
    if (owner.isModule)
        json[u"targetVisible"_s] = entry.targetVisible;
    return json;
}

SimResponse list(SimContext &context)
{
    const Owner owner = ownerOf(context);
    if (!owner.entries)
        return unknownOwner(context, owner);
    QJsonArray content;
    for (auto it = owner.entries->begin(); it != owner.entries->end(); ++it)
        content << entryJson(owner, it.key(), it.value());
    return answer(200, page(content, content.size()));
}

SimResponse get(SimContext &context)
{
    const Owner owner = ownerOf(context);
    if (!owner.entries)
        return unknownOwner(context, owner);
    const auto it = owner.entries->constFind(context.ids.at(1));
    return it == owner.entries->constEnd() ? unknownKey(context, owner)
                                           : answer(200, entryJson(owner, it.key(), it.value()));
}

// Some lengths are checked by the data base only, whose refusal has no code.
std::optional<SimResponse> lengthRefusal(
    const SimContext &context, const Owner &owner, const QString &key, const QString &value)
{
    if (key.size() <= 128 && value.size() <= 4000)
        return {};
    const bool isChecked = owner.isModule && (context.isOldWire() || value.size() > 4000);
    if (isChecked)
        return constraintViolation(u"The size is wrong."_s);
    return refusal(400, {}, u"The data provided violates integrity rules."_s);
}

// What breaks the real server is refused here too, by its status.
std::optional<SimResponse> entryRefusal(
    const SimContext &context, const Owner &owner, const QJsonValue &entry)
{
    if (!entry.isObject())
        return notReadable();
    const QString key = entry["key"_L1].toString();
    if (key.isEmpty() && owner.isModule && context.isOldWire())
        return constraintViolation(u"key must not be null."_s);
    if (key.isEmpty() || (!entry["value"_L1].isString() && !owner.isModule))
        return springError(500);
    const bool overwrites = owner.type != "Target"_L1 && !context.isOldWire();
    if (owner.entries->contains(key) && !overwrites)
        return alreadyExists();
    return lengthRefusal(context, owner, key, entry["value"_L1].toString());
}

SimResponse create(SimContext &context)
{
    const Owner owner = ownerOf(context);
    if (!owner.entries)
        return unknownOwner(context, owner);
    if (owner.isBroken)
        return springError(500);
    Entries wanted = *owner.entries;
    const QJsonArray entries = context.body.toArray();
    for (const QJsonValue &entry : entries) {
        if (const auto refused = entryRefusal(context, owner, entry))
            return *refused;
        const bool hasValue = entry["value"_L1].isString();
        if (hasValue || context.isOldWire())
            wanted[entry["key"_L1].toString()]
                = { entry["value"_L1].toString(), entry["targetVisible"_L1].toBool(), !hasValue };
    }
    if (wanted.size() > context.fleet.quotas().metadataPerEntity)
        return quotaExceeded(context);
    *owner.entries = wanted;
    context.fleet.touch(*owner.audit, context.who());
    return noContent(201);
}

SimResponse put(SimContext &context)
{
    const Owner owner = ownerOf(context);
    if (!owner.entries)
        return unknownOwner(context, owner);
    const QString key = context.ids.at(1);
    const QJsonValue value = context.body["value"_L1];
    const QJsonValue visible = context.body["targetVisible"_L1];
    if (owner.isModule && !visible.isBool() && !context.isOldWire())
        return springError(500);
    if (!owner.entries->contains(key) && context.isOldWire())
        return unknownKey(context, owner);
    if (owner.isBroken)
        return springError(500);
    if (!value.isString() && !owner.isModule)
        return constraintViolation(u"createMetadata.value must not be null."_s);
    if (const auto refused = lengthRefusal(context, owner, key, value.toString()))
        return *refused;
    if (!owner.entries->contains(key)
        && owner.entries->size() >= context.fleet.quotas().metadataPerEntity)
        return quotaExceeded(context);
    SimMetadata &entry = (*owner.entries)[key];
    entry.value = value.toString(entry.value);
    entry.targetVisible = visible.toBool(entry.targetVisible);
    context.fleet.touch(*owner.audit, context.who());
    return context.done();
}

SimResponse remove(SimContext &context)
{
    const Owner owner = ownerOf(context);
    if (!owner.entries)
        return unknownOwner(context, owner);
    if (owner.isBroken)
        return springError(500);
    if (!owner.entries->remove(context.ids.at(1)))
        return unknownKey(context, owner);
    context.fleet.touch(*owner.audit, context.who());
    return context.done();
}

} // namespace

bool isBroken(const SimModule &module)
{
    return std::any_of(module.metadata.begin(), module.metadata.end(),
        [](const SimMetadata &entry) { return entry.isBroken; });
}

void addMetadataRoutes(Routes &routes)
{
    const QList<std::pair<QByteArray, QString>> owners{ { "targets/{id}", u"TARGET"_s },
        { "distributionsets/{n}", u"DISTRIBUTION_SET"_s },
        { "softwaremodules/{n}", u"SOFTWARE_MODULE"_s } };
    for (const auto &[path, group] : owners) {
        const QString writing = "UPDATE_"_L1 + group;
        routes.add("GET", path + "/metadata", { "READ_"_L1 + group }, list);
        routes.add("POST", path + "/metadata", { writing, BodyKind::Array }, create);
        routes.add("GET", path + "/metadata/{key}", { "READ_"_L1 + group }, get);
        routes.add("PUT", path + "/metadata/{key}", { writing, BodyKind::Object }, put);
        routes.add("DELETE", path + "/metadata/{key}", { writing }, remove);
    }
}

} // namespace falconer
