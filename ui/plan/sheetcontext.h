// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace falconer {

// Which server a sheet acts on, as the user named it.
struct SheetContext {
    QString profile;
    QColor colour;             // of the profile, invalid: none
    bool isProduction = false; // then the default button is Cancel
    QString user;
};

} // namespace falconer
