// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uploads/uploadanswers.h"

#include <functional>

class QMenu;

namespace falconer {

// What can be done with uploads, by their states: decides what is enabled, and says why not.
struct UploadVerdicts {
    bool canPause = false;
    bool canResume = false;
    bool canRetry = false;
    bool canBeFirst = false; // one that waits, and is not the first of those that do
    bool canRemove = false;
};
UploadVerdicts uploadVerdicts(const UploadQueue &queue, const QList<qint64> &ids);
UploadVerdicts uploadVerdictsOfAll(const UploadQueue &queue); // quick, however many there are

// The menu of one row or several: answers, when one asks or waits for somebody to sign in, then the
// commands.
void fillUploadMenu(QMenu &menu, UploadQueue &queue, const QList<qint64> &ids,
    const std::function<void(qint64, UploadAnswer)> &answer);

} // namespace falconer
