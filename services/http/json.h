// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace falconer {

// Reads one JSON value and remembers the first thing that is wrong with its path, such as
// "content[0].name is missing". A required member that is missing or of another type, and an
// optional one of another type, are problems; null counts as missing; unknown members are ignored.
// After a problem every read answers an empty value, so that decoders stay one line a field.
class JsonReader final {
public:
    JsonReader(QJsonValue value, QString path, std::optional<Error> *problem);

    // Required members.
    QString text(QLatin1StringView key) const;
    qint64 integer(QLatin1StringView key) const;
    bool boolean(QLatin1StringView key) const;
    JsonReader member(QLatin1StringView key) const;

    // Members that may be missing.
    QString textOr(QLatin1StringView key, const QString &fallback = {}) const;
    qint64 integerOr(QLatin1StringView key, qint64 fallback) const;
    bool booleanOr(QLatin1StringView key, bool fallback) const;
    std::optional<qint64> optionalInteger(QLatin1StringView key) const;
    std::optional<bool> optionalBoolean(QLatin1StringView key) const;
    // Milliseconds since the epoch; the result is in UTC, invalid when missing.
    QDateTime time(QLatin1StringView key) const;
    bool has(QLatin1StringView key) const;

    // The value itself.
    QString asText() const;
    // An object of texts, such as a target's attributes. A value that is no text is kept as its
    // JSON.
    QMap<QString, QString> asTextMap() const;
    QJsonValue value() const { return m_value; }

    template <typename T> QList<T> list(QLatin1StringView key, T (*read)(const JsonReader &)) const
    {
        return member(key).asList<T>(read);
    }
    template <typename T>
    QList<T> listOrEmpty(QLatin1StringView key, T (*read)(const JsonReader &)) const
    {
        return has(key) ? list<T>(key, read) : QList<T>();
    }
    template <typename T> QList<T> asList(T (*read)(const JsonReader &)) const
    {
        QList<T> result;
        const QJsonArray array = asArray();
        result.reserve(array.size());
        for (qsizetype i = 0; i < array.size() && !hasProblem(); ++i)
            result << read(element(array.at(i), i));
        return result;
    }

    void report(const QString &what) const; // a problem that only the decoder sees
    bool hasProblem() const { return m_problem->has_value(); }

private:
    QJsonArray asArray() const;
    JsonReader element(const QJsonValue &value, qsizetype index) const;
    QJsonValue find(QLatin1StringView key, QJsonValue::Type type, bool required) const;

    QJsonValue m_value;
    QString m_path;
    std::optional<Error> *m_problem;
};

// The document in bytes, or an Error of kind Protocol (an empty body, HTML, broken JSON).
Result<QJsonValue> parseJson(const QByteArray &bytes);

template <typename T> Result<T> decodeJson(const QByteArray &bytes, T (*read)(const JsonReader &))
{
    const Result<QJsonValue> document = parseJson(bytes);
    if (!document)
        return tl::unexpected(document.error());
    std::optional<Error> problem;
    T value = read(JsonReader(*document, QString(), &problem));
    if (problem)
        return tl::unexpected(*problem);
    return value;
}

} // namespace falconer
