// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadproblemtext.h"

#include "models/sizetext.h"
#include "services/uploads/uploadproblem.h"
#include "ui/shared/errortext.h"

#include <QCoreApplication>
#include <QLocale>

namespace falconer {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::UploadProblemText)
};

QString tooLargeText(const Upload &upload)
{
    if (upload.limitBytes > 0)
        return Words::tr("The file has %1; the server takes at most %2.")
            .arg(sizeText(upload.size), sizeText(upload.limitBytes));
    return Words::tr("The file has %1, which is more than the server takes.")
        .arg(sizeText(upload.size));
}

QString quotaText(const Upload &upload)
{
    const Error error = upload.error.value_or(Error());
    if (const qint64 most = artifactLimitIn(error); most > 0)
        return Words::tr("%1 has as many files as the server takes: %2.")
            .arg(upload.moduleTitle, QLocale().toString(most));
    if (const QString left = storageLeftIn(error); !left.isEmpty())
        return Words::tr("The server has too little storage left for the file: %1.").arg(left);
    return Words::tr("A limit of the server for files or their storage is reached.");
}

QString profileGoneText(const Upload &upload)
{
    if (upload.server.isEmpty())
        return Words::tr("The profile that this file was queued for is no longer there.");
    if (upload.profileServer.isEmpty())
        return Words::tr(
            "The profile of %1 is no longer there. Sign in to this server with another "
            "one to send the file.")
            .arg(upload.server);
    return Words::tr("The profile of %1 is no longer there, but you are signed in to this server.")
        .arg(upload.server);
}

// Not for us to compare: the server may take names for the same that we do not.
QString takenText(const Upload &upload)
{
    if (lacksRight(upload))
        return Words::tr("%1 has a file of this name, and you have no permission to delete it.")
            .arg(upload.moduleTitle);
    return upload.error
        ? Words::tr("The server says that %1 has a file of this name.").arg(upload.moduleTitle)
        : Words::tr("%1 has a file of this name with other content.").arg(upload.moduleTitle);
}

QString refusalText(const Upload &upload)
{
    return upload.error ? errorText(*upload.error).sentence
                        : Words::tr("The server does not take this file.");
}

// Why it is tried again later.
QString retryText(const Upload &upload)
{
    switch (upload.error ? upload.error->kind : ErrorKind::Network) {
    case ErrorKind::Network:
        return upload.error && upload.error->fault == NetworkFault::ConnectionLost
            ? refusalText(upload)
            : Words::tr("There is no connection to the server.");
    case ErrorKind::Invalid:
        return Words::tr("The server did not get the whole file.");
    case ErrorKind::Timeout:
        return Words::tr("The server did not answer in time.");
    case ErrorKind::Server:
        if (isServerFull(*upload.error))
            return Words::tr("The server could not store the file: it may have no room left.");
        return Words::tr("The server has a problem of its own, or is not ready.");
    default:
        return refusalText(upload);
    }
}

QString problemText(const Upload &upload)
{
    switch (upload.problem) {
    case UploadProblem::None:
    case UploadProblem::Refused:
        return refusalText(upload);
    case UploadProblem::Interrupted:
        return Words::tr("Falconer ended while this file was being sent.");
    case UploadProblem::OtherServer:
        return Words::tr("This file was queued for %1, but its profile leads to %2 now.")
            .arg(upload.server, upload.profileServer);
    case UploadProblem::ProfileGone:
        return profileGoneText(upload);
    case UploadProblem::FileGone:
        return Words::tr("The file is no longer where it was, or cannot be read.");
    case UploadProblem::FileChanged:
        return Words::tr("The file was changed after it was put into the queue.");
    case UploadProblem::FileEmpty:
        return Words::tr("The file is empty, which hawkBit refuses.");
    case UploadProblem::NameTaken:
        return takenText(upload);
    case UploadProblem::NameRefused:
        return Words::tr("The server does not take a file of this name.");
    case UploadProblem::ModuleLocked:
        return lacksRight(upload)
            ? Words::tr("%1 is locked, and you have no permission to unlock it.")
                  .arg(upload.moduleTitle)
            : Words::tr("%1 is locked: no file can be added to it.").arg(upload.moduleTitle);
    case UploadProblem::ModuleGone:
        return Words::tr("The server has no software module %1.").arg(upload.moduleTitle);
    case UploadProblem::NotAllowed:
        return Words::tr("You have no permission to add files to software modules.");
    case UploadProblem::TooLarge:
        return tooLargeText(upload);
    case UploadProblem::Quota:
        return quotaText(upload);
    case UploadProblem::ServerFull:
        return Words::tr("The server has no room left to store the file.");
    case UploadProblem::Damaged:
        return Words::tr("The file was damaged on its way.");
    case UploadProblem::Certificate:
        return Words::tr("The certificate of the server is not trusted.");
    }
    Q_UNREACHABLE();
}

} // namespace

bool lacksRight(const Upload &upload)
{
    return upload.error && upload.error->kind == ErrorKind::Forbidden;
}

QString uploadProblemText(const Upload &upload)
{
    switch (upload.state) {
    case UploadState::Asking:
    case UploadState::Failed:
        return problemText(upload);
    case UploadState::Retrying:
        return retryText(upload);
    default:
        return {};
    }
}

QString uploadProblemDetails(const Upload &upload)
{
    if (upload.problem == UploadProblem::FileGone || upload.problem == UploadProblem::FileEmpty)
        return upload.path;
    return upload.error ? errorText(*upload.error).details : QString();
}

} // namespace falconer
