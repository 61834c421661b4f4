// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

namespace falconer {

// Confirmation of deployments, by a user or by the device itself (hawkbit-api 5.4).

// Takes {confirmation, code, details} for an action. What an odd body, an action that is over or
// one that is not waiting gets; else nothing.
std::optional<SimResponse> confirmAction(SimContext &context, SimAction &action);
// Switches auto-confirmation on and confirms what waits; false when it is on already.
bool activateAutoConfirm(SimContext &context, SimTarget &target, const QString &by);
QString autoConfirmedMessage(const SimAutoConfirm &autoConfirm, const QString &by);

} // namespace falconer
