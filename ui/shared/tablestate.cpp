// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/tablestate.h"

#include "models/pagedmodelbase.h"

#include <QHeaderView>
#include <QJsonArray>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QVariant headerValue(const QHeaderView &header, int logical, int role)
{
    return header.model()->headerData(logical, Qt::Horizontal, role);
}

QString idOf(const QHeaderView &header, int logical)
{
    return headerValue(header, logical, PagedModelBase::ColumnIdRole).toString();
}

int logicalOf(const QHeaderView &header, const QString &id)
{
    for (int logical = 0; logical < header.count(); ++logical) {
        if (idOf(header, logical) == id)
            return logical;
    }
    return -1;
}

int defaultWidth(const QHeaderView &header, int logical)
{
    const QVariant width = headerValue(header, logical, PagedModelBase::WidthRole);
    return width.isValid() ? width.toInt() : 120;
}

// The shown section that takes what the others leave; -1: there is none.
int stretched(const QHeaderView &header)
{
    if (!header.stretchLastSection())
        return -1;
    for (int visual = header.count() - 1; visual >= 0; --visual) {
        const int logical = header.logicalIndex(visual);
        if (!header.isSectionHidden(logical))
            return logical;
    }
    return -1;
}

} // namespace

TableState TableState::of(const QHeaderView &header)
{
    TableState state;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int logical = header.logicalIndex(visual);
        const bool hidden = header.isSectionHidden(logical);
        // A hidden section says 0, and a stretched one is as wide as this window happens to be.
        const int width = logical == stretched(header) ? 0 : header.sectionSize(logical);
        state.columns << Column{ idOf(header, logical), width, hidden };
    }
    if (header.isSortIndicatorShown() && header.sortIndicatorSection() < header.count())
        state.sortColumn = idOf(header, header.sortIndicatorSection());
    state.sortOrder = header.sortIndicatorOrder();
    return state;
}

TableState TableState::defaultsOf(const QHeaderView &header)
{
    TableState state;
    for (int logical = 0; logical < header.count(); ++logical) {
        state.columns << Column{ idOf(header, logical), defaultWidth(header, logical),
            headerValue(header, logical, PagedModelBase::HiddenRole).toBool() };
    }
    return state;
}

void TableState::applyTo(QHeaderView &header) const
{
    int visual = 0;
    for (const Column &column : columns) {
        const int logical = logicalOf(header, column.id);
        if (logical < 0)
            continue;
        header.moveSection(header.visualIndex(logical), visual++);
        header.setSectionHidden(logical, column.hidden);
    }
    // Qt makes a stretched section never narrower than it was last told: its own width, not one of
    // a wider window.
    const int last = stretched(header);
    for (const Column &column : columns) {
        const int logical = logicalOf(header, column.id);
        if (logical >= 0 && logical != last && !column.hidden && column.width > 0)
            header.resizeSection(logical, column.width);
    }
    if (last >= 0)
        header.resizeSection(last, defaultWidth(header, last));
    const int sorted = logicalOf(header, sortColumn);
    header.setSortIndicatorShown(sorted >= 0);
    if (sorted >= 0)
        header.setSortIndicator(sorted, sortOrder);
}

QJsonObject TableState::toJson() const
{
    QJsonArray list;
    for (const Column &column : columns)
        list << QJsonObject{ { u"id"_s, column.id }, { u"width"_s, column.width },
            { u"hidden"_s, column.hidden } };
    return { { u"columns"_s, list }, { u"sort"_s, sortColumn },
        { u"descending"_s, sortOrder == Qt::DescendingOrder } };
}

TableState TableState::fromJson(const QJsonObject &json)
{
    TableState state{ .sortColumn = json["sort"_L1].toString(),
        .sortOrder = json["descending"_L1].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder };
    const QJsonArray list = json["columns"_L1].toArray();
    for (const QJsonValue &value : list)
        state.columns << Column{ value["id"_L1].toString(), value["width"_L1].toInt(),
            value["hidden"_L1].toBool() };
    return state;
}

} // namespace falconer
