// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/messagepatterns.h"

#include <QList>
#include <QString>

#include <optional>

namespace falconer {

// A line of the table of patterns: people's own, or a built-in one, which stays as it is.
struct PatternLine {
    QString key; // stays with an own one while it is edited and moved
    MessagePattern pattern;
    bool isOwn = true;
    QString client;  // of a built-in one: whose words they are, "*" of all
    QString example; // of a built-in one
    std::optional<PatternProblem> problem;
    std::optional<int> matches; // in the action in view; nothing: there is none, or built in
    bool isSlow = false;        // it was cut off there

    bool operator==(const PatternLine &) const = default;
};

// The own patterns while they are edited, each checked as it changes; the built-in ones below them.
// Rows are those of lines().
class PatternDraft final {
public:
    PatternDraft();

    void setPatterns(const QList<MessagePattern> &patterns); // own ones, all anew
    QList<MessagePattern> patterns() const;
    const QList<PatternLine> &lines() const { return m_lines; }
    int ownCount() const { return m_ownCount; }
    bool isOwn(int row) const { return row >= 0 && row < m_ownCount; }
    int problems() const; // of own ones

    // Before this row, if it is an own one, else behind the last own one. Returns its row.
    int insert(int row, const MessagePattern &pattern);
    void setPattern(int row, const MessagePattern &pattern);
    void remove(int row);
    bool canMove(int row, int by) const;
    void move(int row, int by);

    // What the preview found, by own row; empty: there is nothing to look at.
    void setMatches(const QList<int> &matches, const QList<int> &slow);

private:
    PatternLine newLine(const MessagePattern &pattern);

    QList<PatternLine> m_lines;
    int m_ownCount = 0;
    int m_lastKey = 0;
};

} // namespace falconer
