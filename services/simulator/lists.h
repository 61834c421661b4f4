// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

#include <QJsonObject>

#include <optional>

namespace falconer {

// Answers of lists. q, sort, offset and limit are read from the request; the order without a sort
// is the order of the rows given (hawkBit's: ids ascending, but actions and statuses newest first).
// The rows need to live as long as the call only.
SimResponse pagedActions(SimContext &context, const QList<const SimAction *> &rows,
    QJsonObject (*write)(const SimContext &, const SimAction &));
SimResponse pagedStatuses(SimContext &context, const QList<const SimStatus *> &rows,
    QJsonObject (*write)(const SimContext &, const SimStatus &));
SimResponse pagedSets(SimContext &context, const QList<const SimSet *> &rows);

// The actions that q matches (DELETE /actions?q=), or the refusal that a wrong q gets.
struct MatchedActions {
    QList<const SimAction *> actions;
    std::optional<SimResponse> refused;
};
MatchedActions matchActions(SimContext &context, const QString &q);

} // namespace falconer
