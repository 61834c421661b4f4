// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/fixturerequests.h"

#include "services/hawkbit/artifacts.h"
#include "services/http/path.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

Result<QJsonValue> decodeIfAny(const Response &response)
{
    if (response.body.isEmpty())
        return QJsonValue();
    return parseJson(response.body);
}

Request<QJsonValue> write(
    Verb verb, const QByteArray &path, const std::optional<QJsonDocument> &body = {})
{
    Request<QJsonValue> request;
    request.verb = verb;
    request.path = path;
    if (body)
        request.body = body->toJson(QJsonDocument::Compact);
    request.patience = Patience::Write;
    request.decode = decodeIfAny;
    return request;
}

} // namespace

Request<QJsonValue> createEntities(const QString &collection, const QJsonArray &entities)
{
    return write(Verb::Post, managementPath({ collection }), QJsonDocument(entities));
}

Request<QJsonValue> uploadArtifact(qint64 softwareModuleId, const QString &filename,
    const QByteArray &content, const QMap<QByteArray, QByteArray> &fields)
{
    const QByteArray boundary = "falconer-contract";
    auto request = write(Verb::Post, artifactsPath(softwareModuleId));
    QByteArray behind;
    for (auto field = fields.begin(); field != fields.end(); ++field)
        behind += "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.key()
            + "\"\r\n\r\n" + field.value();
    request.contentType = "multipart/form-data; boundary=" + boundary;
    request.body = "--" + boundary
        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename.toUtf8()
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + behind + "\r\n--"
        + boundary + "--\r\n";
    return request;
}

Request<Response> download(qint64 softwareModuleId, qint64 artifactId, const QByteArray &range)
{
    Request<Response> request;
    request.path = artifactDownloadPath(softwareModuleId, artifactId);
    request.range = range;
    request.patience = Patience::Transfer;
    request.decode = [](const Response &response) -> Result<Response> { return response; };
    return request;
}

Request<QJsonValue> tagTarget(qint64 tagId, const QString &controllerId)
{
    return write(Verb::Post,
        managementPath({ u"targettags"_s, QString::number(tagId), u"assigned"_s, controllerId }));
}

Request<QJsonValue> addTargetMetadata(
    const QString &controllerId, const QString &key, const QString &value)
{
    return write(Verb::Post, managementPath({ u"targets"_s, controllerId, u"metadata"_s }),
        QJsonDocument(QJsonArray{ QJsonObject{ { u"key"_s, key }, { u"value"_s, value } } }));
}

Request<QJsonValue> describeTarget(const QString &controllerId, const QString &description)
{
    return write(Verb::Put, managementPath({ u"targets"_s, controllerId }),
        QJsonDocument(
            QJsonObject{ { u"controllerId"_s, controllerId }, { u"description"_s, description } }));
}

Request<QJsonValue> writeConfig(const QString &key, const QJsonValue &value)
{
    return write(Verb::Put, managementPath({ u"system"_s, u"configs"_s, key }),
        QJsonDocument(QJsonObject{ { u"value"_s, value } }));
}

Request<QJsonValue> resetConfig(const QString &key)
{
    return write(Verb::Delete, managementPath({ u"system"_s, u"configs"_s, key }));
}

Request<QJsonValue> deleteEntity(const QString &collection, const QString &id)
{
    return write(Verb::Delete, managementPath({ collection, id }));
}

Request<QJsonValue> readRaw(std::initializer_list<QString> segments, const Query &query)
{
    Request<QJsonValue> request;
    request.path = managementPath(segments);
    request.query = query;
    request.decode = decodeIfAny;
    return request;
}

} // namespace falconer
