// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metadatacolumns.h"

#include <QCoreApplication>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("falconer::metadataColumns", text);
}

} // namespace

QList<Column<Metadata>> metadataColumns(MetadataOwner::Kind kind)
{
    QList<Column<Metadata>> columns{
        { .id = u"key"_s,
            .title = tr("Key"),
            .text = [](const Metadata &entry) { return entry.key; },
            .width = 120 },
        { .id = u"value"_s,
            .title = tr("Value"),
            .text = [](const Metadata &entry) { return entry.value.simplified(); },
            .width = 240,
            .toolTip = [](const Metadata &entry) { return entry.value; } },
    };
    if (kind == MetadataOwner::Kind::SoftwareModule) {
        columns << Column<Metadata>{ .id = u"visible"_s,
            .title = tr("Visible"),
            .text =
                [](const Metadata &entry) {
                    return entry.targetVisible ? tr("to targets") : tr("no");
                },
            .width = 86 };
    }
    return columns;
}

} // namespace falconer
