// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPushButton;

namespace falconer {

// Where the button that keeps is a sheet's default, Return in a field would throw away what was
// typed: it goes to the deed instead, while that is shown, and only a second one presses it.
void setDeedBeside(QPushButton *keep, QPushButton *deed);
QPushButton *deedBeside(const QPushButton *keep); // nullptr: none

} // namespace falconer
