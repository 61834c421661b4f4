// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace falconer {

struct Colours;

// resources/style.qss with these colours. A widget takes part by its class, or by the dynamic
// property "look": a button can be "primary", "link", "danger" or "flat"; a label "title", "quiet",
// "secondary"; a frame "panel", "bar" or "sheet".
QString styleSheet(const Colours &colours);

} // namespace falconer
