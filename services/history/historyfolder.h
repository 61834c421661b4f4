// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace falconer {

// The file in which the histories of a profile are kept. Empty where nothing is kept: without a
// folder, and for a server that is visited once.
QString historyPath(const QString &folder, const QString &profileId);

// Deletes it, with what SQLite wrote beside it. One that is not there is no error; whether all of
// it is gone.
bool removeHistories(const QString &path);

} // namespace falconer
