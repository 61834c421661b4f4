// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinelane.h"

#include <QByteArray>
#include <QList>

namespace falconer {

// For spreadsheets: a line an action, phase, step and mark (RFC 4180, UTF-8 with its mark, since
// spreadsheets guess else). Times in UTC. A text that a spreadsheet would run as a formula has an
// apostrophe before it: devices write here what they like.
QByteArray timelineCsv(const QList<TimelineLane> &lanes);

} // namespace falconer
