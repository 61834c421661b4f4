// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/request.h"

#include <QJsonObject>
#include <QMap>

namespace falconer {

// What the scenario must write and Falconer cannot yet.

// The ids or the entities themselves, as the server answers them; an empty body: null.
Request<QJsonValue> createEntities(const QString &collection, const QJsonArray &entities);
// fields: form fields behind the file, such as "sha256sum".
Request<QJsonValue> uploadArtifact(qint64 softwareModuleId, const QString &filename,
    const QByteArray &content, const QMap<QByteArray, QByteArray> &fields = {});
// range: "bytes=0-9", empty: whole. The answer as it came.
Request<Response> download(
    qint64 softwareModuleId, qint64 artifactId, const QByteArray &range = {});
Request<QJsonValue> tagTarget(qint64 tagId, const QString &controllerId);
Request<QJsonValue> addTargetMetadata(
    const QString &controllerId, const QString &key, const QString &value);
Request<QJsonValue> describeTarget(const QString &controllerId, const QString &description);
Request<QJsonValue> writeConfig(const QString &key, const QJsonValue &value);
Request<QJsonValue> resetConfig(const QString &key);
Request<QJsonValue> deleteEntity(const QString &collection, const QString &id);
// An answer of the Management API as it came, for what the decoders make equal on purpose.
Request<QJsonValue> readRaw(std::initializer_list<QString> segments, const Query &query = {});

} // namespace falconer
