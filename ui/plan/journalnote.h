// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journal.h"
#include "ui/plan/sheetcontext.h"

namespace falconer {

// Writes what the server took into the journal of the context, if it has one: at this moment, by
// its user, on its server.
void writeToJournal(const SheetContext &context, JournalEntry entry);
// A change of one thing.
void writeToJournal(const SheetContext &context, JournalEntry::What what, const QString &subject);
// Of several: the names of those with which it was done, and how many failed. Where it was done
// with none, nothing is written.
void writeToJournal(const SheetContext &context, JournalEntry::What what, const QStringList &done,
    qsizetype failed = 0);

// "a, b, c": of many the first, and how many more.
QString journalNames(const QStringList &names);

} // namespace falconer
