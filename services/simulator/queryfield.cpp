// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/queryfield.h"

#include "services/simulator/answers.h"
#include "services/simulator/configs.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<SimResponse> syntaxError(const Fleet &fleet, const QString &message = {})
{
    const QString constant = u"The given search parameter is not well formed"_s;
    return tl::unexpected(refusal(400, u"rest.param.rsqlParamSyntax"_s,
        message.isEmpty() && fleet.isOldWire() ? constant : message));
}

tl::unexpected<SimResponse> invalidField(const Fleet &fleet, const QString &message = {})
{
    const QString constant = u"The given search parameter field does not exist"_s;
    return tl::unexpected(refusal(400, u"rest.param.rsqlInvalidField"_s,
        message.isEmpty() && fleet.isOldWire() ? constant : message));
}

// "type.id" of the set of an action: every part must be the name of a sub-attribute.
bool areSubs(const QString &sub, const QStringList &known)
{
    const QStringList parts = sub.split(u'.');
    return std::ranges::all_of(
        parts, [&known](const QString &part) { return known.contains(part); });
}

bool isId(const QString &sub)
{
    return sub == "id"_L1 || sub.endsWith(".id"_L1);
}

bool matchesWildcards(QStringView text, QStringView pattern)
{
    const qsizetype star = pattern.indexOf(u'*');
    if (star < 0)
        return text == pattern;
    if (!text.startsWith(pattern.left(star)))
        return false;
    text = text.mid(star);
    pattern = pattern.mid(star + 1);
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (matchesWildcards(text.mid(i), pattern))
            return true;
        if (pattern.isEmpty())
            return true;
    }
    return false;
}

bool compares(const QString &op, std::partial_ordering order)
{
    if (op == "=lt="_L1)
        return order < 0;
    if (op == "=le="_L1)
        return order <= 0;
    if (op == "=gt="_L1)
        return order > 0;
    return op == "=ge="_L1 && order >= 0;
}

bool isOrder(const QString &op)
{
    return op == "=lt="_L1 || op == "=le="_L1 || op == "=gt="_L1 || op == "=ge="_L1;
}

// Whether one text equals one of the wanted ones (lower case), with wildcards where they count.
bool equalsAny(const QString &text, const QStringList &wanted, bool wildcards)
{
    const QString lower = text.toLower();
    for (const QString &one : wanted) {
        if (wildcards && one.contains("\\*"_L1))
            continue; // an escaped asterisk finds nothing (hawkbit-api 2.3)
        if (wildcards ? matchesWildcards(lower, one) : lower == one)
            return true;
    }
    return false;
}

bool holds(const QString &op, const QStringList &wanted, const QueryValue &value)
{
    const bool wildcards = op != "=in="_L1 && op != "=out="_L1;
    if (const QString *text = std::get_if<QString>(&value))
        return equalsAny(*text, wanted, wildcards);
    if (const QStringList *texts = std::get_if<QStringList>(&value)) {
        for (const QString &text : *texts) {
            if (equalsAny(text, wanted, wildcards))
                return true;
        }
        return texts->isEmpty() && wanted == QStringList{ u""_s };
    }
    if (const qint64 *number = std::get_if<qint64>(&value))
        return wanted.contains(QString::number(*number));
    if (const bool *flag = std::get_if<bool>(&value))
        return wanted.contains(*flag ? "true"_L1 : "false"_L1);
    return wanted == QStringList{ u""_s };
}

bool isNull(const QueryValue &value)
{
    const QStringList *texts = std::get_if<QStringList>(&value);
    return std::holds_alternative<std::monostate>(value) || (texts && texts->isEmpty());
}

QStringList lowered(const QStringList &texts)
{
    QStringList result;
    for (const QString &text : texts)
        result << text.toLower();
    return result;
}

std::function<bool(const QueryValue &)> makeValueTest(
    const QString &op, const QStringList &values, QueryKind kind)
{
    const QStringList wanted = lowered(values);
    if (isOrder(op)) {
        if (kind == QueryKind::Map)
            return [](const QueryValue &) { return false; };
        const QueryValue bound = kind == QueryKind::Number ? QueryValue(values.first().toLongLong())
                                                           : QueryValue(wanted.first());
        return [op, bound](const QueryValue &value) {
            if (isNull(value))
                return false;
            const QString *text = std::get_if<QString>(&value);
            return compares(op, compare(text ? QueryValue(text->toLower()) : value, bound));
        };
    }
    const bool isNegative = op == "!="_L1 || op == "=out="_L1 || op == "=not="_L1;
    if ((op == "=is="_L1 || op == "=not="_L1) && wanted.first() == "null"_L1)
        return [isNegative](const QueryValue &value) { return isNull(value) != isNegative; };
    // A map is only asked where it has the key.
    const bool needsValue = kind == QueryKind::Map;
    return [op, wanted, isNegative, needsValue](const QueryValue &value) {
        if (needsValue && isNull(value))
            return false;
        return holds(op, wanted, value) != isNegative;
    };
}

std::optional<SimResponse> valueRefusal(
    const Fleet &fleet, const QueryFieldInfo &field, const QString &sub, const RsqlNode &node)
{
    const bool asksNull = node.op == "=is="_L1 || node.op == "=not="_L1;
    const bool isNumber
        = field.kind == QueryKind::Number || (isId(sub) && field.kind != QueryKind::Map);
    for (const QString &value : node.values) {
        if (asksNull && value.toLower() == "null"_L1 && field.kind != QueryKind::Boolean)
            continue;
        bool isInteger = false;
        (void)value.toLongLong(&isInteger);
        if (isNumber && !isInteger && !(value.isEmpty() || value == "*"_L1))
            return notReadable();
        if (field.kind == QueryKind::Enum && !field.constants.contains(value.toLower()))
            return invalidField(fleet,
                "Value of "_L1 + field.name + " must be one of the following: ["_L1
                    + field.constants.join(", "_L1) + u']')
                .value();
        const bool isFlag = value == "true"_L1 || value == "false"_L1;
        if (field.kind == QueryKind::Boolean && !isFlag)
            return syntaxError(fleet, u"Only a boolean value is supported"_s).value();
    }
    return {};
}

} // namespace

Expected<RsqlNode> readQuery(const Fleet &fleet, const QString &q)
{
    QString text = q;
    text.replace("${NOW_TS}"_L1, QString::number(fleet.now()), Qt::CaseInsensitive);
    text.replace("${OVERDUE_TS}"_L1, QString::number(overdueTimestamp(fleet)), Qt::CaseInsensitive);
    const std::optional<RsqlNode> node = parseRsql(text);
    if (!node)
        return syntaxError(fleet);
    return *node;
}

Expected<QueryTest> makeTest(
    const Fleet &fleet, const RsqlNode &node, const QList<QueryFieldInfo> &fields)
{
    const QString name = node.selector.section(u'.', 0, 0).toLower();
    QString sub = node.selector.section(u'.', 1);
    qsizetype index = 0;
    while (index < fields.size() && fields.at(index).name != name)
        ++index;
    if (index == fields.size())
        return invalidField(fleet);
    const QueryFieldInfo &field = fields.at(index);
    const QString list = field.subs.join(", "_L1);
    if (field.kind == QueryKind::Map && sub.isEmpty())
        return invalidField(fleet, "No key for the map field "_L1 + name);
    if (field.kind != QueryKind::Map) {
        sub = sub.isEmpty() ? field.defaultSub : sub.toLower();
        if (field.subs.isEmpty() && !sub.isEmpty())
            return invalidField(fleet, "Sub-attributes not supported for simple field "_L1 + name);
        if (!field.subs.isEmpty() && !areSubs(sub, field.subs))
            return invalidField(fleet, name + " requires one of the sub-attributes ["_L1 + list);
    }
    if (const auto refused = valueRefusal(fleet, field, sub, node))
        return tl::unexpected(*refused);
    const QueryKind kind
        = isId(sub) && field.kind == QueryKind::Text ? QueryKind::Number : field.kind;
    return QueryTest{ index, sub, makeValueTest(node.op, node.values, kind) };
}

std::partial_ordering compare(const QueryValue &left, const QueryValue &right)
{
    if (left.index() != right.index())
        return left.index() <=> right.index();
    if (const qint64 *number = std::get_if<qint64>(&left))
        return *number <=> std::get<qint64>(right);
    if (const bool *flag = std::get_if<bool>(&left))
        return *flag <=> std::get<bool>(right);
    if (const QString *text = std::get_if<QString>(&left))
        return QString::compare(*text, std::get<QString>(right)) <=> 0;
    if (const QStringList *texts = std::get_if<QStringList>(&left))
        return QString::compare(texts->join(u','), std::get<QStringList>(right).join(u',')) <=> 0;
    return std::partial_ordering::equivalent;
}

Expected<QList<SortTerm>> readSort(const SimRequest &request, const QList<QueryFieldInfo> &fields)
{
    const auto wrong = [](const QString &code) {
        return tl::unexpected(refusal(400, "rest.param."_L1 + code, u"The given sort is wrong"_s));
    };
    QList<SortTerm> terms;
    const QString sort = request.query("sort");
    for (const QString &part : sort.split(u',', Qt::SkipEmptyParts)) {
        const QStringList pair = part.split(u':');
        if (pair.size() != 2)
            return wrong(u"sortParamSyntax"_s);
        const QString name = pair.first().trimmed().toLower();
        qsizetype index = 0;
        while (index < fields.size()
            && (fields.at(index).name != name || !fields.at(index).isSortable))
            ++index;
        if (index == fields.size())
            return wrong(u"invalidField"_s);
        const QString direction = pair.last().trimmed().toUpper();
        if (direction != "ASC"_L1 && direction != "DESC"_L1)
            return wrong(u"invalidDirection"_s);
        terms << SortTerm{ index, direction == "DESC"_L1 };
    }
    return terms;
}

Expected<Window> readWindow(const SimRequest &request)
{
    const auto read = [&](QByteArrayView name, qint64 fallback, bool &ok) {
        const QString text = request.query(name);
        return text.isEmpty() ? fallback : qint64(text.toInt(&ok));
    };
    bool isOffset = true;
    bool isLimit = true;
    const qint64 offset = read("offset", 0, isOffset);
    const qint64 limit = read("limit", 50, isLimit);
    if (!isOffset || !isLimit)
        return tl::unexpected(notReadable());
    return Window{ qMax(qint64(0), offset), limit <= 0 ? 50 : qMin(qint64(500), limit) };
}

} // namespace falconer
