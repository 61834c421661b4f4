// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journalword.h"

#include <QLatin1StringView>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Word {
    JournalEntry::What what;
    QLatin1StringView text;
};

constexpr Word words[]{
    { JournalEntry::What::Assigned, "assigned"_L1 },
    { JournalEntry::What::Undone, "undone"_L1 },
    { JournalEntry::What::Cancelled, "cancelled"_L1 },
    { JournalEntry::What::Forced, "forced"_L1 },
    { JournalEntry::What::ForceQuit, "forceQuit"_L1 },
    { JournalEntry::What::AssignedAgain, "assignedAgain"_L1 },
    { JournalEntry::What::HistoryDeleted, "historyDeleted"_L1 },
    { JournalEntry::What::Uploaded, "uploaded"_L1 },
    { JournalEntry::What::FoundThere, "foundThere"_L1 },
    { JournalEntry::What::ModuleCreated, "moduleCreated"_L1 },
    { JournalEntry::What::ModuleChanged, "moduleChanged"_L1 },
    { JournalEntry::What::ModuleLocked, "moduleLocked"_L1 },
    { JournalEntry::What::ModuleUnlocked, "moduleUnlocked"_L1 },
    { JournalEntry::What::ModuleDeleted, "moduleDeleted"_L1 },
    { JournalEntry::What::ArtifactDeleted, "artifactDeleted"_L1 },
    { JournalEntry::What::SetCreated, "setCreated"_L1 },
    { JournalEntry::What::SetChanged, "setChanged"_L1 },
    { JournalEntry::What::SetComposed, "setComposed"_L1 },
    { JournalEntry::What::SetLocked, "setLocked"_L1 },
    { JournalEntry::What::SetUnlocked, "setUnlocked"_L1 },
    { JournalEntry::What::SetInvalidated, "setInvalidated"_L1 },
    { JournalEntry::What::SetDeleted, "setDeleted"_L1 },
    { JournalEntry::What::TypeCreated, "typeCreated"_L1 },
    { JournalEntry::What::TypeChanged, "typeChanged"_L1 },
    { JournalEntry::What::TypeDeleted, "typeDeleted"_L1 },
};

} // namespace

QString journalWord(JournalEntry::What what)
{
    return std::ranges::find(words, what, &Word::what)->text;
}

std::optional<JournalEntry::What> journalWhat(const QString &word)
{
    const auto *const found = std::ranges::find(words, word, &Word::text);
    return found == std::end(words) ? std::nullopt : std::optional(found->what);
}

} // namespace falconer
