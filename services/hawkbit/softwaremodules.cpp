// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/softwaremodules.h"

#include "services/hawkbit/changes.h"
#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QByteArray modulePath(qint64 id)
{
    return managementPath({ u"softwaremodules"_s, QString::number(id) });
}

QJsonObject toJson(const NewSoftwareModule &module)
{
    QJsonObject json{ { "name"_L1, module.name }, { "version"_L1, module.version },
        { "type"_L1, module.type } };
    insertText(json, "vendor"_L1, module.vendor);
    insertText(json, "description"_L1, module.description);
    if (module.encrypted)
        json["encrypted"_L1] = true;
    return json;
}

} // namespace

SoftwareModule readSoftwareModule(const JsonReader &json)
{
    return {
        .id = json.integer("id"_L1),
        .name = json.text("name"_L1),
        .version = json.text("version"_L1),
        .type = json.text("type"_L1),
        .typeName = json.textOr("typeName"_L1),
        .vendor = json.textOr("vendor"_L1),
        .description = json.textOr("description"_L1),
        .deleted = json.booleanOr("deleted"_L1, false),
        .encrypted = json.booleanOr("encrypted"_L1, false),
        .locked = json.booleanOr("locked"_L1, false),
        .complete = json.optionalBoolean("complete"_L1),
        .createdAt = json.time("createdAt"_L1),
        .lastModifiedAt = json.time("lastModifiedAt"_L1),
    };
}

Request<Page<SoftwareModule>> listSoftwareModules(const ListQuery &query)
{
    return { { .path = managementPath({ u"softwaremodules"_s }), .query = toQuery(query) },
        readJson(readPage<SoftwareModule, readSoftwareModule>) };
}

Request<SoftwareModule> getSoftwareModule(qint64 id)
{
    return { { .path = modulePath(id) }, readJson(readSoftwareModule) };
}

Request<QList<SoftwareModule>> createSoftwareModules(const QList<NewSoftwareModule> &modules)
{
    return { change(Verb::Post, managementPath({ u"softwaremodules"_s }),
                 toJsonArray<NewSoftwareModule>(modules, toJson)),
        readJson(readList<SoftwareModule, readSoftwareModule>) };
}

Request<SoftwareModule> updateSoftwareModule(qint64 id, const SoftwareModuleChange &wanted)
{
    QJsonObject json;
    insertText(json, "vendor"_L1, wanted.vendor);
    insertText(json, "description"_L1, wanted.description);
    insertFlag(json, "locked"_L1, wanted.locked);
    return { change(Verb::Put, modulePath(id), json), readJson(readSoftwareModule) };
}

Request<Nothing> deleteSoftwareModule(qint64 id)
{
    return { change(Verb::Delete, modulePath(id)), ignoreBody() };
}

} // namespace falconer
