// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/comparison.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QSet>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// Ids of the server's own choosing, what holds them, times, and texts for people.
bool isVolatile(const QString &name)
{
    static const QSet<QString> names{ u"id"_s, u"createdAt"_s, u"lastModifiedAt"_s,
        u"lastModifiedBy"_s, u"reportedAt"_s, u"timestamp"_s, u"lastControllerRequestAt"_s,
        u"lastRequestAt"_s, u"nextExpectedRequestAt"_s, u"installedAt"_s, u"activatedAt"_s,
        u"nextStartAt"_s, u"securityToken"_s, u"href"_s, u"distributionSetId"_s,
        u"autoAssignDistributionSet"_s, u"targetType"_s, u"rollout"_s, u"stopId"_s, u"message"_s,
        u"entityId"_s, u"exceptionClass"_s };
    return names.contains(name);
}

QString typeName(const QJsonValue &value)
{
    static const char *names[] = { "null", "boolean", "number", "text", "list", "object" };
    return QLatin1StringView(names[value.type()]);
}

// Every path with its type; the elements of a list share one path.
void collectShape(const QJsonValue &value, const QString &path, QMap<QString, QString> &shape)
{
    shape.insert(path, typeName(value));
    if (value.isArray()) {
        const QJsonArray elements = value.toArray();
        for (const QJsonValue &element : elements)
            collectShape(element, path + "/*"_L1, shape);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collectShape(it.value(), path + u'/' + it.key(), shape);
}

void collectValues(const QJsonValue &value, const QString &path, QMap<QString, QStringList> &values)
{
    if (value.isArray()) {
        const QJsonArray elements = value.toArray();
        for (const QJsonValue &element : elements)
            collectValues(element, path + "/*"_L1, values);
        return;
    }
    if (!value.isObject()) {
        values[path] << value.toVariant().toString();
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isVolatile(it.key()))
            collectValues(it.value(), path + u'/' + it.key(), values);
    }
}

QJsonValue readJson(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QString shapeDifference(const QJsonValue &recorded, const QJsonValue &given)
{
    QMap<QString, QString> was;
    QMap<QString, QString> is;
    collectShape(recorded, {}, was);
    collectShape(given, {}, is);
    QStringList words;
    for (auto it = was.begin(); it != was.end(); ++it) {
        if (is.value(it.key()) != it.value())
            words << it.key() + " is "_L1 + is.value(it.key(), u"missing"_s) + ", not "_L1
                    + it.value();
    }
    for (auto it = is.begin(); it != is.end(); ++it) {
        if (!was.contains(it.key()))
            words << it.key() + " is too many"_L1;
    }
    return words.mid(0, 4).join("; "_L1);
}

QString valueDifference(const QJsonValue &recorded, const QJsonValue &given)
{
    QMap<QString, QStringList> was;
    QMap<QString, QStringList> is;
    collectValues(recorded, {}, was);
    collectValues(given, {}, is);
    for (auto it = was.begin(); it != was.end(); ++it) {
        QStringList given_ = is.value(it.key());
        std::sort(it->begin(), it->end());
        std::sort(given_.begin(), given_.end());
        if (*it != given_)
            return QString(it.key() + " is "_L1 + given_.join(u'|').left(120) + ", not "_L1
                + it->join(u'|').left(120));
    }
    return {};
}

bool isSummary(const QJsonValue &body)
{
    return body.isObject() && body.toObject().keys() == QStringList{ u"bytes"_s, u"sha256"_s };
}

QString binaryDifference(const QJsonValue &recorded, const SimResponse &answer)
{
    if (!answer.contentType.startsWith("application/octet-stream"))
        return {};
    const QByteArray hash = QCryptographicHash::hash(answer.body, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex()) == recorded["sha256"_L1].toString()
        ? QString()
        : u"the bytes differ"_s;
}

bool isStatusRight(int recorded, int given)
{
    return given == recorded || (recorded == 500 && (given == 400 || given == 404));
}

} // namespace

QString difference(const RecordedStep &step, const SimResponse &answer, bool isArbitrary)
{
    if (!isStatusRight(step.status(), answer.status))
        return QString(u"status "_s + QString::number(answer.status) + ", not "_L1
            + QString::number(step.status()));
    if (isArbitrary || step.isShortened() || step.status() != answer.status)
        return {};
    const QJsonValue recorded = step.body();
    if (recorded.isNull())
        return answer.body.isEmpty() ? QString() : u"has a body"_s;
    if (isSummary(recorded))
        return binaryDifference(recorded, answer);
    if (recorded.isObject() && recorded.toObject().keys() == QStringList{ u"text"_s })
        return answer.body.isEmpty() ? u"has no body"_s : QString();
    const QJsonValue given = readJson(answer.body);
    const QString shape = shapeDifference(recorded, given);
    return shape.isEmpty() ? valueDifference(recorded, given) : shape;
}

} // namespace falconer
