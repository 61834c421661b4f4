// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/targetindex.h"

#include <QRegularExpression>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

qsizetype fieldNamed(const QueryFields<SimTarget> &fields, const QString &name)
{
    const auto it = std::find_if(fields.begin(), fields.end(),
        [&](const QueryFieldInfo &field) { return field.name == name; });
    return it - fields.begin();
}

// Macros stand for another time in every request: what was computed is kept for some seconds only.
QString keyOf(
    const SimContext &context, const QString &restrictionKey, const QList<SortTerm> &terms)
{
    QString key = context.request.query("q") + u'\n' + restrictionKey + u'\n';
    for (const SortTerm &term : terms)
        key += QString::number(term.field) + (term.isDescending ? u'd' : u'a');
    if (key.contains("${"_L1))
        key += QString::number(context.fleet.now() / 5000);
    return key;
}

// Whether no word of the query is about what an outline lacks (TargetSource::outlineAt).
bool isAboutOutlines(const QString &query)
{
    static const QRegularExpression rest(u"attribute|metadata|tag|ipaddress|created|modified"_s,
        QRegularExpression::CaseInsensitiveOption);
    return !query.contains(rest);
}

} // namespace

SimResponse pagedTargets(SimContext &context, const Predicate<SimTarget> &restriction,
    const QString &restrictionKey, const QList<QueryFieldInfo> &parentFields)
{
    const Expected<Window> window = readWindow(context.request);
    if (!window)
        return window.error();
    const QueryFields<SimTarget> fields = targetFields(context.fleet);
    const QList<QueryFieldInfo> own = infoOf(fields);
    auto terms = readSortOf(context.request, own, parentFields.isEmpty() ? own : parentFields);
    if (!terms)
        return terms.error();
    const bool isSorted = !terms->isEmpty();
    if (!isSorted)
        terms->append(SortTerm{ .field = fieldNamed(fields, u"controllerid"_s) });
    const auto predicate = queryPredicate(context.fleet, context.request.query("q"), fields);
    if (!predicate)
        return predicate.error();
    TargetIndex::Question question{ .key = keyOf(context, restrictionKey, *terms),
        .terms = *terms,
        .fields = &fields,
        .shuffleEquals = isSorted && context.fleet.options().shuffleEquals,
        .isOutlined = !restriction && isAboutOutlines(context.request.query("q")) };
    if (context.request.hasQuery("q") || restriction)
        question.predicate = [&](const SimTarget &target) {
            return (!restriction || restriction(target)) && (*predicate)(target);
        };
    const TargetIndex::Answer found
        = context.fleet.targetIndex().ask(context.fleet, question, *window);
    QJsonArray content;
    for (const SimTarget &target : found.rows)
        content << targetJson(context, target, false);
    return answer(200, page(content, found.total));
}

} // namespace falconer
