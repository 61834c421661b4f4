// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journal.h"

#include <optional>

namespace falconer {

// What happened as files say it, so that a later version may order it otherwise: "setDeleted".
QString journalWord(JournalEntry::What what);
// Nothing: a later version wrote it.
std::optional<JournalEntry::What> journalWhat(const QString &word);

} // namespace falconer
