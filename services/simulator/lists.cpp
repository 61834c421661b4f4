// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/lists.h"

#include "services/simulator/pagedlist.h"

namespace falconer {

using namespace Qt::StringLiterals;

Expected<QList<SortTerm>> readSortOf(const SimRequest &request, const QList<QueryFieldInfo> &fields,
    const QList<QueryFieldInfo> &parentFields)
{
    Expected<QList<SortTerm>> terms = readSort(request, parentFields);
    if (!terms)
        return terms;
    for (SortTerm &term : *terms) {
        const QString name = parentFields.at(term.field).name;
        const auto it = std::find_if(fields.begin(), fields.end(),
            [&](const QueryFieldInfo &field) { return field.name == name; });
        if (it == fields.end())
            return tl::unexpected(springError(500));
        term.field = it - fields.begin();
    }
    return terms;
}

SimResponse pagedActions(SimContext &context, const QList<const SimAction *> &rows,
    QJsonObject (*write)(const SimContext &, const SimAction &))
{
    return pagedRows<SimAction>(context, rows, actionFields(context.fleet),
        [&](const SimAction &action) { return write(context, action); });
}

SimResponse pagedStatuses(SimContext &context, const QList<const SimStatus *> &rows,
    QJsonObject (*write)(const SimContext &, const SimStatus &))
{
    return pagedRows<SimStatus>(context, rows, statusFields(context.fleet),
        [&](const SimStatus &status) { return write(context, status); });
}

SimResponse pagedSets(SimContext &context, const QList<const SimSet *> &rows)
{
    return pagedRows<SimSet>(context, rows, setFields(context.fleet),
        [&](const SimSet &set) { return setJson(context, set, false); });
}

MatchedActions matchActions(SimContext &context, const QString &q)
{
    const auto predicate = queryPredicate(context.fleet, q, actionFields(context.fleet));
    if (!predicate)
        return { .refused = predicate.error() };
    MatchedActions matched;
    for (const auto &[id, action] : context.fleet.actions.rows()) {
        if ((*predicate)(action))
            matched.actions << &action;
    }
    return matched;
}

} // namespace falconer
