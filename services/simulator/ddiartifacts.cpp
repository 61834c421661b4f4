// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/path.h"
#include "services/simulator/actionhistory.h"
#include "services/simulator/answers.h"
#include "services/simulator/ddirules.h"
#include "services/simulator/download.h"

#include <QJsonArray>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// As Java's URLEncoder writes it: a blank is a plus.
QString encodedFile(const QString &filename)
{
    return QString::fromLatin1(encodeSegment(filename).replace("%20", "+"));
}

bool holds(const Fleet &fleet, qint64 setId, qint64 moduleId)
{
    const SimSet *const set = fleet.sets.find(setId);
    return set && set->modules.contains(moduleId);
}

// The module of ids[2]; what its absence, or its being none of the target's, answers.
struct DeviceModule {
    const SimModule *module = nullptr;
    SimResponse refused;
};

DeviceModule findModule(const SimContext &context)
{
    const Fleet &fleet = context.fleet;
    const auto target = fleet.targets.find(context.ids.at(1));
    if (!target)
        return { .refused = notFound(u"Target"_s, context.ids.at(1)) };
    const SimModule *const module = fleet.modules.find(context.number(2));
    if (!module)
        return { .refused = notFound(u"SoftwareModule"_s, context.number(2)) };
    const bool own = holds(fleet, target->assignedSet, module->id)
        || holds(fleet, target->installedSet, module->id);
    if (!own && !context.isOldWire())
        return { .refused = refusal(404, u"repo.entityNotFound"_s,
                     u"No assignment found for the software module"_s) };
    return { .module = module };
}

const SimArtifact *findArtifact(const SimModule &module, const QString &filename)
{
    const auto found = std::find_if(module.artifacts.begin(), module.artifacts.end(),
        [&](const SimArtifact &artifact) { return artifact.filename == filename; });
    return found == module.artifacts.end() ? nullptr : &*found;
}

void recordDownload(SimContext &context, qint64 moduleId)
{
    const QList<SimAction *> open = openActions(context.fleet, context.ids.at(1));
    const auto action = std::find_if(open.begin(), open.end(),
        [&](const SimAction *a) { return holds(context.fleet, a->setId, moduleId); });
    if (action == open.end() || !context.request.header("Range").isEmpty()
        || !hasRoomForStatus(context.fleet, **action))
        return;
    addStatus(context.fleet, **action,
        { .type = u"download"_s,
            .messages = { "Update Server: Target downloads "_L1
                + QString::fromUtf8(context.request.path()) } });
}

} // namespace

QJsonObject deviceArtifactJson(
    const SimContext &context, const SimModule &module, const SimArtifact &artifact)
{
    const QString link = deviceLink(context,
        u"softwaremodules/%1/artifacts/"_s.arg(module.id) + encodedFile(artifact.filename));
    QJsonObject json{ { "filename"_L1, artifact.filename },
        { "hashes"_L1,
            QJsonObject{ { "sha1"_L1, QString::fromLatin1(artifact.sha1) },
                { "md5"_L1, QString::fromLatin1(artifact.md5) },
                { "sha256"_L1, QString::fromLatin1(artifact.sha256) } } },
        { "size"_L1, artifact.size } };
    writeLink(json, "download-http"_L1, link);
    writeLink(json, "md5sum-http"_L1, link + ".MD5SUM"_L1);
    return json;
}

SimResponse listDeviceArtifacts(SimContext &context)
{
    const DeviceModule found = findModule(context);
    if (!found.module)
        return found.refused;
    QJsonArray artifacts;
    for (const SimArtifact &artifact : found.module->artifacts)
        artifacts << deviceArtifactJson(context, *found.module, artifact);
    return answer(200, artifacts);
}

SimResponse downloadDeviceArtifact(SimContext &context)
{
    const DeviceModule found = findModule(context);
    if (!found.module)
        return found.refused;
    QString filename = context.ids.at(3);
    const SimArtifact *artifact = findArtifact(*found.module, filename);
    if (!artifact)
        artifact = findArtifact(*found.module, QString(filename).replace(u'+', u' '));
    const auto suffix = ".MD5SUM"_L1;
    if (!artifact && filename.endsWith(suffix)) {
        filename.chop(suffix.size());
        artifact = findArtifact(*found.module, filename);
        if (!artifact)
            return noContent(404);
        recordDownload(context, found.module->id);
        return { .headers
            = { { "Content-Disposition", "attachment;filename=" + (filename + suffix).toUtf8() } },
            .contentType = "text/plain;charset=UTF-8",
            .body = artifact->md5 + "  " + filename.toUtf8() };
    }
    if (!artifact)
        return noContent(404);
    recordDownload(context, found.module->id);
    return artifactDownload(context, *artifact);
}

} // namespace falconer
