// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/targetkind.h"

namespace falconer {

using namespace Qt::StringLiterals;

QStringList targetKindFilters()
{
    return { QString(), u"updatestatus==pending"_s, u"updatestatus==error"_s,
        u"lastcontrollerrequestat=le=${OVERDUE_TS}"_s };
}

} // namespace falconer
