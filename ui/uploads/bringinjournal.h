// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/sheetcontext.h"

#include <QStringList>

namespace falconer {

class BringInRun;

// Tells the journal what bringing files in made on the server, and what of it was taken back.
class BringInJournal final {
public:
    explicit BringInJournal(SheetContext context)
        : m_context(std::move(context))
    {
    }

    void take(const BringInRun &run); // whenever it rests

private:
    SheetContext m_context;
    QStringList m_modules; // titles, as the journal has them
    QStringList m_sets;
};

} // namespace falconer
