// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/retrypolicy.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr int longestPatienceMs = 60'000;

bool isWorthwhile(const Error &error, int tries)
{
    if (error.kind == ErrorKind::Network)
        return error.fault == NetworkFault::ConnectionLost;
    if (error.kind == ErrorKind::RateLimited || error.httpStatus == 503)
        return true;
    return error.httpStatus == 500 && tries == 1;
}

} // namespace

std::optional<int> retryPause(const RequestData &request, const Error &error, int tries,
    const QList<int> &delays, double shortening)
{
    if (request.verb != Verb::Get || tries > delays.size() || !isWorthwhile(error, tries)
        || error.retryAfterMs > longestPatienceMs)
        return std::nullopt;
    const double pause = delays.at(tries - 1) * (1.0 - shortening / 2);
    return std::max(int(pause), error.retryAfterMs);
}

} // namespace falconer
