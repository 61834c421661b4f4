// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace falconer {

// How a virtual device behaves. The first is most of a fleet.
enum class Temper {
    Normal,
    Slow,          // the same, two to three times as long
    Fails,         // ends with one of the causes that real devices reported
    Hangs,         // says nothing more in the middle of the installation
    Late,          // polls rarely
    RefusesCancel, // answers every cancel by a rejection, even before it installs
    Batches,       // a client like swupdate: few entries, many log lines in each
};

} // namespace falconer
