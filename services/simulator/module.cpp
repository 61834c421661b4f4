// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/crud.h"
#include "services/simulator/pagedlist.h"

namespace falconer {

using namespace Qt::StringLiterals;

QJsonObject moduleJson(const SimContext &context, const SimModule &module, bool full)
{
    const SimModuleType *type = context.fleet.moduleTypes.find(module.typeId);
    QJsonObject json;
    writeNamed(json, module);
    json[u"version"_s] = module.version;
    json[u"type"_s] = type->key;
    json[u"typeName"_s] = type->name;
    writeText(json, "vendor"_L1, module.vendor);
    json[u"encrypted"_s] = false;
    json[u"locked"_s] = module.locked;
    json[u"deleted"_s] = module.deleted;
    if (!context.isOldWire())
        json[u"complete"_s] = isComplete(context.fleet, module);
    const QString self = context.link("softwaremodules/"_L1 + QString::number(module.id));
    writeLink(json, "self"_L1, self);
    if (!full)
        return json;
    writeLink(json, "artifacts"_L1, self + "/artifacts"_L1);
    writeLink(
        json, "type"_L1, context.link("softwaremoduletypes/"_L1 + QString::number(module.typeId)));
    writeLink(json, "metadata"_L1, self + "/metadata"_L1);
    return json;
}

bool isComplete(const Fleet &fleet, const SimModule &module)
{
    return module.artifacts.size() >= fleet.moduleTypes.find(module.typeId)->minArtifacts;
}

namespace {

SimResponse list(SimContext &context)
{
    return pagedRows<SimModule>(context, listedRows(context.fleet.modules),
        moduleFields(context.fleet),
        [&](const SimModule &module) { return moduleJson(context, module, false); });
}

const SimModuleType *typeByKey(const Fleet &fleet, const QString &key)
{
    for (const auto &[id, type] : fleet.moduleTypes.rows()) {
        if (type.key == key && !type.deleted)
            return &type;
    }
    return nullptr;
}

SimModule read(const Fleet &fleet, FieldReader &reader)
{
    SimModule module;
    const QString key = reader.requiredText("type"_L1, 1, 64);
    const SimModuleType *type = typeByKey(fleet, key);
    if (!key.isNull() && !type)
        reader.refuse(notFound(u"SoftwareModuleType"_s, key));
    module.typeId = type ? type->id : 0;
    module.name = reader.name(true);
    module.version = reader.requiredText("version"_L1, 1, 64);
    module.description = reader.description();
    module.vendor = reader.text("vendor"_L1, 0, 256);
    if (reader.boolean("encrypted"_L1).value_or(false))
        reader.refuse(
            refusal(400, u"artifact.encryptionNotSupported"_s, u"No encryption service."_s));
    return module;
}

SimResponse create(SimContext &context)
{
    return createAll<SimModule>(
        context, context.fleet.modules,
        [&](FieldReader &reader) { return read(context.fleet, reader); },
        [](const SimModule &a, const SimModule &b) {
            return a.typeId == b.typeId && a.name == b.name && a.version == b.version;
        },
        [&](const SimModule &module) { return moduleJson(context, module, false); });
}

SimResponse get(SimContext &context)
{
    const SimModule *module = context.fleet.modules.find(context.number(0));
    return module ? answer(200, moduleJson(context, *module, true))
                  : notFound(u"SoftwareModule"_s, context.number(0));
}

SimResponse put(SimContext &context)
{
    SimModule *module = context.fleet.modules.find(context.number(0));
    if (!module)
        return notFound(u"SoftwareModule"_s, context.number(0));
    FieldReader reader(context.body);
    const QString description = reader.description();
    const QString vendor = reader.text("vendor"_L1, 0, 256);
    const std::optional<bool> locked = reader.boolean("locked"_L1);
    if (reader.refused())
        return *reader.refused();
    update(module->description, description);
    update(module->vendor, vendor);
    module->locked = locked.value_or(module->locked);
    context.fleet.touch(module->audit, context.who());
    return answer(200, moduleJson(context, *module, true));
}

// In a set: the row stays, without its binaries. A locked set keeps its modules.
SimResponse remove(SimContext &context)
{
    SimModule *module = context.fleet.modules.find(context.number(0));
    if (!module)
        return notFound(u"SoftwareModule"_s, context.number(0));
    bool isUsed = false;
    for (const auto &[id, set] : context.fleet.sets.rows()) {
        if (!set.modules.contains(module->id))
            continue;
        if (set.locked && !set.deleted)
            return refusal(423, u"locked"_s, u"The set is locked."_s);
        isUsed = true;
    }
    if (!isUsed) {
        context.fleet.modules.erase(module->id);
        return context.done();
    }
    module->deleted = true;
    for (SimArtifact &artifact : module->artifacts)
        artifact.isBinaryDeleted = true;
    return context.done();
}

} // namespace

void addModuleRoutes(Routes &routes)
{
    const QString group = u"SOFTWARE_MODULE"_s;
    routes.add("GET", "softwaremodules", { "READ_"_L1 + group }, list);
    routes.add("POST", "softwaremodules", { "CREATE_"_L1 + group, BodyKind::Array }, create);
    routes.add("GET", "softwaremodules/{n}", { "READ_"_L1 + group }, get);
    routes.add("PUT", "softwaremodules/{n}", { "UPDATE_"_L1 + group, BodyKind::Object }, put);
    routes.add("DELETE", "softwaremodules/{n}", { "DELETE_"_L1 + group }, remove);
}

} // namespace falconer
