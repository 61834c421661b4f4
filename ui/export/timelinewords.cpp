// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/timelinewords.h"

namespace falconer {

using namespace Qt::StringLiterals;

QString exportWord(PhaseKind kind)
{
    switch (kind) {
    case PhaseKind::WaitingForDevice:
        return u"waitingForDevice"_s;
    case PhaseKind::WaitingForConfirmation:
        return u"waitingForConfirmation"_s;
    case PhaseKind::Retrieved:
        return u"retrieved"_s;
    case PhaseKind::Download:
        return u"download"_s;
    case PhaseKind::Downloaded:
        return u"downloaded"_s;
    case PhaseKind::Install:
        return u"install"_s;
    case PhaseKind::Installed:
        return u"installed"_s;
    }
    Q_UNREACHABLE();
}

QString exportWord(StepOutcome outcome)
{
    switch (outcome) {
    case StepOutcome::Running:
        return u"running"_s;
    case StepOutcome::Done:
        return u"done"_s;
    case StepOutcome::Failed:
        return u"failed"_s;
    case StepOutcome::NoEndReported:
        return u"noEndReported"_s;
    }
    Q_UNREACHABLE();
}

QString exportWord(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Assigned:
        return u"assigned"_s;
    case MarkKind::Confirmation:
        return u"confirmation"_s;
    case MarkKind::Retrieved:
        return u"retrieved"_s;
    case MarkKind::Download:
        return u"download"_s;
    case MarkKind::Downloaded:
        return u"downloaded"_s;
    case MarkKind::Note:
        return u"note"_s;
    case MarkKind::Log:
        return u"log"_s;
    case MarkKind::Warning:
        return u"warning"_s;
    case MarkKind::Failure:
        return u"failure"_s;
    case MarkKind::CancelRequested:
        return u"cancelRequested"_s;
    case MarkKind::CancelRetrieved:
        return u"cancelRetrieved"_s;
    case MarkKind::CancelRejected:
        return u"cancelRejected"_s;
    case MarkKind::End:
        return u"end"_s;
    }
    Q_UNREACHABLE();
}

QString exportWord(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::Running:
        return u"running"_s;
    case OutcomeKind::Success:
        return u"success"_s;
    case OutcomeKind::Downloaded:
        return u"downloaded"_s;
    case OutcomeKind::Error:
        return u"error"_s;
    case OutcomeKind::Canceled:
        return u"canceled"_s;
    case OutcomeKind::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QString exportWord(CauseSource source)
{
    switch (source) {
    case CauseSource::None:
        return {};
    case CauseSource::LastError:
        return u"lastError"_s;
    case CauseSource::ErrorLine:
        return u"errorLine"_s;
    case CauseSource::InstallationError:
        return u"installationError"_s;
    case CauseSource::Remark:
        return u"remark"_s;
    case CauseSource::EndMessage:
        return u"endMessage"_s;
    case CauseSource::Code:
        return u"code"_s;
    }
    Q_UNREACHABLE();
}

QString exportWord(NoteKind kind)
{
    switch (kind) {
    case NoteKind::NothingInstalled:
        return u"nothingInstalled"_s;
    case NoteKind::OfflineAssignment:
        return u"offlineAssignment"_s;
    case NoteKind::DownloadOnly:
        return u"downloadOnly"_s;
    case NoteKind::CanceledAfterInstallation:
        return u"canceledAfterInstallation"_s;
    case NoteKind::CancelNotConfirmed:
        return u"cancelNotConfirmed"_s;
    case NoteKind::ForceQuit:
        return u"forceQuit"_s;
    case NoteKind::Restarted:
        return u"restarted"_s;
    case NoteKind::QuotaReached:
        return u"quotaReached"_s;
    case NoteKind::Holes:
        return u"holes"_s;
    case NoteKind::TimesSteppedBack:
        return u"timesSteppedBack"_s;
    case NoteKind::DeviceClockDiffers:
        return u"deviceClockDiffers"_s;
    case NoteKind::Duplicates:
        return u"duplicates"_s;
    case NoteKind::EndNotSeen:
        return u"endNotSeen"_s;
    case NoteKind::Superseded:
        return u"superseded"_s;
    case NoteKind::CancelRejected:
        return u"cancelRejected"_s;
    case NoteKind::FullEntries:
        return u"fullEntries"_s;
    case NoteKind::PatternsTooSlow:
        return u"patternsTooSlow"_s;
    }
    Q_UNREACHABLE();
}

QString exportTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace falconer
