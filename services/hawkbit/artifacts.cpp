// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/artifacts.h"

#include "services/hawkbit/changes.h"
#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QByteArray artifactPath(qint64 softwareModuleId, qint64 id)
{
    return artifactsPath(softwareModuleId) + '/' + QByteArray::number(id);
}

} // namespace

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
        .createdAt = json.time("createdAt"_L1),
    };
}

Request<QList<Artifact>> listArtifacts(qint64 softwareModuleId)
{
    return { { .path = artifactsPath(softwareModuleId) },
        readJson(readList<Artifact, readArtifact>) };
}

Request<Artifact> getArtifact(qint64 softwareModuleId, qint64 id)
{
    return { { .path = artifactPath(softwareModuleId, id) }, readJson(readArtifact) };
}

Request<Nothing> deleteArtifact(qint64 softwareModuleId, qint64 id)
{
    return { change(Verb::Delete, artifactPath(softwareModuleId, id)), ignoreBody() };
}

QByteArray artifactsPath(qint64 softwareModuleId)
{
    return managementPath(
        { u"softwaremodules"_s, QString::number(softwareModuleId), u"artifacts"_s });
}

QByteArray artifactDownloadPath(qint64 softwareModuleId, qint64 id)
{
    return artifactPath(softwareModuleId, id) + "/download";
}

} // namespace falconer
