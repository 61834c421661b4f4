// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

#include <QString>

namespace falconer {

// Why a server refused this RSQL, in one line: its own words where it has any, else the place in
// the text that does not fit.
QString searchProblem(const QString &rsql, const Error &error);

} // namespace falconer
