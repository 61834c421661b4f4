// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/causereader.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// The lines above the last ERROR are often the script's own words: kept behind it.
constexpr qsizetype mostCauseLines = 4;

// A log begins with what happened before this installation.
qsizetype firstLineOfInstallation(const HistoryEntry &entry)
{
    const auto &lines = entry.messages;
    const auto begin = std::find_if(lines.rbegin(), lines.rend(),
        [](const Message &line) { return line.text.startsWith("Software Update started"_L1); });
    return begin == lines.rend() ? 0 : std::distance(begin, lines.rend()) - 1;
}

// What swupdate says of any script that failed; why is what the script itself said just before.
bool isSummaryOfScript(const QString &errorLine)
{
    return errorLine == "execute postinstall scripts failed"_L1
        || errorLine == "execute preinstall scripts failed"_L1;
}

bool isOfScript(const Message &line)
{
    return line.kind == MessageKind::Log
        && (line.text.startsWith("[run_system_cmd] "_L1)
            || line.text.startsWith("[read_lines_notify] "_L1));
}

} // namespace

void CauseReader::Finding::add(const QString &line, qint64 id, qsizetype most)
{
    if (line.isEmpty())
        return;
    lines.removeOne(line);
    lines.prepend(line);
    if (lines.size() > most)
        lines.removeLast();
    entry = id;
}

void CauseReader::read(const HistoryEntry &entry)
{
    const qsizetype first = firstLineOfInstallation(entry);
    if (first > 0) {
        m_lastError = {};
        m_errorLines = {};
        m_installError = {};
        m_scriptError.clear();
    }
    for (qsizetype i = first; i < entry.messages.size(); ++i)
        readLine(entry.messages[i], entry.id);
    if (!entry.isLogBatch && entry.kind == EntryKind::Report)
        readRemarks(entry);
}

void CauseReader::readLine(const Message &line, qint64 entry)
{
    if (line.kind == MessageKind::LastError)
        m_lastError.add(line.text, entry, 1);
    else if (line.kind == MessageKind::InstallError)
        m_installError.add(line.text, entry, 1);
    if (line.kind == MessageKind::ErrorLine)
        readErrorLine(line.text, entry);
    else if (!isOfScript(line))
        m_scriptError.clear();
}

void CauseReader::readErrorLine(const QString &text, qint64 entry)
{
    m_errorLines.add(text, entry, mostCauseLines);
    if (!isSummaryOfScript(text)) {
        m_scriptError = text;
    } else if (!m_scriptError.isEmpty()) {
        m_errorLines.lines.swapItemsAt(0, 1);
        m_scriptError.clear();
    }
}

// A client without a mark for it: what it says right after its steps failed.
void CauseReader::readRemarks(const HistoryEntry &entry)
{
    for (const Message &message : entry.messages) {
        if (message.kind == MessageKind::StepFailed) {
            m_stepFailed = true;
            m_remark = {};
        } else if (message.kind == MessageKind::Plain && m_stepFailed) {
            m_remark = { { message.text }, entry.id };
        }
    }
}

void CauseReader::startAttempt()
{
    *this = {};
}

Cause CauseReader::cause() const
{
    const std::pair<const Finding *, CauseSource> order[]{
        { &m_lastError, CauseSource::LastError },
        { &m_errorLines, CauseSource::ErrorLine },
        { &m_installError, CauseSource::InstallationError },
        { &m_remark, CauseSource::Remark },
    };
    for (const auto &[found, source] : order) {
        if (!found->lines.isEmpty())
            return { source, found->lines.join(u'\n'), found->entry };
    }
    return {};
}

} // namespace falconer
