// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/page.h"
#include "services/http/client.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace falconer {

// Reads every page of one or several filters, one request after another. Dropping it ends it.
template <typename T> class PageWalk final {
public:
    using Ask = std::function<Request<Page<T>>(const ListQuery &)>;
    using TakePage = std::function<bool(const Page<T> &)>; // false: that is enough
    using Done = std::function<void(const std::optional<Error> &)>;

    static constexpr int pageSize = 500;

    void start(Client &client, const QStringList &filters, Ask ask, TakePage takePage, Done done)
    {
        m_client = &client;
        m_filters = filters;
        m_ask = std::move(ask);
        m_takePage = std::move(takePage);
        m_done = std::move(done);
        m_offset = 0;
        next();
    }

    void stop() { m_call = {}; }

private:
    void next()
    {
        if (m_filters.isEmpty()) {
            const Done done = m_done;
            return done(std::nullopt);
        }
        const ListQuery query{ .offset = m_offset, .limit = pageSize, .filter = m_filters.first() };
        m_call = m_client->send(m_ask(query), [this](Result<Page<T>> page) { take(page); });
    }

    void take(const Result<Page<T>> &page)
    {
        // Copies, since either may start this walk again.
        const Done done = m_done;
        if (!page)
            return done(page.error());
        const TakePage takePage = m_takePage;
        if (!takePage(*page))
            return done(std::nullopt);
        m_offset += page->content.size();
        if (page->content.isEmpty() || m_offset >= page->total) {
            m_filters.removeFirst();
            m_offset = 0;
        }
        next();
    }

    Client *m_client = nullptr;
    QStringList m_filters;
    Ask m_ask;
    TakePage m_takePage;
    Done m_done;
    qint64 m_offset = 0;
    Call m_call;
};

} // namespace falconer
