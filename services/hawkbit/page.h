// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/request.h"

#include <QList>
#include <QString>

namespace falconer {

// A page of a list as hawkBit sends it: {"content":[...],"total":N,"size":n}.
template <typename T> struct Page {
    QList<T> content;
    qint64 total = 0; // all matches, not only this page

    bool operator==(const Page &) const = default;
};

template <typename T, T (*Read)(const JsonReader &)> Page<T> readPage(const JsonReader &json)
{
    return { .content = json.list<T>(QLatin1StringView("content"), Read),
        .total = json.integer(QLatin1StringView("total")) };
}

// The same for the lists that come whole, as a bare JSON array.
template <typename T, T (*Read)(const JsonReader &)> QList<T> readList(const JsonReader &json)
{
    return json.asList<T>(Read);
}

struct Sort {
    QString field; // the name of the query field (hawkbit-api 2.4), in lower case; empty: as the
                   // server likes
    Qt::SortOrder order = Qt::AscendingOrder;

    bool operator==(const Sort &) const = default;
};

// Which part of a list is wanted. limit is at most 500.
struct ListQuery {
    qint64 offset = 0;
    int limit = 50;
    Sort sort;
    QString filter; // RSQL; empty: everything

    bool operator==(const ListQuery &) const = default;
};

// The query of a list request. A sort always ends with id, since real servers lose and repeat rows
// between pages unless it is unique (hawkbit-api 2.2). Without a sort none is sent: the order that
// each server then chooses is unique already (targets by controllerId, actions and their statuses
// the newest id first, all else by id). An empty filter is left out: the server refuses it.
Query toQuery(const ListQuery &query);

} // namespace falconer
