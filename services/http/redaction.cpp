// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// A shorter secret is hidden only as a word of its own: to hide each of its letters would both
// spoil every text and tell the secret by what is missing.
constexpr qsizetype shortestInsideWords = 4;

QString jsonEscaped(const QString &text)
{
    const QString list
        = QString::fromUtf8(QJsonDocument(QJsonArray{ text }).toJson(QJsonDocument::Compact));
    return list.mid(2, list.size() - 4); // without [" and "]
}

QStringList formsOf(const Credentials &credentials)
{
    const QByteArray secret = credentials.secret.toUtf8();
    const QByteArray pair = credentials.user.toUtf8() + ':' + secret;
    return { credentials.secret, jsonEscaped(credentials.secret),
        QString::fromLatin1(QUrl::toPercentEncoding(credentials.secret)),
        QString::fromLatin1(secret.toBase64()), QString::fromLatin1(pair.toBase64()),
        QString::fromLatin1(secret.toBase64(QByteArray::OmitTrailingEquals)),
        QString::fromLatin1(pair.toBase64(QByteArray::OmitTrailingEquals)) };
}

} // namespace

void Redaction::add(const Credentials &credentials)
{
    if (credentials.secret.isEmpty())
        return;
    m_secrets << formsOf(credentials);
    m_secrets.removeDuplicates();
    std::sort(m_secrets.begin(), m_secrets.end(),
        [](const QString &a, const QString &b) { return a.size() > b.size(); });
}

QString Redaction::apply(QString text) const
{
    static const QString mask = u"***"_s;
    for (const QString &secret : m_secrets) {
        if (secret.size() >= shortestInsideWords) {
            text.replace(secret, mask);
        } else {
            text.replace(QRegularExpression(
                             u"(?<!\\w)"_s + QRegularExpression::escape(secret) + u"(?!\\w)"_s),
                mask);
        }
    }
    return text;
}

Error Redaction::apply(Error error) const
{
    error.message = apply(error.message);
    error.where = apply(error.where);
    error.code = apply(error.code);
    return error;
}

} // namespace falconer
