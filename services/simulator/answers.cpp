// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/answers.h"

#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

SimResponse notFound(const QString &type, const QJsonValue &entityId)
{
    const QString shown
        = entityId.isDouble() ? QString::number(entityId.toInteger()) : entityId.toString();
    return answer(404,
        QJsonObject{ { u"exceptionClass"_s, u"falconer.SimulatedRefusal"_s },
            { u"errorCode"_s, u"hawkbit.server.error.repo.entityNotFound"_s },
            { u"message"_s,
                QString(type + " with given identifier {"_L1 + shown + "} does not exist."_L1) },
            { u"info"_s, QJsonObject{ { u"type"_s, type }, { u"entityId"_s, entityId } } } });
}

SimResponse notFoundIn(const SimContext &context, const QString &type, qint64 id)
{
    return notFound(type, QJsonArray{ context.isOldWire() ? QJsonValue(id) : QString::number(id) });
}

SimResponse notFoundToDelete(const SimContext &context, const QString &type, qint64 id)
{
    if (context.isOldWire())
        return notFound(type, id);
    return notFound(type, QJsonArray{ QString::number(id) });
}

SimResponse notReadable()
{
    return refusal(400, u"rest.body.notReadable"_s, u"The given request body is not well formed"_s);
}

SimResponse alreadyExists()
{
    return refusal(
        409, u"repo.entityAlreadyExists"_s, u"The given entity already exists in database"_s);
}

SimResponse constraintViolation(const QString &message)
{
    return refusal(400, u"repo.constraintViolation"_s, message);
}

SimResponse quotaExceeded(const SimContext &context, const QString &code)
{
    return refusal(context.isOldWire() ? 403 : 429, code, u"The quota is exceeded."_s);
}

void writeAudit(QJsonObject &json, const SimAudit &audit)
{
    json[u"createdBy"_s] = audit.createdBy;
    json[u"createdAt"_s] = audit.createdAt;
    json[u"lastModifiedBy"_s] = audit.lastModifiedBy;
    json[u"lastModifiedAt"_s] = audit.lastModifiedAt;
}

void writeText(QJsonObject &json, QLatin1StringView key, const QString &text)
{
    if (!text.isNull())
        json[key] = text;
}

void writeNamed(QJsonObject &json, const SimNamed &named)
{
    writeAudit(json, named.audit);
    json[u"id"_s] = named.id;
    json[u"name"_s] = named.name;
    writeText(json, "description"_L1, named.description);
}

void writeLink(QJsonObject &json, QLatin1StringView rel, const QString &href, const QString &name)
{
    QJsonObject links = json["_links"_L1].toObject();
    QJsonObject link{ { u"href"_s, href } };
    writeText(link, "name"_L1, name);
    links[rel] = link;
    json[u"_links"_s] = links;
}

QJsonObject page(const QJsonArray &content, qint64 total)
{
    return { { u"content"_s, content }, { u"total"_s, total }, { u"size"_s, content.size() } };
}

QString encoded(const QString &segment)
{
    return QString::fromLatin1(encodeSegment(segment));
}

} // namespace falconer
