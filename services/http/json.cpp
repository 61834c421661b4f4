// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/json.h"

#include "services/time/utc.h"

#include <QJsonDocument>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString typeName(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Bool:
        return u"a boolean"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"a text"_s;
    case QJsonValue::Array:
        return u"a list"_s;
    case QJsonValue::Object:
        return u"an object"_s;
    default:
        return u"nothing"_s;
    }
}

} // namespace

JsonReader::JsonReader(QJsonValue value, QString path, std::optional<Error> *problem)
    : m_value(std::move(value))
    , m_path(std::move(path))
    , m_problem(problem)
{
}

void JsonReader::report(const QString &what) const
{
    if (!*m_problem)
        *m_problem = Error{ .kind = ErrorKind::Protocol, .message = what, .where = m_path };
}

QJsonValue JsonReader::find(QLatin1StringView key, QJsonValue::Type type, bool required) const
{
    if (hasProblem())
        return QJsonValue::Undefined;
    if (!m_value.isObject()) {
        report((m_path.isEmpty() ? u"the answer"_s : m_path) + " is not an object"_L1);
        return QJsonValue::Undefined;
    }
    QJsonValue found = m_value[key];
    const QString path = m_path.isEmpty() ? QString(key) : QString(m_path + u'.' + key);
    if (found.isUndefined() || found.isNull()) {
        if (required)
            JsonReader({}, path, m_problem).report(path + " is missing"_L1);
        return QJsonValue::Undefined;
    }
    if (type != QJsonValue::Undefined && found.type() != type) {
        JsonReader({}, path, m_problem)
            .report(path + " is "_L1 + typeName(found.type()) + ", expected "_L1 + typeName(type));
        return QJsonValue::Undefined;
    }
    return found;
}

QString JsonReader::text(QLatin1StringView key) const
{
    return find(key, QJsonValue::String, true).toString();
}

qint64 JsonReader::integer(QLatin1StringView key) const
{
    return find(key, QJsonValue::Double, true).toInteger();
}

bool JsonReader::boolean(QLatin1StringView key) const
{
    return find(key, QJsonValue::Bool, true).toBool();
}

JsonReader JsonReader::member(QLatin1StringView key) const
{
    return { find(key, QJsonValue::Undefined, true),
        m_path.isEmpty() ? QString(key) : QString(m_path + u'.' + key), m_problem };
}

QString JsonReader::textOr(QLatin1StringView key, const QString &fallback) const
{
    return find(key, QJsonValue::String, false).toString(fallback);
}

qint64 JsonReader::integerOr(QLatin1StringView key, qint64 fallback) const
{
    return optionalInteger(key).value_or(fallback);
}

bool JsonReader::booleanOr(QLatin1StringView key, bool fallback) const
{
    return optionalBoolean(key).value_or(fallback);
}

std::optional<qint64> JsonReader::optionalInteger(QLatin1StringView key) const
{
    const QJsonValue found = find(key, QJsonValue::Double, false);
    return found.isUndefined() ? std::nullopt : std::optional(found.toInteger());
}

std::optional<bool> JsonReader::optionalBoolean(QLatin1StringView key) const
{
    const QJsonValue found = find(key, QJsonValue::Bool, false);
    return found.isUndefined() ? std::nullopt : std::optional(found.toBool());
}

QDateTime JsonReader::time(QLatin1StringView key) const
{
    const std::optional<qint64> ms = optionalInteger(key);
    return ms ? QDateTime::fromMSecsSinceEpoch(*ms, inUtc) : QDateTime();
}

bool JsonReader::has(QLatin1StringView key) const
{
    const QJsonValue found = m_value[key];
    return !found.isUndefined() && !found.isNull();
}

QString JsonReader::asText() const
{
    if (!m_value.isString())
        report((m_path.isEmpty() ? u"the answer"_s : m_path) + " is not a text"_L1);
    return m_value.toString();
}

QMap<QString, QString> JsonReader::asTextMap() const
{
    QMap<QString, QString> result;
    if (!m_value.isObject())
        report((m_path.isEmpty() ? u"the answer"_s : m_path) + " is not an object"_L1);
    const QJsonObject object = m_value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(),
            it.value().isString() ? it.value().toString() : it.value().toVariant().toString());
    return result;
}

QJsonArray JsonReader::asArray() const
{
    if (!m_value.isArray())
        report((m_path.isEmpty() ? u"the answer"_s : m_path) + " is not a list"_L1);
    return m_value.toArray();
}

JsonReader JsonReader::element(const QJsonValue &value, qsizetype index) const
{
    return { value, m_path + u'[' + QString::number(index) + u']', m_problem };
}

Result<QJsonValue> parseJson(const QByteArray &bytes)
{
    const auto failure = [](const QString &message) {
        return tl::unexpected(Error{ .kind = ErrorKind::Protocol, .message = message });
    };
    if (bytes.trimmed().isEmpty())
        return failure(u"the answer is empty"_s);
    QJsonParseError status;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &status);
    if (status.error != QJsonParseError::NoError) {
        return failure(bytes.trimmed().startsWith('<')
                ? u"the answer is a web page, not JSON"_s
                : QString(u"the answer is not JSON: "_s + status.errorString()));
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace falconer
