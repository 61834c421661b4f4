// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neweractions.h"

#include "services/hawkbit/rsql.h"

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

NewerActions::NewerActions(
    Feed &feed, std::function<void(const Action &)> found, std::function<void()> moved)
    : m_feed(feed)
    , m_found(std::move(found))
    , m_moved(std::move(moved))
{
}

void NewerActions::watch(const QStringList &controllerIds)
{
    if (std::exchange(m_watched, controllerIds) != controllerIds) {
        m_seen = seenByAll();
        m_parts.clear();
        for (const QString &filter : rsqlIn(u"target.controllerid"_s, controllerIds))
            m_parts.push_back({ .filter = filter, .seen = m_seen });
    }
    for (Part &part : m_parts) {
        if (part.asked != part.seen)
            ask(part);
    }
}

qint64 NewerActions::seenByAll() const
{
    const auto least = std::ranges::min_element(m_parts, {}, &Part::seen);
    return least == m_parts.end() ? m_seen : least->seen;
}

// At first the newest ones; then what is behind them, the oldest first: if there are more than a
// page holds, the next answer goes on.
void NewerActions::ask(Part &part)
{
    const bool isFirst = part.seen == 0;
    part.asked = part.seen;
    part.call = m_feed.watch(
        listActions({ .limit = pageSize,
            .sort = { u"id"_s, isFirst ? Qt::DescendingOrder : Qt::AscendingOrder },
            .filter
            = rsqlAnd({ isFirst ? QString() : u"id=gt=%1"_s.arg(part.seen), part.filter }) }),
        Priority::Sweep,
        [this, filter = part.filter](const Result<Page<Action>> &page) {
            if (page) // else the feed asks again
                take(filter, *page);
        },
        Feed::First::InTurn);
}

void NewerActions::take(const QString &filter, const Page<Action> &page)
{
    const auto part = std::ranges::find(m_parts, filter, &Part::filter);
    if (part == m_parts.end() || page.content.isEmpty())
        return;
    for (const Action &action : page.content) {
        part->seen = std::max(part->seen, action.id);
        m_found(action);
    }
    if (part->seen != part->asked)
        m_moved();
}

} // namespace falconer
