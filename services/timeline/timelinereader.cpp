// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/timelinereader.h"

#include "services/timeline/outcomereader.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// swupdate asks for a file's head and then reads it: two entries, one download.
constexpr qint64 sameDownloadMs = 2'000;

QSet<QString> namesThatEnd(const History &history)
{
    QSet<QString> names;
    for (const HistoryEntry &entry : history.entries) {
        for (const Message &message : entry.messages) {
            if (message.kind == MessageKind::StepDone || message.kind == MessageKind::StepFailed)
                names << message.text;
        }
    }
    return names;
}

} // namespace

TimelineReader::TimelineReader(const Action &action, const History &history)
    : m_action(action)
    , m_history(history)
    , m_namesThatEnd(namesThatEnd(history))
{
    m_timeline.attempts << Attempt{};
}

Timeline TimelineReader::read()
{
    const auto &entries = m_history.entries;
    m_timeline.assignedAt = entries.isEmpty() ? m_action.createdAt : entries.first().at;
    const HistoryEntry *end = findEnd(m_action, m_history);
    for (const HistoryEntry &entry : entries) {
        if (entry.isFromDevice()) {
            if (!m_timeline.firstReport.isValid())
                m_timeline.firstReport = entry.at;
            if (!m_timeline.attempts.last().start.isValid())
                m_timeline.attempts.last().start = entry.at;
            m_timeline.lastReport = entry.at;
        }
        if (&entry == end)
            readEnd(entry);
        else
            readEntry(entry);
    }
    m_timeline.outcome = readOutcome(m_action, m_history, m_attemptEntry);
    m_timeline.phases = m_phases.phases();
    m_timeline.steps = m_steps.steps();
    m_timeline.marks = m_marks.marks();
    if (!m_timeline.isRunning())
        m_timeline.cancelRequested = false;
    addNotes();
    return std::move(m_timeline);
}

void TimelineReader::readEntry(const HistoryEntry &entry)
{
    switch (entry.kind) {
    case EntryKind::Retrieved:
        readRetrieved(entry);
        return;
    case EntryKind::DownloadBegin:
        readDownload(entry);
        return;
    case EntryKind::Downloaded:
        if (!m_ended && !m_steps.hasOpen())
            m_phases.enter(PhaseKind::Downloaded, entry.at, entry.id);
        m_marks.add(MarkKind::Downloaded, entry, entry.words());
        return;
    case EntryKind::Report:
        readReport(entry);
        return;
    case EntryKind::ConfirmationAsked:
        if (!entry.serverText().startsWith("Update Server: "_L1))
            m_marks.add(MarkKind::Assigned, entry, entry.serverText());
        m_phases.enter(PhaseKind::WaitingForConfirmation, entry.at, entry.id);
        break;
    case EntryKind::Assigned:
    case EntryKind::Confirmed:
        m_phases.enter(PhaseKind::WaitingForDevice, entry.at, entry.id);
        break;
    case EntryKind::CancelRequested:
        m_timeline.cancelRequested = true;
        break;
    case EntryKind::CancelRejected:
        m_timeline.cancelRequested = false;
        break;
    default:
        break;
    }
    m_marks.add(markOf(entry.kind), entry, entry.words());
}

void TimelineReader::readRetrieved(const HistoryEntry &entry)
{
    m_steps.contact();
    m_lastContact = entry.at;
    ++m_contacts;
    const PhaseKind phase = m_phases.kind();
    if (!m_ended
        && (phase == PhaseKind::WaitingForDevice || phase == PhaseKind::WaitingForConfirmation))
        m_phases.enter(PhaseKind::Retrieved, entry.at, entry.id);
    m_marks.add(MarkKind::Retrieved, entry, entry.serverText());
}

void TimelineReader::readDownload(const HistoryEntry &entry)
{
    const Message message = entry.messages.value(0);
    const bool isFile = message.text.startsWith("Update Server: Target downloads "_L1);
    const QString file = isFile ? message.text.section(u'/', -1) : QString();
    const bool again = isFile && m_files.contains(file) && m_contacts > 0
        && m_lastDownload.msecsTo(entry.at) > sameDownloadMs;
    const PhaseKind phase = m_phases.kind();
    m_steps.contact();
    // A file that was being read or had been read is read again: the device restarted. While
    // swupdate installs, its own begin of the chunk tells that better.
    const bool readsWhole
        = phase == PhaseKind::Download || m_phases.hasBegun(PhaseKind::Downloaded);
    if (again && readsWhole && !m_ended)
        startAttempt(entry);
    m_lastContact = entry.at;
    if (isFile) {
        m_files << file;
        m_lastDownload = entry.at;
        m_contacts = 0;
    }
    if (!m_ended && phase != PhaseKind::Install && phase != PhaseKind::Installed)
        m_phases.enter(PhaseKind::Download, entry.at, entry.id);
    else if (!m_ended && again && readsWhole)
        m_phases.enter(PhaseKind::Download, entry.at, entry.id);
    if (message.percent && m_phases.kind() == PhaseKind::Download)
        m_phases.setPercent(*message.percent);
    m_marks.add(MarkKind::Download, entry, isFile ? file : entry.words(), message.percent);
}

void TimelineReader::readReport(const HistoryEntry &entry)
{
    if (entry.isLogBatch) {
        m_marks.addLog(entry);
    } else if (entry.messages.isEmpty()) { // the code alone
        m_marks.add(MarkKind::Note, entry, {});
    } else {
        for (const Message &message : entry.messages)
            readMessage(entry, message);
    }
    if (!m_ended)
        m_phases.touch(entry.at, entry.id);
}

bool TimelineReader::isStepBegin(const Message &message) const
{
    return message.kind == MessageKind::StepBegin
        || (message.kind == MessageKind::Plain && m_namesThatEnd.contains(message.text));
}

void TimelineReader::readMessage(const HistoryEntry &entry, const Message &message)
{
    const bool isEnd
        = message.kind == MessageKind::StepDone || message.kind == MessageKind::StepFailed;
    if (!m_ended && (isStepBegin(message) || isEnd)) {
        readStep(entry, message);
        return;
    }
    switch (message.kind) {
    case MessageKind::InstallBegin:
        readInstallBegin(entry);
        return;
    case MessageKind::InstallIdle:
        return;
    case MessageKind::InstallDone:
        completeInstallation(entry);
        return;
    case MessageKind::DownloadDone:
        if (m_phases.kind() == PhaseKind::Download)
            m_phases.enter(PhaseKind::Downloaded, entry.at, entry.id);
        m_marks.add(MarkKind::Downloaded, entry, message.text);
        return;
    case MessageKind::LastError:
    case MessageKind::InstallError:
        m_marks.add(MarkKind::Failure, entry, message.text);
        return;
    case MessageKind::Percent:
        told(message.percent.value_or(0));
        [[fallthrough]];
    default:
        m_marks.add(MarkKind::Note, entry, message.text, message.percent);
    }
}

void TimelineReader::readStep(const HistoryEntry &entry, const Message &message)
{
    const bool begins = isStepBegin(message);
    // "Something failed." is a remark unless something of that name has begun.
    if (!begins && !message.percent && !m_steps.knows(message.text))
        return m_marks.add(MarkKind::Note, entry, message.words);
    if (begins && (m_steps.startsAnew(message) || m_phases.kind() == PhaseKind::Installed))
        startAttempt(entry);
    if (m_phases.kind() != PhaseKind::Installed) // else the end that brought it there, once more
        m_phases.enter(PhaseKind::Install, entry.at, entry.id);
    if (begins)
        m_steps.begin(message, entry.at, entry.id);
    else
        m_steps.end(message, entry.at, entry.id);
    if (message.kind == MessageKind::StepFailed)
        m_timeline.attempts.last().percent.reset();
    else if (message.percent)
        told(*message.percent);
    const bool isInstallation = message.text == "Installing"_L1;
    if (message.kind == MessageKind::StepDone && isInstallation)
        completeInstallation(entry);
}

void TimelineReader::readInstallBegin(const HistoryEntry &entry)
{
    if (m_steps.hasOpen() || m_phases.kind() == PhaseKind::Installed)
        startAttempt(entry);
    m_phases.enter(PhaseKind::Install, entry.at, entry.id);
}

void TimelineReader::completeInstallation(const HistoryEntry &entry)
{
    m_timeline.attempts.last().installationCompleted = true;
    m_phases.enter(PhaseKind::Installed, entry.at, entry.id);
}

void TimelineReader::startAttempt(const HistoryEntry &entry)
{
    // A contact soon after the last report belongs to the old attempt, one shortly before the new
    // begin to the new one.
    QDateTime last = m_phases.lastReport();
    if (m_lastContact > last && last.msecsTo(m_lastContact) < m_lastContact.msecsTo(entry.at))
        last = m_lastContact;
    m_phases.abandon(last);
    m_steps.closeAll(StepOutcome::NoEndReported, last);
    m_steps.startAttempt();
    m_timeline.attempts.last().end = last;
    m_timeline.attempts << Attempt{ .start = entry.at };
    m_attemptEntry = entry.id;
    m_files.clear();
    m_phases.startAttempt();
}

void TimelineReader::readEnd(const HistoryEntry &entry)
{
    m_ended = true;
    const bool failed = entry.kind == EntryKind::Failed;
    const StepOutcome outcome = failed ? StepOutcome::Failed : StepOutcome::NoEndReported;
    if (entry.isFromDevice()) {
        m_steps.closeAll(outcome, entry.at);
        m_phases.touch(entry.at, entry.id);
        m_phases.close(entry.at);
    } else { // a force quit tells nothing of the device
        const QDateTime &last = m_timeline.lastReport;
        m_steps.closeAll(outcome, last);
        m_phases.abandon(last.isValid() ? last : entry.at);
    }
    m_timeline.attempts.last().end = entry.at;
    if (failed)
        m_timeline.attempts.last().percent.reset();
    if (entry.kind == EntryKind::OfflineAssignment)
        m_marks.add(MarkKind::Assigned, entry, entry.serverText());
    m_marks.add(MarkKind::End, entry, entry.words());
}

void TimelineReader::told(double percent)
{
    std::optional<double> &largest = m_timeline.attempts.last().percent;
    largest = std::max(largest.value_or(0), percent);
}

} // namespace falconer
