// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"
#include "services/simulator/rsql.h"

#include <tl/expected.hpp>

#include <functional>
#include <variant>

namespace falconer {

// What a row has in a field: nothing, one value, or several texts (tags).
using QueryValue = std::variant<std::monostate, QString, qint64, bool, QStringList>;

enum class QueryKind { Text, Number, Boolean, Enum, Map };

// What q and sort may name of an entity, whatever its type (hawkbit-api 2.4).
struct QueryFieldInfo {
    QString name; // lower case
    QueryKind kind = QueryKind::Text;
    QStringList subs = {};   // sub-attributes it may or must have
    QString defaultSub = {}; // taken when none is given; empty while there are subs: one is needed
    QStringList constants = {}; // of an Enum
    bool isSortable = true;
    bool isOfPage = false; // compared only in the page that was fetched: the total ignores it
};

template <typename T> struct QueryField : QueryFieldInfo {
    QueryValue (*value)(const Fleet &fleet, const T &row, const QString &sub) = nullptr;
};

template <typename T> using QueryFields = QList<QueryField<T>>;

// One comparison made ready: which field, which sub-attribute, and the test of its value.
struct QueryTest {
    qsizetype field = 0;
    QString sub;
    std::function<bool(const QueryValue &)> test;
};

template <typename T> using Expected = tl::expected<T, SimResponse>;

// Checks a comparison against the fields; refuses as hawkBit does (rsqlInvalidField, notReadable).
Expected<QueryTest> makeTest(
    const Fleet &fleet, const RsqlNode &comparison, const QList<QueryFieldInfo> &fields);
// A text of q, or 400 rsqlParamSyntax.
Expected<RsqlNode> readQuery(const Fleet &fleet, const QString &q);

struct SortTerm {
    qsizetype field = 0;
    bool isDescending = false;
};
// The sort of the request by these fields; empty when it has none.
Expected<QList<SortTerm>> readSort(const SimRequest &request, const QList<QueryFieldInfo> &fields);
// Null first, then numbers, texts by code point.
std::partial_ordering compare(const QueryValue &left, const QueryValue &right);

struct Window {
    qint64 offset = 0;
    qint64 limit = 50;
};
Expected<Window> readWindow(const SimRequest &request);

template <typename T> QList<QueryFieldInfo> infoOf(const QueryFields<T> &fields)
{
    return { fields.begin(), fields.end() };
}

template <typename T> using Predicate = std::function<bool(const T &)>;

// Everything that q says, or what is left of it when fields of a page only are taken for granted.
enum class QueryPart { All, BeforePaging };

template <typename T>
Expected<Predicate<T>> makePredicate(const Fleet &fleet, const RsqlNode &node,
    const QueryFields<T> &fields, QueryPart part = QueryPart::All)
{
    if (node.kind == RsqlNode::Kind::Comparison) {
        Expected<QueryTest> test = makeTest(fleet, node, infoOf(fields));
        if (!test)
            return tl::unexpected(test.error());
        if (part == QueryPart::BeforePaging && fields.at(test->field).isOfPage)
            return [](const T &) { return true; };
        const auto value = fields.at(test->field).value;
        return [&fleet, value, test = std::move(*test)](
                   const T &row) { return test.test(value(fleet, row, test.sub)); };
    }
    std::vector<Predicate<T>> parts;
    for (const RsqlNode &child : node.children) {
        Expected<Predicate<T>> one = makePredicate<T>(fleet, child, fields, part);
        if (!one)
            return one;
        parts.push_back(std::move(*one));
    }
    const bool isAnd = node.kind == RsqlNode::Kind::And;
    return [parts, isAnd](const T &row) {
        for (const Predicate<T> &one : parts) {
            if (one(row) != isAnd)
                return !isAnd;
        }
        return isAnd;
    };
}

// The predicate of a q; everything when q is null.
template <typename T>
Expected<Predicate<T>> queryPredicate(const Fleet &fleet, const QString &q,
    const QueryFields<T> &fields, QueryPart part = QueryPart::All)
{
    if (q.isNull())
        return [](const T &) { return true; };
    const Expected<RsqlNode> node = readQuery(fleet, q);
    if (!node)
        return tl::unexpected(node.error());
    return makePredicate<T>(fleet, *node, fields, part);
}

// The fields of every entity. They depend on the wire.
QueryFields<SimTarget> targetFields(const Fleet &fleet);
QueryFields<SimSet> setFields(const Fleet &fleet);
QueryFields<SimModule> moduleFields(const Fleet &fleet);
QueryFields<SimModuleType> moduleTypeFields(const Fleet &fleet);
QueryFields<SimSetType> setTypeFields(const Fleet &fleet);
QueryFields<SimTargetType> targetTypeFields(const Fleet &fleet);
QueryFields<SimTag> tagFields(const Fleet &fleet);
QueryFields<SimTag> setTagFields(const Fleet &fleet);
QueryFields<SimFilter> filterFields(const Fleet &fleet);
QueryFields<SimAction> actionFields(const Fleet &fleet);
QueryFields<SimStatus> statusFields(const Fleet &fleet);

} // namespace falconer
