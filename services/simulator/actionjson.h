// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

#include <QJsonObject>

namespace falconer {

// "targets/<id>/actions/<n>", encoded: what links to an action start with.
QString actionPath(const SimAction &action);
// As in lists: only the link to itself.
QJsonObject actionListJson(const SimContext &context, const SimAction &action);
// With all links; what "representation=full" and a single answer have.
QJsonObject actionFullJson(const SimContext &context, const SimAction &action);
QJsonObject statusJson(const SimContext &context, const SimStatus &status);

} // namespace falconer
