// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/messagepatterns.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// PCRE counts the calls of its matcher, compiled or not, and gives up: some milliseconds.
constexpr QLatin1StringView matchLimit("(*LIMIT_MATCH=20000)");
constexpr qsizetype probeLength = 512;

// The letters of a pattern, each once.
QString lettersOf(const QString &expression)
{
    QString letters;
    for (const QChar c : expression) {
        if ((c.isLetterOrNumber() || c == u' ') && !letters.contains(c) && letters.size() < 8)
            letters += c;
    }
    return letters;
}

// Texts of the greatest length that go on and on in the way that ambiguous patterns like, end
// otherwise than they hope, and yet hold whatever letter they must find before they try at all.
QStringList probesOf(const QString &expression)
{
    const QString letters = lettersOf(expression);
    const QString end = u'\u2190' + letters;
    QStringList pieces{ u"a"_s, u"0"_s, u" "_s, u"A "_s, u"a1"_s, u"1."_s, u"_"_s, u"-"_s, u"."_s,
        u"/x"_s, u"\u00e9"_s, u"40% Copying "_s };
    for (const QChar letter : letters)
        pieces << QString(letter);
    QStringList texts;
    for (const QString &piece : std::as_const(pieces))
        texts << piece.repeated(probeLength / piece.size()).left(probeLength - end.size()) + end;
    return texts;
}

std::optional<PatternProblem> checkName(const QString &name, int captures)
{
    for (qsizetype i = 0; i + 1 < name.size(); ++i) {
        if (name[i] == u'\\' && name[i + 1].digitValue() > captures)
            return PatternProblem{ PatternFault::UnknownCapture, i, name.mid(i, 2) };
    }
    return std::nullopt;
}

} // namespace

QRegularExpression compilePattern(const QString &expression)
{
    return QRegularExpression(matchLimit + expression);
}

std::optional<PatternProblem> checkPattern(const MessagePattern &pattern)
{
    if (pattern.expression.isEmpty())
        return PatternProblem{ PatternFault::EmptyExpression, 0, {} };
    if (pattern.expression.size() > mostPatternLength)
        return PatternProblem{ PatternFault::TooLong, mostPatternLength, {} };
    const QRegularExpression expression = compilePattern(pattern.expression);
    if (!expression.isValid()) {
        const qsizetype position = expression.patternErrorOffset() - matchLimit.size();
        return PatternProblem{ PatternFault::Syntax,
            std::clamp<qsizetype>(position, 0, pattern.expression.size()),
            expression.errorString() };
    }
    if (auto problem = checkName(pattern.name, expression.captureCount()))
        return problem;
    if (pattern.percentCapture < 0 || pattern.percentCapture > expression.captureCount())
        return PatternProblem{ PatternFault::UnknownCapture, -1,
            QString::number(pattern.percentCapture) };
    if (expression.match(QString()).hasMatch())
        return PatternProblem{ PatternFault::MatchesAll, 0, {} };
    const auto isTooSlow = [&](const QString &probe) { return !expression.match(probe).isValid(); };
    if (std::ranges::any_of(probesOf(pattern.expression), isTooSlow))
        return PatternProblem{ PatternFault::TooSlow, 0, {} };
    return std::nullopt;
}

MessagePatterns usablePatterns(QList<MessagePattern> patterns)
{
    for (MessagePattern &pattern : patterns) {
        if (checkPattern(pattern))
            pattern.expression.clear();
    }
    return MessagePatterns(patterns);
}

} // namespace falconer
