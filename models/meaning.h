// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace falconer {

// What a cell means beyond its words. ui/ turns it into a colour.
enum class Meaning { Plain, Quiet, Success, Running, Attention, Failure };

// The sign that stands before the words of a cell, never alone. ui/ turns it into an icon.
enum class Sign { None, Done, Running, Failed, Waiting, Unknown, Warning, Locked, Invalid };

struct CellLook {
    Meaning meaning = Meaning::Plain;
    Sign sign = Sign::None;

    bool operator==(const CellLook &) const = default;
};

} // namespace falconer

Q_DECLARE_METATYPE(falconer::Meaning)
Q_DECLARE_METATYPE(falconer::Sign)
