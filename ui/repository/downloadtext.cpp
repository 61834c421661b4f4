// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/downloadtext.h"

#include "models/sizetext.h"
#include "ui/shared/errortext.h"
#include "ui/uploads/uploadtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DownloadText)
};

QString progress(const DownloadOrder &order, const Download &download)
{
    return Words::tr("%1 of %2")
        .arg(sizeText(download.receivedBytes), sizeText(order.artifact.size));
}

QString underWay(const DownloadOrder &order, const Download &download, qint64 bytesPerSecond)
{
    QStringList parts{ download.isBegunAnew
            ? Words::tr("%1, begun anew").arg(progress(order, download))
            : progress(order, download) };
    parts << speedText(bytesPerSecond)
          << timeLeftText(order.artifact.size - download.receivedBytes, bytesPerSecond);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString folderOf(const DownloadOrder &order)
{
    return QDir::toNativeSeparators(QFileInfo(order.path).absolutePath());
}

QString failure(const DownloadOrder &order, const Download &download)
{
    switch (download.problem) {
    case DownloadProblem::NameTaken:
        return Words::tr("There is a file of this name already in %1.").arg(folderOf(order));
    case DownloadProblem::NoPermission:
        return Words::tr("You may not write to %1.").arg(folderOf(order));
    case DownloadProblem::DiskFull:
        return Words::tr("The disk is full. What came so far is kept.");
    case DownloadProblem::File:
        return Words::tr("The file could not be written.");
    case DownloadProblem::Gone:
        return Words::tr("The server does not have this file any more.");
    case DownloadProblem::WrongHash:
        return Words::tr("What came is not what the server promised: its hash is another. It was "
                         "removed.");
    case DownloadProblem::Connection:
        return Words::tr("The connection was lost. What came so far is kept.");
    case DownloadProblem::Refused:
    case DownloadProblem::None:
        break;
    }
    return download.error ? errorText(*download.error).sentence
                          : Words::tr("The server refused the download.");
}

QString retrying(const Download &download, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(0, (now.msecsTo(download.nextTryAt) + 999) / 1000);
    return Words::tr("The connection was lost: goes on in %n second(s)", nullptr, int(seconds));
}

} // namespace

DownloadText downloadText(const DownloadOrder &order, const Download &download,
    const QDateTime &now, qint64 bytesPerSecond)
{
    const QString details = download.error ? errorText(*download.error).details : QString();
    switch (download.state) {
    case DownloadState::Waiting:
        return { Words::tr("waiting"), {}, Tone::Quiet };
    case DownloadState::Downloading:
        return { underWay(order, download, bytesPerSecond), {}, Tone::Quiet };
    case DownloadState::Retrying:
        return { retrying(download, now), details, Tone::Attention };
    case DownloadState::Paused:
        return { Words::tr("paused at %1").arg(progress(order, download)), {}, Tone::Quiet };
    case DownloadState::Verifying:
        return { Words::tr("its hash is being checked"), {}, Tone::Running };
    case DownloadState::Failed:
        return { failure(order, download), details, Tone::Failure };
    case DownloadState::Done:
        return { Words::tr("saved in %1, its hash is right").arg(folderOf(order)), {},
            Tone::Success };
    }
    Q_UNREACHABLE();
}

} // namespace falconer
