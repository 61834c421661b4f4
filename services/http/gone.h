// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/result.h"

namespace falconer {

// What was to be deleted is gone: now, or before, by a try whose answer was lost or by somebody
// else.
template <typename T> bool isGone(const Result<T> &deletion)
{
    return deletion || deletion.error().kind == ErrorKind::NotFound;
}

} // namespace falconer
