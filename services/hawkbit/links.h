// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/json.h"

namespace falconer {

// What hawkBit tells only in the links of an answer. Links are never followed (behind a proxy they
// name another host) and may be missing: then the answers are empty.

// The name or address of _links.<relation>.
QString linkName(const JsonReader &json, QLatin1StringView relation);
QString linkAddress(const JsonReader &json, QLatin1StringView relation);

// The decoded controller id of an address ".../targets/{id}" or ".../targets/{id}/actions/{n}".
QString controllerIdOf(const QString &address);

} // namespace falconer
