// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadtext.h"

#include "models/relativetime.h"
#include "models/sizetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::UploadText)
};

constexpr qint64 longestLeft = 100LL * 3600 * 1000; // ms; beyond that nobody knows

QString retryText(const Upload &upload, const QDateTime &now)
{
    const qint64 ms = now.msecsTo(upload.nextTryAt);
    return ms > 0 ? Words::tr("tries again in %1").arg(durationText(ms + 999))
                  : Words::tr("tries again");
}

QString stalledText()
{
    return Words::tr("waiting for the network");
}

QString joined(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(u" · "_s);
}

} // namespace

QString uploadStateText(const Upload &upload, const QDateTime &now, const QString &behind)
{
    if (isUnderWay(upload.state) && upload.size == 0)
        return Words::tr("looks at the file");
    if (upload.isHeld)
        return Words::tr("waits for your answer");
    switch (upload.state) {
    case UploadState::Waiting:
        return behind.isEmpty() ? Words::tr("waiting")
                                : Words::tr("waits for %1, of the same module").arg(behind);
    case UploadState::NotConnected:
        return upload.problem == UploadProblem::Certificate
            ? Words::tr("waits until its server is trusted")
            : Words::tr("waits for sign-in");
    case UploadState::Checking:
        return Words::tr("looks what is there");
    case UploadState::Sending:
        if (upload.isStalled)
            return stalledText();
        return upload.isSentAgain ? Words::tr("sending again") : Words::tr("sending");
    case UploadState::Verifying:
        return Words::tr("the server checks");
    case UploadState::Retrying:
        return retryText(upload, now);
    case UploadState::Paused:
        return Words::tr("paused");
    case UploadState::Asking:
        return Words::tr("needs an answer");
    case UploadState::Failed:
        return Words::tr("failed");
    case UploadState::Done:
        return wasFoundThere(upload) ? Words::tr("was there already") : Words::tr("done");
    }
    Q_UNREACHABLE();
}

CellLook uploadStateLook(const Upload &upload)
{
    switch (upload.state) {
    case UploadState::Waiting:
    case UploadState::NotConnected:
    case UploadState::Paused:
        return { Meaning::Quiet, Sign::Waiting };
    case UploadState::Sending:
        if (upload.isStalled)
            return { Meaning::Attention, Sign::Waiting };
        [[fallthrough]];
    case UploadState::Checking:
    case UploadState::Verifying:
        return { Meaning::Running, Sign::Running };
    case UploadState::Retrying:
    case UploadState::Asking:
        return { Meaning::Attention, Sign::Warning };
    case UploadState::Failed:
        return { Meaning::Failure, Sign::Failed };
    case UploadState::Done:
        return { Meaning::Success, Sign::Done };
    }
    Q_UNREACHABLE();
}

UploadProgress uploadProgress(const Upload &upload)
{
    switch (upload.state) {
    case UploadState::Sending: {
        const int percent = percentOf(upload.sentBytes, upload.size);
        return { .percent = percent,
            .share = Words::tr("%1 %").arg(percent),
            .speed = speedText(upload.bytesPerSecond),
            .timeLeft = timeLeftText(upload.size - upload.sentBytes, upload.bytesPerSecond) };
    }
    case UploadState::Verifying: // all is sent, but it counts only once the server has it
        return { .percent = 100, .note = Words::tr("all of %1 sent").arg(sizeText(upload.size)) };
    default:
        return { .note = upload.size > 0 ? sizeText(upload.size) : QString() };
    }
}

QString uploadTotalsText(const UploadTotals &totals)
{
    QStringList counts;
    if (totals.asking > 0)
        counts << Words::tr("%n need(s) an answer", nullptr, totals.asking);
    if (totals.failed > 0)
        counts << Words::tr("%n failed", nullptr, totals.failed);
    if (totals.sending > 0)
        counts << Words::tr("%n uploading", nullptr, totals.sending);
    if (totals.waiting > 0)
        counts << Words::tr("%n waiting", nullptr, totals.waiting);
    if (totals.paused > 0)
        counts << Words::tr("%n paused", nullptr, totals.paused);
    if (counts.isEmpty() && totals.done > 0)
        counts << Words::tr("%n uploaded", nullptr, totals.done);
    QString who = counts.join(u", "_s);
    if (totals.sending == 0)
        return who;
    const int percent
        = percentOf(totals.doneBytes + totals.sentBytes, totals.doneBytes + totals.bytes);
    const bool isStalled = totals.stalled > 0 && totals.bytesPerSecond == 0;
    return joined({ who, Words::tr("%1 %").arg(percent),
        isStalled ? stalledText() : speedText(totals.bytesPerSecond),
        timeLeftText(totals.bytes - totals.sentBytes, totals.bytesPerSecond) });
}

Meaning uploadTotalsMeaning(const UploadTotals &totals)
{
    if (totals.failed > 0)
        return Meaning::Failure;
    if (totals.asking > 0)
        return Meaning::Attention;
    return totals.sending > 0 ? Meaning::Running : Meaning::Quiet;
}

QString speedText(qint64 bytesPerSecond)
{
    return bytesPerSecond > 0 ? Words::tr("%1/s").arg(sizeText(bytesPerSecond)) : QString();
}

QString timeLeftText(qint64 bytes, qint64 bytesPerSecond)
{
    if (bytesPerSecond <= 0 || bytes <= 0 || bytes / bytesPerSecond > longestLeft / 1000)
        return {};
    const qint64 seconds = bytes / bytesPerSecond + (bytes % bytesPerSecond > 0 ? 1 : 0);
    return Words::tr("%1 left").arg(durationText(seconds * 1000));
}

int percentOf(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return 0;
    return int(std::clamp(double(part) / double(whole) * 100, 0.0, part < whole ? 99.0 : 100.0));
}

} // namespace falconer
