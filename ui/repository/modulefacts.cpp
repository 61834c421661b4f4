// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/modulefacts.h"

#include "models/distributionsetcolumns.h"
#include "models/relativetime.h"
#include "models/softwaretitles.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace falconer {

namespace {

constexpr qsizetype mostHolders = 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ModuleFacts)
};

QString lockText(const SoftwareModule &module)
{
    return module.locked
        ? Words::tr("locked: its artifacts no longer change, because a set that holds it was "
                    "assigned, or somebody locked it")
        : Words::tr("not locked: artifacts may be added and deleted");
}

} // namespace

QList<PropertyRow> moduleFacts(const SoftwareModule &module, const QString &typeColour)
{
    QList<PropertyRow> rows;
    if (module.deleted)
        rows << PropertyRow{ Words::tr("Deleted"),
            Words::tr("hidden on the server; its name and version stay taken") };
    if (!module.description.isEmpty())
        rows << PropertyRow{ Words::tr("Description"), module.description };
    rows << PropertyRow{
        .label = Words::tr("Type"), .value = typeText(module), .colour = typeColour
    };
    if (!module.vendor.isEmpty())
        rows << PropertyRow{ Words::tr("Vendor"), module.vendor };
    rows << PropertyRow{ Words::tr("Lock"), lockText(module) };
    if (!module.complete.value_or(true))
        rows << PropertyRow{ Words::tr("Complete"),
            Words::tr("no: it has fewer artifacts than its type demands") };
    if (module.encrypted)
        rows << PropertyRow{ Words::tr("Encrypted"), Words::tr("its artifacts are") };
    rows << PropertyRow{ Words::tr("Created"), dayAndTime(module.createdAt),
        exactTime(module.createdAt) };
    rows << PropertyRow{ Words::tr("Changed"), dayAndTime(module.lastModifiedAt),
        exactTime(module.lastModifiedAt) };
    return rows;
}

QList<PropertyRow> holderFacts(const Page<DistributionSet> &holders)
{
    QList<PropertyRow> rows;
    const qsizetype shown = std::min(mostHolders, holders.content.size());
    for (const DistributionSet &set : holders.content.first(shown))
        rows << PropertyRow{ {},
            Words::tr("%1 (%2)").arg(titleOf(set), distributionSetState(set)) };
    if (holders.total > shown)
        rows << PropertyRow{ {},
            Words::tr("and %1 more").arg(QLocale().toString(holders.total - shown)) };
    return rows;
}

} // namespace falconer
