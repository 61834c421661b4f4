// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/targetindex.h"

#include <numeric>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using Keys = QList<QueryValue>;

Keys keysOf(const Fleet &fleet, const TargetIndex::Question &question, const SimTarget &target)
{
    Keys keys;
    keys.reserve(question.terms.size());
    for (const SortTerm &term : question.terms) {
        const auto &field = question.fields->at(term.field);
        keys << field.value(fleet, target, field.subs.value(0));
    }
    return keys;
}

// By the terms; equal ones by row, so that the order is total.
bool isBefore(const TargetIndex::Question &question, const Keys &left, quint32 leftRow,
    const Keys &right, quint32 rightRow)
{
    for (qsizetype i = 0; i < question.terms.size(); ++i) {
        const auto order = compare(left.at(i), right.at(i));
        if (order != 0)
            return (order < 0) != question.terms.at(i).isDescending;
    }
    return leftRow < rightRow;
}

// Generated rows are in the order of their names and ids already.
bool isNatural(const TargetIndex::Question &question)
{
    const QString name = question.fields->at(question.terms.first().field).name;
    return name == "id"_L1 || name == "controllerid"_L1 || name == "name"_L1;
}

std::vector<quint32> matchingRows(const Fleet &fleet, const TargetIndex::Question &question)
{
    const TargetSource *source = fleet.targets.source();
    std::vector<quint32> rows;
    for (quint32 row = 0; source && row < source->count(); ++row) {
        const auto target
            = [&] { return question.isOutlined ? source->outlineAt(row) : source->at(row); };
        if (!question.predicate || question.predicate(target()))
            rows.push_back(row);
    }
    return rows;
}

void sortGenerated(
    const Fleet &fleet, const TargetIndex::Question &question, std::vector<quint32> &rows)
{
    if (isNatural(question)) {
        if (question.terms.first().isDescending)
            std::reverse(rows.begin(), rows.end());
        return;
    }
    std::vector<std::pair<Keys, quint32>> keyed;
    keyed.reserve(rows.size());
    for (const quint32 row : rows)
        keyed.emplace_back(keysOf(fleet, question, fleet.targets.source()->at(row)), row);
    std::sort(keyed.begin(), keyed.end(), [&](const auto &left, const auto &right) {
        return isBefore(question, left.first, left.second, right.first, right.second);
    });
    std::transform(
        keyed.begin(), keyed.end(), rows.begin(), [](const auto &one) { return one.second; });
}

} // namespace

TargetIndex::Base &TargetIndex::base(const Fleet &fleet, const Question &question)
{
    constexpr size_t kept = 8;
    const auto found = std::find_if(
        m_bases.begin(), m_bases.end(), [&](const Base &base) { return base.key == question.key; });
    if (found != m_bases.end()) {
        m_bases.splice(m_bases.begin(), m_bases, found);
        return m_bases.front();
    }
    m_bases.push_front({ .key = question.key, .rows = matchingRows(fleet, question) });
    sortGenerated(fleet, question, m_bases.front().rows);
    if (m_bases.size() > kept)
        m_bases.pop_back();
    return m_bases.front();
}

quint32 TargetIndex::positionOf(
    const Fleet &fleet, const Question &question, Base &base, const Touched &row)
{
    const auto known = base.positions.find(row.row);
    if (known != base.positions.end() && known->second.first == row.keys)
        return known->second.second;
    const auto it = std::partition_point(base.rows.begin(), base.rows.end(), [&](quint32 other) {
        const Keys keys = keysOf(fleet, question, fleet.targets.source()->at(other));
        return isBefore(question, keys, other, row.keys, row.row);
    });
    const auto position = quint32(it - base.rows.begin());
    base.positions[row.row] = { row.keys, position };
    return position;
}

TargetIndex::Answer TargetIndex::ask(Fleet &fleet, const Question &question, const Window &window)
{
    Base &generated = base(fleet, question);
    std::vector<Touched> touched;
    std::vector<bool> hidden(fleet.targets.source() ? fleet.targets.source()->count() : 0);
    for (const quint32 row : fleet.targets.removedRows())
        hidden[row] = true;
    for (const auto &[row, target] : fleet.targets.overlay()) {
        if (row < hidden.size())
            hidden[row] = true;
        if (!question.predicate || question.predicate(target))
            touched.push_back({ row, target, keysOf(fleet, question, target) });
    }
    if (question.shuffleEquals) // by id before the stable order below: equals come in any order
        std::shuffle(touched.begin(), touched.end(), fleet.random());
    std::stable_sort(
        touched.begin(), touched.end(), [&](const Touched &left, const Touched &right) {
            const bool anyOrder = question.shuffleEquals;
            return isBefore(
                question, left.keys, anyOrder ? 0 : left.row, right.keys, anyOrder ? 0 : right.row);
        });
    for (Touched &row : touched)
        row.position = positionOf(fleet, question, generated, row);

    Answer answer;
    size_t next = 0;
    const auto give = [&](auto target) {
        if (answer.total >= window.offset && answer.total < window.offset + window.limit)
            answer.rows << target();
        ++answer.total;
    };
    for (quint32 at = 0; at <= generated.rows.size(); ++at) {
        for (; next < touched.size() && touched[next].position <= at; ++next)
            give([&] { return touched[next].target; });
        if (at < generated.rows.size() && !hidden[generated.rows[at]])
            give([&] { return fleet.targets.source()->at(generated.rows[at]); });
    }
    return answer;
}

} // namespace falconer
