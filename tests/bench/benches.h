// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QUrl;

namespace falconer {

// Each prints its figures, beside the bare HTTP time of the same request where there is one.
void benchStart();    // program start to first rows painted
void benchRows();     // jump, scroll, memory, over a million targets
void benchFilter();   // from the last letter to the rows
void benchAction();   // the history of an action opened
void benchAssign();   // 12,000 targets
void benchTimeline(); // 200 lanes of 1,000 entries
void benchIdle();     // requests in a minute in which nothing happens
void benchUpload();   // gigabytes, beside curl

// What benchStart() starts as a process of its own: the whole program, signing in at this server
// with the password of the environment; says when its first rows were painted. Returns the exit
// code.
int showFirstRows(QApplication &application, const QUrl &server);

} // namespace falconer
