// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/softwaremodulecolumns.h"

#include "models/relativetime.h"
#include "models/softwaretitles.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace falconer {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("falconer::softwareModuleColumns", text);
}

CellLook quiet(const SoftwareModule &)
{
    return { .meaning = Meaning::Quiet };
}

} // namespace

QList<Column<SoftwareModule>> softwareModuleColumns()
{
    using Module = SoftwareModule;
    return {
        { .id = u"name"_s,
            .title = tr("Name"),
            .text = [](const Module &m) { return m.name; },
            .sortKey = u"name"_s,
            .width = 164 },
        { .id = u"version"_s,
            .title = tr("Version"),
            .text = [](const Module &m) { return m.version; },
            .sortKey = u"version"_s,
            .width = 84 },
        { .id = u"type"_s,
            .title = tr("Type"),
            .text = [](const Module &m) { return typeText(m); },
            .sortKey = u"type"_s,
            .width = 118,
            .look = quiet },
        { .id = u"state"_s,
            .title = tr("State"),
            .text = softwareModuleState,
            .width = 132,
            .look = softwareModuleLook },
        { .id = u"vendor"_s,
            .title = tr("Vendor"),
            .text = [](const Module &m) { return m.vendor; },
            .width = 120,
            .look = quiet },
        { .id = u"description"_s,
            .title = tr("Description"),
            .text = [](const Module &m) { return m.description; },
            .sortKey = u"description"_s,
            .width = 220,
            .look = quiet,
            .hiddenByDefault = true },
        { .id = u"created"_s,
            .title = tr("Created"),
            .text = [](const Module &m) { return exactTime(m.createdAt); },
            .sortKey = u"id"_s, // as they were made: hawkBit 0.9 sorts modules by no time
            .width = 150,
            .look = quiet,
            .hiddenByDefault = true },
    };
}

QString softwareModuleState(const SoftwareModule &module)
{
    if (module.deleted)
        return tr("deleted");
    QStringList words;
    if (!module.complete.value_or(true))
        words << tr("artifacts missing");
    if (module.locked)
        words << tr("locked");
    if (module.encrypted)
        words << tr("encrypted");
    return words.join(u", "_s);
}

CellLook softwareModuleLook(const SoftwareModule &module)
{
    if (module.deleted)
        return { Meaning::Failure, Sign::Invalid };
    if (!module.complete.value_or(true))
        return { Meaning::Attention, Sign::Warning };
    return { Meaning::Plain, module.locked ? Sign::Locked : Sign::None };
}

} // namespace falconer
