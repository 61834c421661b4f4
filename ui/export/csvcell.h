// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace falconer {

// A cell of a CSV file (RFC 4180), in quotes where it needs them. A text that a spreadsheet would
// run as a formula has an apostrophe before it: devices, and whoever names things, write what they
// like.
QString csvCell(QString text);

} // namespace falconer
