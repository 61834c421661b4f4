// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/distributionsetcolumns.h"

#include "models/relativetime.h"
#include "models/softwaretitles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace falconer {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("falconer::distributionSetColumns", text);
}

CellLook quiet(const DistributionSet &)
{
    return { .meaning = Meaning::Quiet };
}

QString stateToolTip(const DistributionSet &set)
{
    const QStringList names = deletedModules(set);
    return names.isEmpty()
        ? QString()
        : tr("Deleted on the server, with their files: %1. Devices cannot download them.")
              .arg(names.join(u", "_s));
}

QString moduleNames(const DistributionSet &set, const QString &separator)
{
    QStringList names;
    for (const SoftwareModule &module : set.modules)
        names << titleOf(module);
    names.sort(); // the server's order changes from answer to answer
    return names.join(separator);
}

} // namespace

QList<Column<DistributionSet>> distributionSetColumns()
{
    using Set = DistributionSet;
    return {
        { .id = u"name"_s,
            .title = tr("Name"),
            .text = [](const Set &s) { return s.name; },
            .sortKey = u"name"_s,
            .width = 200 },
        { .id = u"version"_s,
            .title = tr("Version"),
            .text = [](const Set &s) { return s.version; },
            .sortKey = u"version"_s,
            .width = 84 },
        { .id = u"type"_s,
            .title = tr("Type"),
            .text = [](const Set &s) { return typeText(s); },
            .sortKey = u"type"_s,
            .width = 110,
            .look = quiet },
        { .id = u"state"_s,
            .title = tr("State"),
            .text = distributionSetState,
            .width = 144,
            .toolTip = stateToolTip,
            .look = distributionSetLook },
        { .id = u"modules"_s,
            .title = tr("Modules"),
            .text = [](const Set &s) { return moduleNames(s, u", "_s); },
            .width = 220,
            .toolTip = [](const Set &s) { return moduleNames(s, u"\n"_s); },
            .look = quiet,
            .hiddenByDefault = true },
        { .id = u"created"_s,
            .title = tr("Created"),
            .text = [](const Set &s) { return exactTime(s.createdAt); },
            .sortKey = u"createdat"_s,
            .width = 150,
            .look = quiet,
            .hiddenByDefault = true },
    };
}

QString distributionSetState(const DistributionSet &set)
{
    if (set.deleted)
        return tr("deleted");
    if (!set.valid)
        return tr("invalidated");
    if (!set.complete)
        return tr("incomplete");
    if (!deletedModules(set).isEmpty()) // complete all the same, says the server
        return tr("a module is deleted");
    return set.locked ? tr("complete, locked") : tr("complete");
}

CellLook distributionSetLook(const DistributionSet &set)
{
    if (set.deleted || !set.valid)
        return { Meaning::Failure, Sign::Invalid };
    if (!set.complete || !deletedModules(set).isEmpty())
        return { Meaning::Attention, Sign::Warning };
    return { Meaning::Plain, set.locked ? Sign::Locked : Sign::None };
}

} // namespace falconer
