// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/rsql.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

bool isReserved(QChar c)
{
    static constexpr QStringView reserved = u"\"'();,=!~<>\\";
    return c.isSpace() || reserved.contains(c);
}

// The text with everything inside quotes, and the quotes, replaced by blanks: same positions.
QString withoutQuoted(const QString &text)
{
    QString result = text;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isEnd = !quote.isNull() && c == quote;
        if (quote.isNull() && (c == u'"' || c == u'\''))
            quote = c;
        if (quote.isNull())
            continue;
        result[i] = u' ';
        if (c == u'\\' && i + 1 < text.size())
            result[++i] = u' ';
        else if (isEnd)
            quote = QChar();
    }
    return result;
}

// Words, and phrases in double quotes without them.
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(u"\"([^\"]*)(?:\"|$)|([^\\s\"]+)"_s);
    QStringList words;
    auto it = word.globalMatch(text);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        const QString found
            = match.capturedStart(1) >= 0 ? match.captured(1).trimmed() : match.captured(2);
        if (!found.isEmpty())
            words << found;
    }
    return words;
}

QString wordToRsql(const QString &word, const QStringList &fields)
{
    const QString value = rsqlValue(word.contains(u'*') ? word : QString(u'*' + word + u'*'));
    QStringList parts;
    for (const QString &field : fields)
        parts << field + "=="_L1 + value;
    return parts.size() == 1 ? parts.first() : QString(u'(' + parts.join(u',') + u')');
}

} // namespace

QString rsqlValue(const QString &value)
{
    if (!value.isEmpty() && std::none_of(value.begin(), value.end(), isReserved))
        return value;
    QString escaped = value;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return u'"' + escaped + u'"';
}

QStringList rsqlIn(const QString &field, const QStringList &values, qsizetype maxEncodedSize)
{
    const auto encodedSize
        = [](const QString &text) { return QUrl::toPercentEncoding(text).size(); };
    const QString start = field + "=in=("_L1;
    const qsizetype emptySize = encodedSize(start + u')');
    QStringList parts;
    QStringList chunk;
    qsizetype size = emptySize;
    for (const QString &value : values) {
        const QString text = rsqlValue(value);
        const qsizetype more = encodedSize(u',' + text);
        if (!chunk.isEmpty() && size + more > maxEncodedSize) {
            parts << start + chunk.join(u',') + u')';
            chunk.clear();
            size = emptySize;
        }
        chunk << text;
        size += more;
    }
    if (!chunk.isEmpty())
        parts << start + chunk.join(u',') + u')';
    return parts;
}

QString rsqlSame(const QString &field, const QString &value)
{
    return value.contains(u'*') ? rsqlIn(field, { value }).constFirst()
                                : field + u"=="_s + rsqlValue(value);
}

QString rsqlAnd(const QStringList &parts)
{
    QStringList some;
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            some << part.trimmed();
    }
    if (some.size() == 1)
        return some.first();
    for (QString &part : some)
        part = u'(' + part + u')';
    return some.join(u';');
}

bool isRsql(const QString &text)
{
    static const QRegularExpression comparison(
        u"[^\\s\"'();,=!~<>]\\s*(?:==|!=|=[A-Za-z]+=|[<>])"_s);
    return comparison.match(withoutQuoted(text)).hasMatch();
}

QString plainWordsToRsql(const QString &text, const QStringList &fields)
{
    if (isRsql(text)) {
        static const QRegularExpression lessThan(u"<(?=[A-Za-z])"_s);
        QString result = text.trimmed();
        const QString bare = withoutQuoted(result);
        for (qsizetype at = bare.size() - 1; at >= 0; --at) {
            if (lessThan
                    .match(bare, at, QRegularExpression::NormalMatch,
                        QRegularExpression::AnchorAtOffsetMatchOption)
                    .hasMatch())
                result.replace(at, 1, "=lt="_L1);
        }
        return result;
    }
    QStringList parts;
    const QStringList words = wordsOf(text);
    for (const QString &word : words)
        parts << wordToRsql(word, fields);
    return parts.join(u';');
}

} // namespace falconer
