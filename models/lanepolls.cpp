// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lanepolls.h"

#include "services/hawkbit/rsql.h"

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

LanePolls::LanePolls(Feed &feed, Found found)
    : m_feed(feed)
    , m_found(std::move(found))
{
}

void LanePolls::watch(const QStringList &controllerIds)
{
    if (std::exchange(m_watched, controllerIds) == controllerIds)
        return;
    m_calls.clear();
    for (const QString &filter : rsqlIn(u"controllerid"_s, controllerIds)) {
        m_calls.push_back(m_feed.watch(
            listTargets({ .limit = mostTargets, .filter = filter }), Priority::OnScreen,
            [this](const Result<Page<Target>> &page) {
                if (page) // else what is known stays; the feed asks again
                    std::ranges::for_each(page->content, m_found);
            },
            Feed::First::InTurn));
    }
}

} // namespace falconer
