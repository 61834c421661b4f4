// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meaning.h"
#include "services/deployment/journal.h"

namespace falconer {

class JournalStore;

// One line of the journal in words: "Assigned gateway-os 2.4.0 to 312 targets, 2 failed".
QString journalText(const JournalEntry &entry);

CellLook journalLook(const JournalEntry &entry);

// What is wrong with the file that keeps it; empty: nothing.
QString journalTroubleText(const JournalStore &store);

} // namespace falconer
