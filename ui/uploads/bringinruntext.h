// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringinrun.h"
#include "ui/plan/consequenceline.h"

namespace falconer {

// The words for what became of files that are brought in.

// The steps with what became of each; all files are one line, and so are many modules.
QList<ConsequenceLine> bringInLines(const BringInRun &run);
// "Created so far: gateway 1.4.2 and the set gateway 1.4.2.", and what may have been, or is left
// alone. Empty: nothing.
QString createdText(const BringInRun &run);
// "Created gateway 1.4.2 and the set gateway 1.4.2. The set can be rolled out once 2 files are
// uploaded.", after a run that did all.
QString broughtInText(const BringInRun &run);
// Why the name and version are refused that the failed step needs: what has them, or that they are
// those of something that was deleted. Empty: that is not what failed.
QString takenNameText(const BringInRun &run);

} // namespace falconer
