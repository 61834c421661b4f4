// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

#include <tl/expected.hpp>

namespace falconer {

template <typename T> using Result = tl::expected<T, Error>;

} // namespace falconer
