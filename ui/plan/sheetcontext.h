// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace falconer {

class Journal;

// Which server a sheet acts on, as the user named it.
struct SheetContext {
    QString profile;
    QColor colour;             // of the profile, invalid: none
    bool isProduction = false; // then the default button is Cancel
    QString user;
    Journal *journal = nullptr; // takes what a sheet changes; nullptr: nobody keeps it
};

} // namespace falconer
