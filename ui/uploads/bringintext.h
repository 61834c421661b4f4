// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringin.h"
#include "services/uploads/filewalk.h"

namespace falconer {

// The words for bringing files in, before anything is done; bringinruntext.h has those for after.

QString joinedText(const QStringList &parts); // "a, b and c"
QString titleOf(const BringInModule &module); // "gateway 1.4.2"
QString titleOf(const BringInSet &set);
// What a click will do: "Create gateway 1.4.2 and upload 1 file".
QString bringInButtonText(const BringIn &plan);
// What is wrong or missing, where the person must look.
QString bringInFaultText(const BringInFault &fault, const BringIn &plan);
// What was left out of what was dropped; empty: nothing.
QString walkedText(const WalkedFiles &walked);
// "a.swu and a.swu.sig": the names of at most three, then how many more. Of addresses, too. A very
// long one is elided in its middle.
QString fileNames(const QStringList &paths);
// The same with their size: "a.swu and a.swu.sig, 256 MiB".
QString filesText(const QStringList &paths, qint64 bytes);
// Paths, a line each: the first twenty, then how many more.
QString pathsText(const QStringList &paths);

} // namespace falconer
