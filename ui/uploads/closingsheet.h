// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/sheet.h"

namespace falconer {

// What becomes of the queue when the program ends.
enum class QueueKeeping {
    Kept,
    OfDemo,    // ends with its demo
    NotOnDisk, // cannot be written now
    NotYet     // files that were dropped are still being looked at
};

// Asks once before the window closes with uploads under way. Staying is what Esc does. A queue that
// ends with the program has no next start.
class ClosingSheet final : public Sheet {
    Q_OBJECT

public:
    // count: of uploads under way; none: files are only looked at.
    ClosingSheet(int count, QueueKeeping keeping, QWidget *window);

    static QString words(QueueKeeping keeping);

signals:
    void stopChosen(); // and keep them paused, if the queue is kept
    void goOnChosen(); // at the next start
};

} // namespace falconer
