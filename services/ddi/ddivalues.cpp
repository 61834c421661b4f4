// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/ddivalues.h"

#include <QTime>
#include <QUrl>
#include <QUrlQuery>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

DdiLink toLink(const QString &href)
{
    const QUrl url(href, QUrl::StrictMode);
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    const qsizetype api = path.indexOf("/controller/v1/");
    const qsizetype tenant = api > 0 ? path.lastIndexOf('/', api - 1) : -1;
    if (tenant < 0)
        return {};
    DdiLink link{ .path = path.mid(tenant) };
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items)
        link.query.append({ key, value });
    return link;
}

DdiLink readLink(const JsonReader &links, QLatin1StringView name)
{
    if (!links.has(name))
        return {};
    const JsonReader link = links.member(name);
    DdiLink result = toLink(link.text("href"_L1));
    if (result.isEmpty())
        link.report(name + ".href is no address of a device"_L1);
    return result;
}

int readSleep(const JsonReader &polling)
{
    const QString text = polling.text("sleep"_L1);
    const QTime time = QTime::fromString(text, u"HH:mm:ss"_s);
    if (!time.isValid())
        polling.report("config.polling.sleep is no time: "_L1 + text);
    return QTime(0, 0).secsTo(time);
}

DdiChunk readChunk(const JsonReader &json)
{
    return {
        .part = json.text("part"_L1),
        .version = json.text("version"_L1),
        .name = json.text("name"_L1),
        .artifacts = json.list<DdiArtifact>("artifacts"_L1, readDdiArtifact),
    };
}

} // namespace

DdiBase readDdiBase(const JsonReader &json)
{
    DdiBase base{ .sleepSeconds = readSleep(json.member("config"_L1).member("polling"_L1)) };
    if (json.has("_links"_L1)) {
        const JsonReader links = json.member("_links"_L1);
        base.deploymentBase = readLink(links, "deploymentBase"_L1);
        base.cancelAction = readLink(links, "cancelAction"_L1);
        base.confirmationBase = readLink(links, "confirmationBase"_L1);
        base.installedBase = readLink(links, "installedBase"_L1);
        base.configData = readLink(links, "configData"_L1);
    }
    return base;
}

DdiArtifact readDdiArtifact(const JsonReader &json)
{
    const JsonReader hashes = json.member("hashes"_L1);
    const JsonReader links = json.member("_links"_L1);
    return {
        .filename = json.text("filename"_L1),
        .size = json.integer("size"_L1),
        .sha1 = hashes.text("sha1"_L1),
        .md5 = hashes.text("md5"_L1),
        .sha256 = hashes.textOr("sha256"_L1),
        .download = readLink(links, links.has("download"_L1) ? "download"_L1 : "download-http"_L1),
    };
}

DdiDeployment readDdiDeployment(const JsonReader &json)
{
    const JsonReader part
        = json.member(json.has("confirmation"_L1) ? "confirmation"_L1 : "deployment"_L1);
    return {
        .id = json.text("id"_L1),
        .download = part.text("download"_L1),
        .update = part.text("update"_L1),
        .maintenanceWindow = part.textOr("maintenanceWindow"_L1),
        .chunks = part.list<DdiChunk>("chunks"_L1, readChunk),
    };
}

QString readDdiCancel(const JsonReader &json)
{
    return json.member("cancelAction"_L1).text("stopId"_L1);
}

} // namespace falconer
