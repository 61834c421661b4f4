// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringin.h"
#include "services/repository/bringinrun.h"
#include "services/uploads/filewalk.h"
#include "ui/plan/consequenceline.h"

namespace falconer {

// The words for bringing files in.

// What a click will do: "Create gateway 1.4.2 and upload 1 file".
QString bringInButtonText(const BringIn &plan);
// What is wrong or missing, where the person must look.
QString bringInFaultText(const BringInFault &fault, const BringIn &plan);
// What was left out of what was dropped; empty: nothing.
QString walkedText(const WalkedFiles &walked);
// "gateway-1.4.2.swu and gateway-1.4.2.swu.sig, 256 MiB": names of at most so many, then how many.
QString filesText(const QStringList &paths, qint64 bytes);

// The steps with what became of each; all files are one line.
QList<ConsequenceLine> bringInLines(const BringInRun &run);
// "Created so far: gateway 1.4.2 and the set gateway 1.4.2.", and what may have been. Empty:
// nothing, or all of it.
QString createdText(const BringInRun &run);

} // namespace falconer
