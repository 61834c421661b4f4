// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"
#include "services/time/utc.h"
#include "services/timeline/messagepatterns.h"

namespace falconer {

// The running action of a device that speaks a language of its own.
inline Action germanAction()
{
    using namespace Qt::StringLiterals;
    return {
        .id = 7, .active = true, .controllerId = u"anlage-3"_s, .distributionSet = u"Firmware:4"_s
    };
}

inline QList<ActionStatus> germanStatuses()
{
    using namespace Qt::StringLiterals;
    const QStringList lines{ u"Assignment initiated by user 'admin'"_s, u"Beginne: Kernel"_s,
        u"Kernel zu 40 v.H."_s, u"Kernel zu 80 v.H."_s, u"Beendet: Kernel"_s, u"Beginne: Wurzel"_s,
        u"Fehler bei: Wurzel"_s, u"Neustart"_s };
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'795'000'000'000, inUtc);
    QList<ActionStatus> statuses;
    for (const QString &line : lines) {
        const qint64 id = statuses.size() + 1;
        statuses << ActionStatus{ .id = id,
            .type = u"running"_s,
            .messages = { line },
            .reportedAt = start.addSecs(10 * id) };
    }
    return statuses;
}

inline QList<MessagePattern> germanPatterns()
{
    using namespace Qt::StringLiterals;
    return { { PatternRole::Begin, u"^Beginne: (.*)"_s, u"\\1"_s },
        { PatternRole::End, u"^Beendet: (.*)"_s, u"\\1"_s },
        { PatternRole::Failed, u"^Fehler bei: (.*)"_s, u"\\1"_s },
        { PatternRole::Progress, u"^(.*) zu (\\d+) v\\.H\\."_s, u"\\1"_s, 2 } };
}

} // namespace falconer
