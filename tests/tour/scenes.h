// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace falconer {

class Stage;

// The steps of the tour; each scene begins where the one before it ended.

// From the first start to the fleet of the demo.
void playConnect(Stage &stage);
// Search, selection, details.
void playFleet(Stage &stage);
// A drag, the plan, its options, the result.
void playPlan(Stage &stage);
// An installation from its first report to its end, and what it said.
void playTimeline(Stage &stage);
// Cancel and force-quit of an action that hangs.
void playRecovery(Stage &stage);
// Many devices beside each other: in groups, their steps, progress, what needs a person, failures.
void playCompare(Stage &stage);
// The settings: a pattern for the words of own devices, from the first key to the lane.
void playSettings(Stage &stage);
// The workspace of all actions.
void playActions(Stage &stage);
// The repository: a module, its file, and what is in it.
void playRepository(Stage &stage);
// A file dropped from outside: the next version of a set, its upload, and the plan for a device.
void playBringIn(Stage &stage);
// Both looks, and the smallest window.
void playLooks(Stage &stage);
// A wrong password at this server, a host that nobody knows.
void playErrors(Stage &stage, const QUrl &server);

} // namespace falconer
