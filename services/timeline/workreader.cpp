// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/workreader.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

WorkReader::WorkReader(Timeline &timeline)
    : m_timeline(timeline)
    , m_phases(timeline.phases)
    , m_steps(timeline.steps)
    , m_marks(timeline.marks)
{
    m_timeline.attempts << Attempt{};
}

void WorkReader::mark(MarkKind kind, const HistoryEntry &entry, const QString &text)
{
    m_marks.add(kind, entry, text);
}

void WorkReader::readWait(const HistoryEntry &entry, PhaseKind kind)
{
    enter(kind, entry);
}

void WorkReader::readRetrieved(const HistoryEntry &entry)
{
    m_steps.contact();
    m_contacts.retrieved(entry.at);
    const PhaseKind phase = m_phases.kind();
    if (phase == PhaseKind::WaitingForDevice || phase == PhaseKind::WaitingForConfirmation)
        enter(PhaseKind::Retrieved, entry);
    m_marks.add(MarkKind::Retrieved, entry, entry.serverText());
}

void WorkReader::readDownload(const HistoryEntry &entry)
{
    const Message message = entry.messages.value(0);
    const bool isFile = message.text.startsWith("Update Server: Target downloads "_L1);
    const QString file = isFile ? message.text.section(u'/', -1) : QString();
    const PhaseKind phase = m_phases.kind();
    // A file that was being read or had been read is read again: the device restarted. While
    // swupdate installs, its own begin of the chunk tells that better.
    const bool readsWhole
        = phase == PhaseKind::Download || m_phases.hasBegun(PhaseKind::Downloaded);
    const bool again = readsWhole && isFile && m_contacts.readsAgain(file, entry.at);
    m_steps.contact();
    if (again && !m_ended)
        startAttempt(entry);
    m_contacts.downloads(file, entry.at);
    if (again || (phase != PhaseKind::Install && phase != PhaseKind::Installed))
        enter(PhaseKind::Download, entry);
    if (message.percent && m_phases.kind() == PhaseKind::Download)
        m_phases.setPercent(*message.percent);
    m_marks.add(MarkKind::Download, entry, isFile ? file : entry.words(), message.percent);
}

void WorkReader::readDownloaded(const HistoryEntry &entry)
{
    if (!m_steps.hasOpen())
        enter(PhaseKind::Downloaded, entry);
    m_marks.add(MarkKind::Downloaded, entry, entry.words());
}

void WorkReader::readReport(const HistoryEntry &entry, const StepNames &names)
{
    if (entry.isLogBatch) {
        m_marks.addLog(entry);
    } else if (entry.messages.isEmpty()) { // the code alone
        m_marks.add(MarkKind::Note, entry, {});
    } else {
        for (const Message &message : entry.messages) {
            const bool begins = message.kind == MessageKind::StepBegin
                || (message.kind == MessageKind::Plain && names.contain(message.text));
            const bool ends
                = message.kind == MessageKind::StepDone || message.kind == MessageKind::StepFailed;
            if (!m_ended && (begins || ends))
                readStep(entry, message, begins);
            else
                readMessage(entry, message);
        }
    }
    if (!m_ended)
        m_phases.touch(entry.at, entry.id);
}

void WorkReader::readMessage(const HistoryEntry &entry, const Message &message)
{
    switch (message.kind) {
    case MessageKind::InstallBegin:
        return readInstallBegin(entry);
    case MessageKind::InstallIdle:
        if (m_phases.isOpen()) // it shows that the device was heard
            return;
        return m_marks.add(MarkKind::Note, entry, message.words);
    case MessageKind::InstallDone:
        return completeInstallation(entry);
    case MessageKind::DownloadDone:
        return readDownloadDone(entry, message);
    case MessageKind::LastError:
    case MessageKind::InstallError:
        return m_marks.add(MarkKind::Failure, entry, message.text);
    case MessageKind::Progress:
        return readProgress(entry, message);
    case MessageKind::Percent:
        told(message.percent.value_or(0));
        [[fallthrough]];
    default:
        m_marks.add(MarkKind::Note, entry, message.text, message.percent);
    }
}

void WorkReader::readStep(const HistoryEntry &entry, const Message &message, bool begins)
{
    // "Something failed." is a remark unless something of that name has begun.
    const bool isStep = begins || message.percent || message.isOwn || m_steps.knows(message.text);
    if (!isStep)
        return m_marks.add(MarkKind::Note, entry, message.words);
    if (begins && (m_steps.startsAnew(message) || m_phases.kind() == PhaseKind::Installed))
        startAttempt(entry);
    if (m_phases.kind() != PhaseKind::Installed) // else the end that brought it there, once more
        enter(PhaseKind::Install, entry);
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

void WorkReader::readProgress(const HistoryEntry &entry, const Message &message)
{
    if (message.percent)
        told(*message.percent);
    if (!m_steps.report(message, entry.id))
        m_marks.add(MarkKind::Note, entry, message.words, message.percent);
}

void WorkReader::readInstallBegin(const HistoryEntry &entry)
{
    if (m_ended)
        return m_marks.add(MarkKind::Note, entry, u"installing"_s);
    if (m_steps.hasOpen() || m_phases.kind() == PhaseKind::Installed)
        startAttempt(entry);
    enter(PhaseKind::Install, entry);
}

void WorkReader::readDownloadDone(const HistoryEntry &entry, const Message &message)
{
    if (m_phases.kind() == PhaseKind::Download)
        enter(PhaseKind::Downloaded, entry);
    m_marks.add(MarkKind::Downloaded, entry, message.text);
}

void WorkReader::completeInstallation(const HistoryEntry &entry)
{
    m_timeline.attempts.last().installationCompleted = true;
    if (m_ended)
        return m_marks.add(MarkKind::Note, entry, entry.words());
    enter(PhaseKind::Installed, entry);
}

void WorkReader::enter(PhaseKind kind, const HistoryEntry &entry)
{
    if (m_ended) // what is told afterwards is a mark only
        return;
    m_phases.enter(kind, entry.at, entry.id);
    m_timeline.workStart = m_phases.workStart();
}

void WorkReader::startAttempt(const HistoryEntry &entry)
{
    // A contact soon after the last report belongs to the old attempt, one shortly before the new
    // begin to the new one.
    const QDateTime contact = m_contacts.last();
    QDateTime last = m_phases.lastReport();
    if (contact > last && last.msecsTo(contact) < contact.msecsTo(entry.at))
        last = contact;
    m_phases.abandon(last);
    m_steps.closeAll(StepOutcome::NoEndReported, last);
    m_steps.startAttempt();
    Attempt &former = m_timeline.attempts.last();
    former.end = std::max(last, former.start);
    m_timeline.attempts << Attempt{ .start = entry.at };
    m_attemptEntry = entry.id;
    m_contacts.startAttempt();
    m_phases.startAttempt();
}

void WorkReader::readEnd(const HistoryEntry &entry)
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

void WorkReader::told(double percent)
{
    std::optional<double> &largest = m_timeline.attempts.last().percent;
    largest = std::max(largest.value_or(0), percent);
}

} // namespace falconer
