// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"
#include "services/http/request.h"

#include <QList>

#include <optional>

namespace falconer {

// How many ms to wait before a failed request is sent again; nothing: it is not. Only a GET is: on
// connection loss, 429 without a code and 503, and once after a 500: hawkBit says so when its data
// base lost a race (hawkbit-api 2.2), in the same words as for a lasting fault. tries: how often it
// was sent so far. shortening: 0 to 1, a random number that shortens the pause by up to half, so
// that many clients do not come back at once. What the server asked for by Retry-After is never
// shortened; when it asks for more than a minute, the caller is told instead.
std::optional<int> retryPause(const RequestData &request, const Error &error, int tries,
    const QList<int> &delays, double shortening);

} // namespace falconer
