// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/sheet.h"

namespace falconer {

// Asks once before the window closes with uploads under way. Staying is what Esc does. A queue that
// ends with the program has no next start.
class ClosingSheet final : public Sheet {
    Q_OBJECT

public:
    // count: of uploads under way.
    ClosingSheet(int count, bool isKept, QWidget *window);

    static QString words(bool isKept);

signals:
    void stopChosen(); // and keep them paused, if the queue is kept
    void goOnChosen(); // at the next start
};

} // namespace falconer
