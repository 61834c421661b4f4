// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/served.h"
#include "tests/bench/stage.h"

namespace falconer {

using namespace Qt::StringLiterals;

void benchIdle()
{
    const ServedFleet fleet(2'000);
    Stage stage(fleet.url());
    idleFor(5'000);
    const qint64 before = stage.client().sentCount();
    idleFor(60'000);
    reportText(u"requests in an idle minute"_s,
        u"%1 (aim at most 20)"_s.arg(stage.client().sentCount() - before));
}

} // namespace falconer
