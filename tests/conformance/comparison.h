// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/exchange.h"
#include "tests/support/recordings.h"

namespace falconer {

// What differs between a recorded answer and another one, in words; empty when they agree: the
// status, the JSON members with their types, every value that is not volatile
// (recordings/README.md). The wording of messages is free. Of an arbitrary step only the status
// counts; where the real server broke (500), 400 and 404 agree too.
QString difference(const RecordedStep &step, const SimResponse &answer, bool isArbitrary);

} // namespace falconer
