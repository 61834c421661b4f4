// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journal.h"

#include <QByteArray>

namespace falconer {

// For spreadsheets: a line an entry, in the order given (RFC 4180, UTF-8 with its mark, since
// spreadsheets guess else). Times in UTC.
QByteArray journalCsv(const QList<JournalEntry> &entries);

} // namespace falconer
