// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSettings;

namespace falconer {

// The version of the profiles' settings that this Falconer reads and writes.
constexpr int profileSchemaVersion = 2;

int profileSchemaVersionOf(const QSettings &settings); // of an empty file: the current one

// Climbs the ladder of steps from the file's version to the current one.
void upgradeProfileSchema(QSettings &settings);

} // namespace falconer
