// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/answers.h"
#include "services/simulator/queryfield.h"

#include <algorithm>

namespace falconer {

// The sort of a nested list is checked against the fields of its parent (hawkbit-api 2.2); what
// only the parent has breaks the real server. Answers the terms by the child's fields.
Expected<QList<SortTerm>> readSortOf(const SimRequest &request, const QList<QueryFieldInfo> &fields,
    const QList<QueryFieldInfo> &parentFields);

// Sorts rows by the terms, equal ones left in their order.
template <typename T>
void sortRows(const Fleet &fleet, QList<const T *> &rows, const QList<SortTerm> &terms,
    const QueryFields<T> &fields)
{
    const auto isBefore = [&](const T *left, const T *right) {
        for (const SortTerm &term : terms) {
            const auto value = fields.at(term.field).value;
            const QString sub = fields.at(term.field).subs.value(0);
            const auto order = compare(value(fleet, *left, sub), value(fleet, *right, sub));
            if (order != 0)
                return (order < 0) != term.isDescending;
        }
        return false;
    };
    std::stable_sort(rows.begin(), rows.end(), isBefore);
}

// One page of the rows that q matches, sorted, as {content, total, size}. Without a sort the rows
// keep their order.
template <typename T>
SimResponse pagedRows(SimContext &context, const QList<const T *> &rows,
    const QueryFields<T> &fields, const std::function<QJsonObject(const T &)> &write,
    const QList<QueryFieldInfo> &parentFields = {})
{
    const Expected<Window> window = readWindow(context.request);
    if (!window)
        return window.error();
    const QList<QueryFieldInfo> own = infoOf(fields);
    const auto terms
        = readSortOf(context.request, own, parentFields.isEmpty() ? own : parentFields);
    if (!terms)
        return terms.error();
    const QString q = context.request.query("q");
    const auto predicate = queryPredicate(context.fleet, q, fields, QueryPart::BeforePaging);
    const auto whole = queryPredicate(context.fleet, q, fields);
    if (!predicate)
        return predicate.error();
    QList<const T *> matching;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(matching),
        [&](const T *row) { return (*predicate)(*row); });
    if (!terms->isEmpty()) {
        if (context.fleet.options().shuffleEquals)
            std::shuffle(matching.begin(), matching.end(), context.fleet.random());
        sortRows(context.fleet, matching, *terms, fields);
    }
    QJsonArray content;
    for (const T *row : matching.mid(window->offset, window->limit)) {
        if ((*whole)(*row))
            content << write(*row);
    }
    return answer(200, page(content, matching.size()));
}

// The rows of a table as a list takes them, those left out that are soft-deleted.
template <typename T> QList<const T *> listedRows(const Table<T> &table)
{
    QList<const T *> rows;
    for (const auto &entry : table.rows()) {
        const T &row = entry.second;
        if constexpr (requires { row.deleted; }) {
            if (row.deleted)
                continue;
        }
        rows << &row;
    }
    return rows;
}

// A page of targets, whatever their number: every one, or those that the restriction lets through.
// Its key tells one restriction from another, as what was computed is kept; empty: none.
SimResponse pagedTargets(SimContext &context, const Predicate<SimTarget> &restriction = {},
    const QString &restrictionKey = {}, const QList<QueryFieldInfo> &parentFields = {});

} // namespace falconer
