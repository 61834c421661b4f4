// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/exchange.h"

#include <QJsonObject>

#include <optional>

namespace falconer {

// Reads the members of a request's object as hawkBit does: null counts as absent, numbers and
// booleans become text where text is wanted, unknown members are ignored. Remembers the first
// refusal; the reads after it go on, so that a rule stays one line a field and asks once at the
// end.
class FieldReader final {
public:
    explicit FieldReader(const QJsonValue &object);

    // Null when absent. Refuses lengths outside and HTML (repo.constraintViolation).
    QString text(QLatin1StringView key, int min, int max);
    QString requiredText(QLatin1StringView key, int min, int max);
    QString name(bool required); // 1 to 128
    QString description() { return text(QLatin1StringView("description"), 0, 512); }
    QString colour() { return text(QLatin1StringView("colour"), 0, 16); }
    std::optional<qint64> integer(QLatin1StringView key);
    std::optional<bool> boolean(QLatin1StringView key);
    // One of these words exactly, else rest.body.notReadable; null when absent.
    QString word(QLatin1StringView key, const QStringList &allowed);
    // The ids of an array of {id}.
    QList<qint64> ids(QLatin1StringView key);
    bool has(QLatin1StringView key) const;
    QJsonValue value(QLatin1StringView key) const { return m_object[key]; }

    void refuse(const SimResponse &response);
    const std::optional<SimResponse> &refused() const { return m_refused; }

private:
    QJsonObject m_object;
    std::optional<SimResponse> m_refused;
};

// The ids of an array of {id}; nothing when one has none.
std::optional<QList<qint64>> readIdList(const QJsonValue &array);
// Whether hawkBit takes this for HTML and refuses it.
bool looksLikeHtml(const QString &text);

} // namespace falconer
