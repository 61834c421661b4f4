// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/upload.h"

namespace falconer {

// One sentence: why this upload waits for a person, failed, or is tried again. Empty for all
// others.
QString uploadProblemText(const Upload &upload);
// What the server or the system said, for the tooltip; may be empty.
QString uploadProblemDetails(const Upload &upload);

// The user has no right to replace or to unlock, as was asked for.
bool lacksRight(const Upload &upload);

} // namespace falconer
