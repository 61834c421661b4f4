// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/plan.h"
#include "ui/shared/icons.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace falconer {

// A consequence as it is read: sign, number, sentence, and the names behind it.
struct ConsequenceLine {
    QString id; // which line it is, whatever it says now: it stays expanded by that
    Icon icon = Icon::Information;
    Tone tone = Tone::Plain;
    std::optional<qint64> number; // nothing: it is not known, or none belongs there
    QString sentence;
    QStringList names;
    QString details; // of a failure, for the tooltip

    bool operator==(const ConsequenceLine &) const = default;
};

// "gateway-os 2.4.0"
QString setText(const DistributionSet &set);
// "berlin-gw-0101", or "Entrance (berlin-gw-0101)" where the name is another.
QStringList namesOf(const QList<PlanTarget> &targets);
// "1 h 12 min", "5 min", "40 s": without a zero at the end, as people say a planned time.
QString roundDurationText(qint64 seconds);

QString planTitle(const Plan &plan);
QList<ConsequenceLine> planLines(const Plan &plan, const QDateTime &now);
// Why it cannot be applied; empty: it can.
QString blockText(const Plan &plan);
// "1 request, about 10 devices start at their next poll (within 5 min)". pollSeconds: 0, unknown.
QString footerText(const Plan &plan, int pollSeconds);
QString assignButtonText(const Plan &plan);

} // namespace falconer
