// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/takenname.h"

namespace falconer {

// Why the server refuses the name and version of a module or a set, as a TakenName found out: one
// of that name is in its lists, or was deleted and is only hidden. title: "gateway 1.4.2".
QString takenText(const QString &title, bool isListed);

// Where nobody could look it is not said that it was deleted.
QString takenText(const QString &title, const Result<std::optional<NameHolder>> &holder);

} // namespace falconer
