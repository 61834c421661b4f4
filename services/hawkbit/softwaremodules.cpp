// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/softwaremodules.h"

#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

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

Artifact readArtifact(const JsonReader &json)
{
    const JsonReader hashes = json.member("hashes"_L1);
    return {
        .id = json.integer("id"_L1),
        .providedFilename = json.text("providedFilename"_L1),
        .size = json.integer("size"_L1),
        .sha1 = hashes.textOr("sha1"_L1),
        .md5 = hashes.textOr("md5"_L1),
        .sha256 = hashes.textOr("sha256"_L1),
    };
}

Request<Page<SoftwareModule>> listSoftwareModules(const ListQuery &query)
{
    return { { .path = managementPath({ u"softwaremodules"_s }), .query = toQuery(query) },
        readJson(readPage<SoftwareModule, readSoftwareModule>) };
}

Request<QList<Artifact>> listArtifacts(qint64 softwareModuleId)
{
    return { { .path = managementPath(
                   { u"softwaremodules"_s, QString::number(softwareModuleId), u"artifacts"_s }) },
        readJson(readList<Artifact, readArtifact>) };
}

} // namespace falconer
