// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/answers.h"
#include "services/simulator/download.h"
#include "services/simulator/fieldreader.h"

#include <QCryptographicHash>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QByteArray hexHash(const QByteArray &content, QCryptographicHash::Algorithm algorithm)
{
    return QCryptographicHash::hash(content, algorithm).toHex();
}

QJsonObject artifactJson(const SimContext &context, const SimModule &module,
    const SimArtifact &artifact, bool withDownload)
{
    QJsonObject json;
    writeAudit(json, artifact.audit);
    json[u"id"_s] = artifact.id;
    json[u"hashes"_s] = QJsonObject{ { u"sha1"_s, QString::fromLatin1(artifact.sha1) },
        { u"md5"_s, QString::fromLatin1(artifact.md5) },
        { u"sha256"_s, QString::fromLatin1(artifact.sha256) } };
    json[u"providedFilename"_s] = artifact.filename;
    json[u"size"_s] = artifact.size;
    const QString self = context.link("softwaremodules/"_L1 + QString::number(module.id)
        + "/artifacts/"_L1 + QString::number(artifact.id));
    writeLink(json, "self"_L1, self);
    const bool asksUrls = context.request.query("useartifacturlhandler") == "true"_L1;
    if (withDownload && (!asksUrls || context.isOldWire()))
        writeLink(json, "download"_L1, self + "/download"_L1);
    return json;
}

// What an upload says of itself: a query parameter, else a form field.
QString told(const SimContext &context, const QByteArray &name)
{
    if (context.request.hasQuery(name))
        return context.request.query(name);
    for (const SimPart &part : context.request.parts) {
        if (part.name == name)
            return QString::fromUtf8(part.content);
    }
    return {};
}

const SimPart *filePart(const SimContext &context)
{
    for (const SimPart &part : context.request.parts) {
        if (part.name == "file")
            return &part;
    }
    return nullptr;
}

std::optional<SimResponse> hashRefusal(const SimContext &context, const SimArtifact &artifact)
{
    const QList<std::pair<QByteArray, QByteArray>> hashes{ { "sha1", artifact.sha1 },
        { "md5", artifact.md5 }, { "sha256", artifact.sha256 } };
    for (const auto &[name, hash] : hashes) {
        const QString wanted = told(context, name + "sum");
        if (!wanted.isEmpty() && wanted.toLower().toLatin1() != hash)
            return refusal(400,
                "artifact.uploadFailed.checksum."_L1 + QLatin1StringView(name) + ".match"_L1,
                u"The hash does not match."_s);
    }
    return {};
}

std::optional<SimResponse> quotaRefusal(
    const SimContext &context, const SimModule &module, const SimArtifact &artifact)
{
    const SimQuotas &quotas = context.fleet.quotas();
    if (artifact.size > quotas.multipartSize)
        return refusal(400, u"artifact.uploadFailed"_s, u"The file is too large."_s);
    if (module.artifacts.size() >= quotas.artifactsPerModule)
        return quotaExceeded(context);
    if (artifact.size > quotas.artifactSize)
        return quotaExceeded(context, u"quota.fileSizeExceeded"_s);
    qint64 stored = artifact.size;
    for (const auto &[id, other] : context.fleet.modules.rows()) {
        for (const SimArtifact &one : other.artifacts)
            stored += one.size;
    }
    if (stored > quotas.artifactStorage)
        return quotaExceeded(context, u"quota.storageExceeded"_s);
    return {};
}

SimArtifact readArtifact(const SimContext &context, const SimPart &part)
{
    SimArtifact artifact;
    artifact.filename = told(context, "filename");
    if (artifact.filename.isEmpty())
        artifact.filename = QString::fromUtf8(part.filename);
    artifact.content = part.content;
    artifact.size = part.content.size();
    artifact.md5 = hexHash(part.content, QCryptographicHash::Md5);
    artifact.sha1 = hexHash(part.content, QCryptographicHash::Sha1);
    artifact.sha256 = hexHash(part.content, QCryptographicHash::Sha256);
    artifact.audit = context.fleet.created(context.who());
    return artifact;
}

SimResponse upload(SimContext &context)
{
    const SimPart *part = filePart(context);
    if (!part)
        return springError(400);
    if (part->content.isEmpty())
        return noContent(400);
    SimArtifact artifact = readArtifact(context, *part);
    if (artifact.filename.isEmpty())
        return springError(400);
    SimModule *module = context.fleet.modules.find(context.number(0));
    if (!module)
        return notFound(u"SoftwareModule"_s, context.number(0));
    if (isBroken(*module))
        return springError(500);
    if (looksLikeHtml(artifact.filename) || artifact.filename.size() > 256)
        return constraintViolation(u"filename Invalid characters in string."_s);
    if (module->locked)
        return refusal(423, u"locked"_s, u"The module is locked."_s);
    for (const SimArtifact &other : module->artifacts) {
        if (other.filename == artifact.filename)
            return alreadyExists();
    }
    if (const auto refused = quotaRefusal(context, *module, artifact))
        return *refused;
    if (const auto refused = hashRefusal(context, artifact))
        return *refused;
    artifact.id = context.fleet.nextId();
    module->artifacts << artifact;
    context.fleet.touch(module->audit, context.who());
    return answer(201, artifactJson(context, *module, artifact, true));
}

SimResponse list(SimContext &context)
{
    const SimModule *module = context.fleet.modules.find(context.number(0));
    if (!module)
        return notFound(u"SoftwareModule"_s, context.number(0));
    const bool isFull = context.request.query("representation").toLower() == "full"_L1;
    QJsonArray json;
    for (const SimArtifact &artifact : module->artifacts)
        json << artifactJson(context, *module, artifact, isFull);
    return answer(200, json);
}

// Calls the rule with the module and the place of the artifact in it, or refuses.
SimResponse withArtifact(
    SimContext &context, SimResponse (*rule)(SimContext &, SimModule &, qsizetype))
{
    SimModule *module = context.fleet.modules.find(context.number(0));
    if (!module)
        return notFound(u"SoftwareModule"_s, context.number(0));
    for (qsizetype i = 0; i < module->artifacts.size(); ++i) {
        if (module->artifacts.at(i).id == context.number(1))
            return rule(context, *module, i);
    }
    return notFound(u"Artifact"_s, context.number(1));
}

SimResponse get(SimContext &context)
{
    return withArtifact(context, [](SimContext &asked, SimModule &module, qsizetype place) {
        return answer(200, artifactJson(asked, module, module.artifacts.at(place), true));
    });
}

SimResponse remove(SimContext &context)
{
    return withArtifact(context, [](SimContext &asked, SimModule &module, qsizetype place) {
        if (module.locked)
            return refusal(423, u"locked"_s, u"The module is locked."_s);
        module.artifacts.removeAt(place);
        asked.fleet.touch(module.audit, asked.who());
        return asked.done();
    });
}

SimResponse download(SimContext &context)
{
    return withArtifact(context, [](SimContext &asked, SimModule &module, qsizetype place) {
        return artifactDownload(asked, module.artifacts.at(place));
    });
}

} // namespace

void addArtifactRoutes(Routes &routes)
{
    const QString group = u"SOFTWARE_MODULE"_s;
    const Needs reading{ "READ_"_L1 + group };
    const char *path = "softwaremodules/{n}/artifacts";
    routes.add("POST", path, { "CREATE_"_L1 + group, BodyKind::Multipart }, upload);
    routes.add("GET", path, reading, list);
    routes.add("GET", "softwaremodules/{n}/artifacts/{n2}", reading, get);
    routes.add("DELETE", "softwaremodules/{n}/artifacts/{n2}", { "DELETE_"_L1 + group }, remove);
    routes.add("GET", "softwaremodules/{n}/artifacts/{n2}/download",
        { u"READ_SOFTWARE_MODULE_ARTIFACT"_s }, download);
}

} // namespace falconer
