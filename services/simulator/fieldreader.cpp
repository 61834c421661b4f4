// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/fieldreader.h"

#include "services/simulator/answers.h"

#include <QRegularExpression>

namespace falconer {

using namespace Qt::StringLiterals;

FieldReader::FieldReader(const QJsonValue &object)
    : m_object(object.toObject())
{
    if (!object.isObject())
        refuse(notReadable());
}

void FieldReader::refuse(const SimResponse &response)
{
    if (!m_refused)
        m_refused = response;
}

bool FieldReader::has(QLatin1StringView key) const
{
    return !m_object[key].isNull() && !m_object[key].isUndefined();
}

QString FieldReader::text(QLatin1StringView key, int min, int max)
{
    if (!has(key))
        return {};
    const QJsonValue value = m_object[key];
    if (value.isArray() || value.isObject()) {
        refuse(notReadable());
        return {};
    }
    const QString text
        = (value.isString() ? value.toString() : value.toVariant().toString()).trimmed();
    if (text.size() < min || text.size() > max)
        refuse(constraintViolation(key + " size must be between "_L1 + QString::number(min)
            + " and "_L1 + QString::number(max) + u'.'));
    else if (looksLikeHtml(text))
        refuse(constraintViolation(key + " Invalid characters in string."_L1));
    return text.isNull() ? u""_s : text;
}

QString FieldReader::requiredText(QLatin1StringView key, int min, int max)
{
    if (!has(key))
        refuse(constraintViolation(key + " must not be null."_L1));
    return text(key, min, max);
}

QString FieldReader::name(bool required)
{
    return required ? requiredText("name"_L1, 1, 128) : text("name"_L1, 1, 128);
}

std::optional<qint64> FieldReader::integer(QLatin1StringView key)
{
    if (!has(key))
        return {};
    const QJsonValue value = m_object[key];
    bool ok = value.isDouble();
    const qint64 number = ok ? value.toInteger() : value.toString().toLongLong(&ok);
    if (!ok)
        refuse(notReadable());
    return number;
}

std::optional<bool> FieldReader::boolean(QLatin1StringView key)
{
    if (!has(key))
        return {};
    const QString text = m_object[key].toVariant().toString();
    if (text != "true"_L1 && text != "false"_L1)
        refuse(notReadable());
    return text == "true"_L1;
}

QString FieldReader::word(QLatin1StringView key, const QStringList &allowed)
{
    if (!has(key))
        return {};
    QString text = m_object[key].toString();
    if (!allowed.contains(text))
        refuse(notReadable());
    return text;
}

QList<qint64> FieldReader::ids(QLatin1StringView key)
{
    if (!has(key))
        return {};
    const std::optional<QList<qint64>> list = readIdList(m_object[key]);
    if (!list)
        refuse(notReadable());
    return list.value_or(QList<qint64>());
}

std::optional<QList<qint64>> readIdList(const QJsonValue &array)
{
    if (!array.isArray())
        return {};
    const QJsonArray entries = array.toArray();
    QList<qint64> result;
    for (const QJsonValue &entry : entries) {
        if (!entry["id"_L1].isDouble())
            return {};
        result << entry["id"_L1].toInteger();
    }
    return result;
}

bool looksLikeHtml(const QString &text)
{
    static const QRegularExpression tag(u"<[a-zA-Z/!?]"_s);
    return text.contains(tag);
}

} // namespace falconer
