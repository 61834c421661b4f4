// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/page.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

bool isUnique(const QString &field)
{
    return field == "id"_L1 || field == "controllerid"_L1;
}

QString toText(const Sort &sort)
{
    const QString text = sort.field + (sort.order == Qt::AscendingOrder ? ":ASC"_L1 : ":DESC"_L1);
    return isUnique(sort.field) ? text : QString(text + ",id:ASC"_L1);
}

} // namespace

Query toQuery(const ListQuery &query)
{
    Query result{ { u"offset"_s, QString::number(query.offset) },
        { u"limit"_s, QString::number(query.limit) } };
    if (!query.sort.field.isEmpty())
        result.append({ u"sort"_s, toText(query.sort) });
    if (!query.filter.trimmed().isEmpty())
        result.append({ u"q"_s, query.filter });
    return result;
}

} // namespace falconer
