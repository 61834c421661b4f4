// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadschema.h"

#include "services/time/utc.h"
#include "services/uploads/uploadrules.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// In the order of the enumerations.
const QStringList &stateWords()
{
    static const QStringList words{ u"waiting"_s, u"notConnected"_s, u"checking"_s, u"sending"_s,
        u"verifying"_s, u"retrying"_s, u"paused"_s, u"asking"_s, u"failed"_s, u"done"_s };
    return words;
}

const QStringList &problemWords()
{
    static const QStringList words{ u"none"_s, u"interrupted"_s, u"otherServer"_s, u"profileGone"_s,
        u"fileGone"_s, u"fileChanged"_s, u"fileEmpty"_s, u"nameTaken"_s, u"nameRefused"_s,
        u"moduleLocked"_s, u"moduleGone"_s, u"notAllowed"_s, u"tooLarge"_s, u"quota"_s,
        u"serverFull"_s, u"damaged"_s, u"certificate"_s, u"refused"_s };
    return words;
}

QVariant pack(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime unpackTime(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), inUtc);
}

// Without the certificate: it is asked anew.
QVariant pack(const std::optional<Error> &error)
{
    if (!error)
        return {};
    const QJsonObject json{ { u"kind"_s, int(error->kind) }, { u"status"_s, error->httpStatus },
        { u"code"_s, error->code }, { u"message"_s, error->message }, { u"where"_s, error->where },
        { u"fault"_s, int(error->fault) } };
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<Error> unpackError(const QVariant &value)
{
    if (value.isNull())
        return {};
    const QJsonObject json = QJsonDocument::fromJson(value.toString().toUtf8()).object();
    return Error{ .kind = ErrorKind(json["kind"_L1].toInt()),
        .httpStatus = json["status"_L1].toInt(),
        .code = json["code"_L1].toString(),
        .message = json["message"_L1].toString(),
        .where = json["where"_L1].toString(),
        .fault = NetworkFault(json["fault"_L1].toInt()) };
}

} // namespace

// AUTOINCREMENT: an id is never given twice, although its upload is gone.
QStringList UploadSchema::creation()
{
    return { u"CREATE TABLE uploads (id INTEGER PRIMARY KEY AUTOINCREMENT,"
             " position INTEGER NOT NULL, profileId TEXT NOT NULL, moduleId INTEGER NOT NULL,"
             " moduleTitle TEXT NOT NULL, path TEXT NOT NULL, filename TEXT NOT NULL,"
             " size INTEGER NOT NULL, modifiedAt INTEGER, state TEXT NOT NULL,"
             " problem TEXT NOT NULL, replacesId INTEGER NOT NULL, wasThere INTEGER NOT NULL,"
             " tries INTEGER NOT NULL, limitBytes INTEGER NOT NULL, sha256 TEXT NOT NULL,"
             " artifactId INTEGER NOT NULL, error TEXT, queuedAt INTEGER, endedAt INTEGER,"
             " server TEXT NOT NULL, unansweredSince INTEGER)"_s };
}

// From 1: which artifact a person agreed to replace was not kept, so it is asked again.
QStringList UploadSchema::migration(int from)
{
    QStringList steps;
    if (from < firstVersion + 1)
        steps << u"ALTER TABLE uploads RENAME COLUMN replaces TO replacesId"_s
              << u"UPDATE uploads SET replacesId = 0"_s
              << u"ALTER TABLE uploads ADD COLUMN server TEXT NOT NULL DEFAULT ''"_s;
    if (from < firstVersion + 2)
        steps << u"ALTER TABLE uploads ADD COLUMN unansweredSince INTEGER"_s;
    return steps << u"PRAGMA user_version = %1"_s.arg(version);
}

QString UploadSchema::insertion()
{
    return u"INSERT OR REPLACE INTO uploads VALUES"
           " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;
}

QVariantList UploadSchema::values(const Upload &upload, qint64 position)
{
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    return { upload.id, position, text(upload.profileId), upload.softwareModuleId,
        text(upload.moduleTitle), text(upload.path), text(upload.filename), upload.size,
        pack(upload.modifiedAt), stateWords().at(int(storedState(upload.state))),
        problemWords().at(int(upload.problem)), upload.replacesId, upload.wasThere, upload.tries,
        upload.limitBytes, text(upload.sha256), upload.artifactId, pack(upload.error),
        pack(upload.queuedAt), pack(upload.endedAt), text(upload.server),
        pack(upload.unansweredSince) };
}

QString UploadSchema::selection()
{
    return u"SELECT id, profileId, moduleId, moduleTitle, path, filename, size, modifiedAt, state,"
           " problem, replacesId, wasThere, tries, limitBytes, sha256, artifactId, error, queuedAt,"
           " endedAt, server, unansweredSince FROM uploads ORDER BY position, id"_s;
}

Upload UploadSchema::read(const QSqlQuery &row)
{
    const qsizetype state = stateWords().indexOf(row.value(8).toString());
    const qsizetype problem = problemWords().indexOf(row.value(9).toString());
    return { .id = row.value(0).toLongLong(),
        .profileId = row.value(1).toString(),
        .server = row.value(19).toString(),
        .softwareModuleId = row.value(2).toLongLong(),
        .moduleTitle = row.value(3).toString(),
        .path = row.value(4).toString(),
        .filename = row.value(5).toString(),
        .size = row.value(6).toLongLong(),
        .modifiedAt = unpackTime(row.value(7)),
        .state = state < 0 ? UploadState::Sending : UploadState(state), // then it asks
        .problem = UploadProblem(std::max<qsizetype>(problem, 0)),
        .replacesId = row.value(10).toLongLong(),
        .wasThere = row.value(11).toBool(),
        .unansweredSince = unpackTime(row.value(20)),
        .tries = row.value(12).toInt(),
        .limitBytes = row.value(13).toLongLong(),
        .sha256 = row.value(14).toString(),
        .artifactId = row.value(15).toLongLong(),
        .error = unpackError(row.value(16)),
        .queuedAt = unpackTime(row.value(17)),
        .endedAt = unpackTime(row.value(18)) };
}

} // namespace falconer
