// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attentionlist.h"

namespace falconer {

// "Silent", "Waits for confirmation".
QString attentionTitle(ActionState state);
// Why actions are in that state, for all of them.
QString attentionReason(const AttentionHead &head);
// One of them: "silent for 4 min in Copying image to rootfs.1; usual is 1 min".
QString attentionSituation(const AttentionItem &item, const QDateTime &now);

// A head and a line for each action of the groups, columns by tabs, for spreadsheets.
QString attentionAsText(const AttentionGroups &groups);

// Fills in the words of all groups.
void sayAttention(AttentionGroups &groups, const QDateTime &now);

} // namespace falconer
