// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadanswers.h"

#include "services/uploads/uploadqueue.h"
#include "ui/uploads/uploadproblemtext.h"

#include <QCoreApplication>

namespace falconer {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::UploadAnswers)
};

QString replaceToolTip(const Upload &upload)
{
    return Words::tr("Deletes the file %1 in %2, then sends this one.")
        .arg(upload.filename, upload.moduleTitle);
}

} // namespace

QList<UploadAnswer> uploadAnswers(const Upload &upload)
{
    using Answer = UploadAnswer;
    if (upload.state == UploadState::Retrying)
        return { Answer::Now, Answer::Remove };
    if (upload.state != UploadState::Asking && upload.state != UploadState::Failed)
        return {};
    switch (upload.problem) {
    case UploadProblem::Interrupted:
        return { Answer::Send, Answer::Remove };
    case UploadProblem::OtherServer:
        return { Answer::SendToItsProfile, Answer::Remove };
    case UploadProblem::ProfileGone:
        return upload.profileServer.isEmpty() ? QList{ Answer::Remove }
                                              : QList{ Answer::Send, Answer::Remove };
    case UploadProblem::FileGone:
    case UploadProblem::FileEmpty:
        return { Answer::ChooseFile, Answer::TryAgain, Answer::Remove };
    case UploadProblem::FileChanged:
        return { Answer::SendAsItIs, Answer::Remove };
    case UploadProblem::NameTaken:
        return upload.artifactId != 0 && !lacksRight(upload)
            ? QList{ Answer::Replace, Answer::SendAs, Answer::Remove }
            : QList{ Answer::SendAs, Answer::TryAgain, Answer::Remove };
    case UploadProblem::NameRefused:
        return { Answer::SendAs, Answer::Remove };
    case UploadProblem::ModuleLocked:
        return { lacksRight(upload) ? Answer::TryAgain : Answer::Unlock, Answer::Remove };
    case UploadProblem::ModuleGone:
        return { Answer::Remove };
    default:
        return { Answer::TryAgain, Answer::Remove };
    }
}

QString uploadAnswerText(const Upload &upload, UploadAnswer answer)
{
    switch (answer) {
    case UploadAnswer::Send:
        return Words::tr("Send");
    case UploadAnswer::SendToItsProfile:
        return Words::tr("Send to %1").arg(upload.profileServer);
    case UploadAnswer::Replace:
        return Words::tr("Replace");
    case UploadAnswer::SendAs:
        return Words::tr("Send as...");
    case UploadAnswer::ChooseFile:
        return Words::tr("Choose file...");
    case UploadAnswer::SendAsItIs:
        return Words::tr("Send as it is now");
    case UploadAnswer::Unlock:
        return Words::tr("Unlock the module");
    case UploadAnswer::TryAgain:
        return Words::tr("Try again");
    case UploadAnswer::Now:
        return Words::tr("Now");
    case UploadAnswer::SignIn:
        return Words::tr("Sign in...");
    case UploadAnswer::Remove:
        return Words::tr("Remove");
    }
    Q_UNREACHABLE();
}

QString uploadAnswerToolTip(const Upload &upload, UploadAnswer answer)
{
    switch (answer) {
    case UploadAnswer::Send:
        return Words::tr("Looks first whether the server has the file, else sends it from its "
                         "beginning.");
    case UploadAnswer::SendToItsProfile:
        return Words::tr("Sends it there if that server has %1, too.").arg(upload.moduleTitle);
    case UploadAnswer::Replace:
        return replaceToolTip(upload);
    case UploadAnswer::SendAs:
        return Words::tr("Sends it under another name; what is there stays.");
    case UploadAnswer::ChooseFile:
        return Words::tr("Sends another file in its place, or the same from where it is now.");
    case UploadAnswer::SendAsItIs:
        return Words::tr("Sends what the file holds now.");
    case UploadAnswer::Unlock:
        return Words::tr("Unlocks %1, then sends all files that wait for it.")
            .arg(upload.moduleTitle);
    case UploadAnswer::TryAgain:
        return Words::tr("Looks at the file and the server anew.");
    case UploadAnswer::Now:
        return Words::tr("Does not wait any longer.");
    case UploadAnswer::SignIn:
        return Words::tr("Signs in to its server; what the window shows stays.");
    case UploadAnswer::Remove:
        return Words::tr("Takes it out of the queue. The file itself stays where it is.");
    }
    Q_UNREACHABLE();
}

namespace {

// All that ask the same about this module: agreed to once is agreed to.
void unlockModule(UploadQueue &queue, const Upload &upload)
{
    const QList<Upload> all = queue.uploads();
    for (const Upload &one : all) {
        if (one.profileId == upload.profileId && one.softwareModuleId == upload.softwareModuleId
            && one.problem == UploadProblem::ModuleLocked
            && uploadAnswers(one).contains(UploadAnswer::Unlock))
            queue.unlockModule(one.id);
    }
}

} // namespace

void giveUploadAnswer(UploadQueue &queue, const Upload &upload, UploadAnswer answer)
{
    switch (answer) {
    case UploadAnswer::Send:
    case UploadAnswer::TryAgain:
        return queue.retry({ upload.id });
    case UploadAnswer::SendToItsProfile:
        return queue.sendToProfileServer(upload.id);
    case UploadAnswer::Replace:
        return queue.replaceExisting(upload.id);
    case UploadAnswer::SendAsItIs:
        return queue.takeChangedFile(upload.id);
    case UploadAnswer::Unlock:
        return unlockModule(queue, upload);
    case UploadAnswer::Now:
        return queue.resume({ upload.id });
    case UploadAnswer::Remove:
        return queue.cancel({ upload.id });
    case UploadAnswer::SendAs:
    case UploadAnswer::ChooseFile:
    case UploadAnswer::SignIn:
        return;
    }
}

} // namespace falconer
