// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

namespace falconer {

// Of a write that failed: it may have happened all the same, since the server has not judged it.
inline bool mayHaveHappened(const Error &error)
{
    const bool neverLeft = error.fault == NetworkFault::ConnectionRefused
        || error.fault == NetworkFault::HostNotFound;
    return (error.kind == ErrorKind::Network && !neverLeft) || error.kind == ErrorKind::Timeout
        || error.kind == ErrorKind::Protocol || error.kind == ErrorKind::Server;
}

} // namespace falconer
