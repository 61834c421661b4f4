// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patterndraft.h"

#include "services/timeline/builtinpatterns.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

PatternDraft::PatternDraft()
{
    const QList<BuiltInPattern> builtIn = builtInPatterns();
    for (const BuiltInPattern &each : builtIn)
        m_lines << PatternLine{ .key = u"built-in %1"_s.arg(m_lines.size()),
            .pattern = each.pattern,
            .isOwn = false,
            .client = each.client,
            .example = each.example };
}

PatternLine PatternDraft::newLine(const MessagePattern &pattern)
{
    return {
        .key = u"own %1"_s.arg(++m_lastKey), .pattern = pattern, .problem = checkPattern(pattern)
    };
}

void PatternDraft::setPatterns(const QList<MessagePattern> &patterns)
{
    m_lines.remove(0, m_ownCount);
    m_ownCount = 0;
    for (const MessagePattern &pattern : patterns)
        insert(m_ownCount, pattern);
}

QList<MessagePattern> PatternDraft::patterns() const
{
    QList<MessagePattern> patterns;
    for (int row = 0; row < m_ownCount; ++row)
        patterns << m_lines[row].pattern;
    return patterns;
}

int PatternDraft::problems() const
{
    return int(std::count_if(m_lines.begin(), m_lines.begin() + m_ownCount,
        [](const PatternLine &line) { return line.problem.has_value(); }));
}

int PatternDraft::insert(int row, const MessagePattern &pattern)
{
    const int place = isOwn(row) ? row : m_ownCount;
    m_lines.insert(place, newLine(pattern));
    ++m_ownCount;
    return place;
}

void PatternDraft::setPattern(int row, const MessagePattern &pattern)
{
    if (!isOwn(row) || m_lines[row].pattern == pattern)
        return;
    m_lines[row].pattern = pattern;
    m_lines[row].problem = checkPattern(pattern);
    m_lines[row].matches.reset(); // until it is looked for again
    m_lines[row].isSlow = false;
}

void PatternDraft::remove(int row)
{
    if (!isOwn(row))
        return;
    m_lines.removeAt(row);
    --m_ownCount;
}

bool PatternDraft::canMove(int row, int by) const
{
    return isOwn(row) && isOwn(row + by);
}

void PatternDraft::move(int row, int by)
{
    if (canMove(row, by))
        m_lines.move(row, row + by);
}

void PatternDraft::setMatches(const QList<int> &matches, const QList<int> &slow)
{
    for (int row = 0; row < m_ownCount; ++row) {
        PatternLine &line = m_lines[row];
        line.matches = row < matches.size() ? std::optional(matches[row]) : std::nullopt;
        line.isSlow = slow.contains(row);
    }
}

} // namespace falconer
