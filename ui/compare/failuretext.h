// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/failurelist.h"
#include "models/formerfailures.h"

namespace falconer {

// "Slot (12 MiB) is too small for image (20 MiB)", or that there is no reason.
QString failureTitle(const FailureCluster &cluster);
// "7 devices, code 4; first 14:02, last 14:31; the former set failed so, too".
QString failureDetail(const FailureCluster &cluster, const QDateTime &now);

// Fills in the words of all groups.
void sayFailures(FailureGroups &groups, const QDateTime &now);

// A head and a line each, columns by tabs, for spreadsheets.
// isFormerKnown: else it is not known of a cluster that it was not there before.
QString failuresAsText(const QList<FailureCluster> &clusters, bool isFormerKnown);
// What was learned of the former sets of these devices; empty: nothing failed, or nobody asked.
QString formerText(const FormerFailures::Known &former);

} // namespace falconer
