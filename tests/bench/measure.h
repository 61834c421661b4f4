// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace falconer {

// Milliseconds since the steady clock's start, with fractions.
double nowMs();
// What this thread has computed, in ms: other programs do not add to it.
double cpuMs();

// Runs the event loop until the condition holds and returns how long that took in ms; ends the
// program with a word when it does not hold within 60 s.
double untilMs(const char *what, const std::function<bool()> &condition);

// Lets the event loop run for this long.
void idleFor(int ms);

double percentile(QList<double> values, double share); // share 0 to 1
double median(const QList<double> &values);

// Resident memory of a process, this one unless told, in MB (10^6 bytes).
double residentMb(qint64 process = 0);

// One line of the report: what, how much, and what it is measured against in the same run.
void report(const QString &what, double ms);
void reportBeside(const QString &what, double ms, double bareMs, double aimAboveBareMs);
void reportText(const QString &what, const QString &figure);

} // namespace falconer
