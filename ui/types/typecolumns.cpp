// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/types/typecolumns.h"

#include <QCoreApplication>
#include <QStringList>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using ModuleType = SoftwareModuleType;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TypeColumns)
};

constexpr qint64 mostThatIsCounted = 1'000'000;

QString most(const ModuleType &type)
{
    return type.maxAssignments > mostThatIsCounted ? Words::tr("any number")
                                                   : QString::number(type.maxAssignments);
}

QString least(const ModuleType &type)
{
    return type.minArtifacts == 0 ? Words::tr("none") : QString::number(type.minArtifacts);
}

QString names(const QList<ModuleType> &types)
{
    QStringList names;
    for (const ModuleType &type : types)
        names << type.name;
    return names.isEmpty() ? Words::tr("none") : names.join(u", "_s);
}

template <typename T> CellLook quiet(const T &)
{
    return { .meaning = Meaning::Quiet };
}

} // namespace

QList<Column<SoftwareModuleType>> moduleTypeColumns()
{
    return {
        { .id = u"name"_s,
            .title = Words::tr("Name"),
            .text = [](const ModuleType &type) { return type.name; },
            .width = 170 },
        { .id = u"key"_s,
            .title = Words::tr("Key"),
            .text = [](const ModuleType &type) { return type.key; },
            .width = 130 },
        { .id = u"most"_s,
            .title = Words::tr("In a set"),
            .text = most,
            .width = 92,
            .look = quiet<ModuleType> },
        { .id = u"least"_s,
            .title = Words::tr("Artifacts needed"),
            .text = least,
            .width = 120,
            .look = quiet<ModuleType> },
        { .id = u"colour"_s,
            .title = Words::tr("Colour"),
            .text = [](const ModuleType &type) { return type.colour; },
            .width = 110 },
        { .id = u"description"_s,
            .title = Words::tr("Description"),
            .text = [](const ModuleType &type) { return type.description; },
            .width = 200,
            .look = quiet<ModuleType> },
    };
}

QList<Column<SetTypeRules>> setTypeColumns()
{
    using Rules = SetTypeRules;
    return {
        { .id = u"name"_s,
            .title = Words::tr("Name"),
            .text = [](const Rules &rules) { return rules.type.name; },
            .width = 170 },
        { .id = u"key"_s,
            .title = Words::tr("Key"),
            .text = [](const Rules &rules) { return rules.type.key; },
            .width = 110 },
        { .id = u"must"_s,
            .title = Words::tr("Must hold"),
            .text = [](const Rules &rules) { return names(rules.mandatory); },
            .width = 160 },
        { .id = u"may"_s,
            .title = Words::tr("May hold"),
            .text = [](const Rules &rules) { return names(rules.optional); },
            .width = 150 },
        { .id = u"colour"_s,
            .title = Words::tr("Colour"),
            .text = [](const Rules &rules) { return rules.type.colour; },
            .width = 110 },
        { .id = u"description"_s,
            .title = Words::tr("Description"),
            .text = [](const Rules &rules) { return rules.type.description; },
            .width = 180,
            .look = quiet<Rules> },
    };
}

} // namespace falconer
