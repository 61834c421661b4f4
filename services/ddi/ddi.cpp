// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/ddi.h"

#include "services/http/path.h"

#include <QJsonDocument>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QByteArray devicePath(const DdiDevice &device, std::initializer_list<QString> segments = {})
{
    QByteArray path = '/' + encodeSegment(device.tenant) + "/controller/v1/"
        + encodeSegment(device.controllerId);
    for (const QString &segment : segments)
        path += '/' + encodeSegment(segment);
    return path;
}

template <typename T>
Request<T> get(const QByteArray &path, const Query &query, T (*read)(const JsonReader &))
{
    Request<T> request;
    request.path = path;
    request.query = query;
    request.decode = readJson<T>(read);
    return request;
}

Request<Nothing> write(Verb verb, const QByteArray &path, const QJsonObject &body)
{
    Request<Nothing> request;
    request.verb = verb;
    request.path = path;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.patience = Patience::Write;
    request.decode = ignoreBody();
    return request;
}

QJsonObject toJson(const DdiReport &report)
{
    QJsonObject status{ { "execution"_L1, report.execution },
        { "result"_L1, QJsonObject{ { "finished"_L1, report.finished } } } };
    if (report.code)
        status.insert("code"_L1, *report.code);
    if (!report.details.isEmpty())
        status.insert("details"_L1, QJsonArray::fromStringList(report.details));
    return { { "status"_L1, status } };
}

} // namespace

Request<DdiBase> pollDdi(const DdiDevice &device)
{
    return get<DdiBase>(devicePath(device), {}, readDdiBase);
}

Request<Nothing> putDdiAttributes(
    const DdiDevice &device, const QMap<QString, QString> &attributes, const QString &mode)
{
    QJsonObject data;
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        data.insert(it.key(), it.value());
    return write(Verb::Put, devicePath(device, { u"configData"_s }),
        { { "mode"_L1, mode }, { "data"_L1, data } });
}

Request<DdiDeployment> getDdiDeployment(const DdiLink &link)
{
    return get<DdiDeployment>(link.path, link.query, readDdiDeployment);
}

Request<Nothing> postDdiFeedback(
    const DdiDevice &device, const QString &actionId, const DdiReport &report)
{
    return write(Verb::Post, devicePath(device, { u"deploymentBase"_s, actionId, u"feedback"_s }),
        toJson(report));
}

Request<QByteArray> downloadDdiArtifact(const DdiArtifact &artifact)
{
    Request<QByteArray> request;
    request.path = artifact.download.path;
    request.query = artifact.download.query;
    request.patience = Patience::Transfer;
    request.decode = [](const Response &response) -> Result<QByteArray> { return response.body; };
    return request;
}

Request<QString> getDdiCancel(const DdiLink &link)
{
    return get<QString>(link.path, link.query, readDdiCancel);
}

Request<Nothing> postDdiCancelFeedback(
    const DdiDevice &device, const QString &actionId, const DdiReport &report)
{
    return write(Verb::Post, devicePath(device, { u"cancelAction"_s, actionId, u"feedback"_s }),
        toJson(report));
}

Request<Nothing> postDdiConfirmation(
    const DdiDevice &device, const QString &actionId, bool confirmed, const QStringList &details)
{
    QJsonObject body{ { "confirmation"_L1, confirmed ? u"confirmed"_s : u"denied"_s } };
    if (!details.isEmpty())
        body.insert("details"_L1, QJsonArray::fromStringList(details));
    return write(
        Verb::Post, devicePath(device, { u"confirmationBase"_s, actionId, u"feedback"_s }), body);
}

} // namespace falconer
