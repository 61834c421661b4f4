// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QRegularExpression>
#include <QString>

#include <optional>

namespace falconer {

// What a message that a pattern matches tells.
enum class PatternRole {
    Begin,    // of a step; again, with another number, its progress
    End,      //
    Failed,   // the step ended so
    Progress, // of an open step, without a name of the innermost one
    Mark,     // a moment; never a step, whatever else it looks like
};

// One line of the table with which people teach Falconer the words of their devices.
struct MessagePattern {
    PatternRole role = PatternRole::Mark;
    QString expression; // PCRE, looked for anywhere in the message
    QString name; // of the step, or the text of the mark; \1 to \9 are its captures. Empty: what
                  // was matched, of a progress: the innermost step
    int percentCapture = 0; // which capture is the number; 0: none

    bool operator==(const MessagePattern &) const = default;
};

enum class PatternFault {
    EmptyExpression,
    TooLong,        // more than mostPatternLength
    Syntax,         // detail: the reason in words
    UnknownCapture, // position: of the number in the name, else -1: it is the percentage's
    MatchesAll,     // it matches empty text, hence every message
    TooSlow,        // on a text of 512 characters that it nearly matches
};

struct PatternProblem {
    PatternFault fault = PatternFault::Syntax;
    qsizetype position = -1; // in the expression, of UnknownCapture in the name
    QString detail;

    bool operator==(const PatternProblem &) const = default;
};

constexpr qsizetype mostPatternLength = 1'000;

// What is wrong with a pattern; nothing: it can be used.
std::optional<PatternProblem> checkPattern(const MessagePattern &pattern);

// Compiled with a limit for its backtracking. \p expression is used as it is.
QRegularExpression compilePattern(const QString &expression);

// A table of them, compiled. What is wrong with one of them leaves that one out.
class MessagePatterns final {
public:
    struct Compiled {
        MessagePattern pattern;
        QRegularExpression expression;
    };

    MessagePatterns() = default;
    explicit MessagePatterns(const QList<MessagePattern> &patterns);

    bool isEmpty() const { return m_patterns.isEmpty(); }
    const QList<Compiled> &patterns() const { return m_patterns; }

private:
    QList<Compiled> m_patterns;
};

// What checkPattern() accepts. A bad one keeps its place and is never asked, so that an index means
// the same in both.
MessagePatterns usablePatterns(QList<MessagePattern> patterns);

QJsonArray patternsToJson(const QList<MessagePattern> &patterns);
// Leaves out what it does not understand.
QList<MessagePattern> patternsFromJson(const QJsonArray &json);

} // namespace falconer
