// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/failuretext.h"

#include "models/relativetime.h"
#include "ui/compare/momenttext.h"
#include "ui/shared/errortext.h"
#include "ui/timeline/lanewords.h"

#include <QCoreApplication>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::FailureText)
};

QString cell(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ').simplified();
}

} // namespace

QString failureTitle(const FailureCluster &cluster)
{
    QString cause = shortCause(cluster.example);
    if (!cause.isEmpty())
        return cause;
    return cluster.code ? Words::tr("Failed with code %1, without a message").arg(*cluster.code)
                        : Words::tr("Failed, the device gave no reason");
}

QString failureDetail(const FailureCluster &cluster, const QDateTime &now)
{
    QString text = Words::tr("%n device(s)", nullptr, int(cluster.devices.size()));
    if (cluster.code)
        text = Words::tr("%1, code %2").arg(text).arg(*cluster.code);
    QStringList parts{ text };
    if (cluster.firstSeen.isValid()) {
        const QString first = momentText(cluster.firstSeen, now);
        const QString last = momentText(cluster.lastSeen, now);
        parts << (first == last ? Words::tr("at %1").arg(last)
                                : Words::tr("first %1, last %2").arg(first, last));
    }
    if (cluster.hadBefore)
        parts << Words::tr("also before, with the former set");
    return parts.join(u"; "_s);
}

void sayFailures(FailureGroups &groups, const QDateTime &now)
{
    for (FailureList::Group &group : groups) {
        group.head.title = failureTitle(group.head.cluster);
        group.head.detail = failureDetail(group.head.cluster, now);
        for (FailureItem &item : group.items) {
            item.own = shortCause(item.own);
            item.at = momentText(item.failure.at, now);
        }
    }
}

QString formerText(const FormerFailures::Known &former)
{
    if (former.devices == 0)
        return {};
    if (former.isReading)
        return Words::tr("Looking at what these devices had before...");
    const int failed = int(former.failures.size());
    const QString told = former.told == former.devices
        ? Words::tr(
            "Compared with the former set of each device: %n failed with it.", nullptr, failed)
        : Words::tr("Compared with the former set of %1 of %2 devices, %n of which failed with it; "
                    "of the others it is not known.",
            nullptr, failed)
              .arg(former.told)
              .arg(former.devices);
    if (!former.error)
        return former.told > 0
            ? told
            : Words::tr("Whether the former sets failed in the same way is not known.");
    const QString why = errorText(*former.error).sentence;
    return former.told > 0
        ? told + u' ' + why
        : Words::tr("Whether the former sets failed in the same way is not known: %1").arg(why);
}

QString failuresAsText(const QList<FailureCluster> &clusters, bool isFormerKnown)
{
    QStringList rows{ QStringList{ Words::tr("Failures"), Words::tr("Last code"),
        Words::tr("First seen"), Words::tr("Last seen"), Words::tr("Also before"),
        Words::tr("Message"), Words::tr("Devices") }
                          .join(u'\t') };
    for (const FailureCluster &cluster : clusters)
        rows << QStringList{ QString::number(cluster.count),
            cluster.code ? QString::number(*cluster.code) : QString(), exactTime(cluster.firstSeen),
            exactTime(cluster.lastSeen),
            cluster.hadBefore   ? Words::tr("yes")
                : isFormerKnown ? Words::tr("no")
                                : Words::tr("not known"),
            cell(cluster.example), cluster.devices.join(u' ') }
                    .join(u'\t');
    return rows.join(u'\n');
}

} // namespace falconer
