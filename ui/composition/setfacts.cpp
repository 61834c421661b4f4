// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setfacts.h"

#include "models/distributionsetcolumns.h"
#include "models/relativetime.h"
#include "ui/composition/compositiontext.h"

#include <QCoreApplication>
#include <QLocale>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SetFacts)
};

QString lockText(const DistributionSet &set)
{
    return set.locked ? Words::tr("locked: its modules and their artifacts no longer change")
                      : Words::tr("not locked: the next assignment locks it");
}

// "12 running, 3 error": as the server words its states, the most first.
QString countsText(const QMap<QString, qint64> &counts)
{
    QList<std::pair<qint64, QString>> states;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        if (it.key().compare("total"_L1, Qt::CaseInsensitive) != 0 && it.value() > 0)
            states << std::pair(it.value(), it.key().toLower().replace(u'_', u' '));
    }
    std::sort(states.begin(), states.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    QStringList words;
    for (const auto &[count, state] : std::as_const(states))
        words << Words::tr("%1 %2").arg(QLocale().toString(count), state);
    return words.isEmpty() ? Words::tr("none") : words.join(u", "_s);
}

} // namespace

QList<PropertyRow> setRows(const DistributionSet &set, const QString &typeColour)
{
    QList<PropertyRow> rows{
        { .label = Words::tr("Type"), .value = typeText(set), .colour = typeColour },
        { Words::tr("State"), distributionSetState(set) },
        { Words::tr("Lock"), lockText(set) },
    };
    if (set.requiredMigrationStep)
        rows << PropertyRow{ Words::tr("Migration"), Words::tr("devices must go through it") };
    if (!set.description.isEmpty())
        rows << PropertyRow{ Words::tr("Description"), set.description };
    rows << PropertyRow{ Words::tr("Created"),
        Words::tr("%1 by %2").arg(dayAndTime(set.createdAt), set.createdBy),
        exactTime(set.createdAt) };
    return rows;
}

QList<PropertyRow> useRows(const DistributionSetStatistics &statistics)
{
    return { { Words::tr("Actions"), countsText(statistics.actions) },
        { Words::tr("Rollouts"), countsText(statistics.rollouts) },
        { Words::tr("Auto-assigned"),
            statistics.autoAssignments > 0
                ? Words::tr("by %n target filter(s)", nullptr, int(statistics.autoAssignments))
                : Words::tr("by no target filter") } };
}

} // namespace falconer
