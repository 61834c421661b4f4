// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/maintenance.h"

#include <QString>
#include <QTimeZone>

namespace falconer {

// "every day at 02:00"
QString scheduleText(const QuartzCron &cron);
// What is wrong with a schedule, where, and what may stand there.
QString cronProblemText(const CronError &error);
// "every day at 02:00 for 1 h, UTC+01:00", or the first thing that is wrong.
QString windowText(const WindowCheck &check);
// The next starts on the device's clock, and on that of zone: "Tue 24 Nov 02:00, Wed 25 Nov 02:00".
QString deviceStartsText(const WindowCheck &check);
QString localStartsText(const WindowCheck &check, const QTimeZone &zone);

} // namespace falconer
