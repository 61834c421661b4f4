// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/upload.h"

#include <QList>

namespace falconer {

class UploadQueue;

// What a person can answer when an upload cannot go on by itself.
enum class UploadAnswer {
    Send,             // after all
    SendToItsProfile, // to the server that it leads to now
    Replace,
    SendAs,     // asks for a name
    ChooseFile, // asks for a file
    SendAsItIs,
    Unlock,
    TryAgain,
    Now,    // before the countdown is over
    SignIn, // asks for a secret; offered in the menu of a row only: many wait for the same
    Remove,
};

// What is offered, the most likely one first; empty when nothing is asked.
QList<UploadAnswer> uploadAnswers(const Upload &upload);
QString uploadAnswerText(const Upload &upload, UploadAnswer answer);
// What it will do.
QString uploadAnswerToolTip(const Upload &upload, UploadAnswer answer);

// Does what needs no further question: all but SendAs, ChooseFile and SignIn. Unlock is for all
// uploads that wait for the module.
void giveUploadAnswer(UploadQueue &queue, const Upload &upload, UploadAnswer answer);

} // namespace falconer
