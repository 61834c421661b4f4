// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

namespace falconer {

// Whether the user has the right of this name (of 1.0.4), granted, by a role, or implied
// (hawkbit-api 1.2). On the old wire the *_REPOSITORY rights stand for those of their successors.
bool hasRight(const SimContext &context, const QString &right);
SimResponse forbidden();

// The user of an Authorization header; null when it names none.
const SimUser *userOf(const Fleet &fleet, const QByteArray &authorization);

} // namespace falconer
