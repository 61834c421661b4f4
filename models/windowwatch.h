// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagedmodel.h"
#include "services/live/feed.h"

#include <optional>
#include <utility>

namespace falconer {

// Keeps the rows of a PagedModel that are on screen up to date: has the feed ask for its
// windowQuery(), and for another one as soon as other rows are in sight. The model's own pages
// come first.
template <typename T> class WindowWatch final : public QObject {
public:
    using List = Request<Page<T>> (*)(const ListQuery &);

    // model and feed outlive it.
    WindowWatch(PagedModel<T> &model, Feed &feed, List list, Priority priority)
        : m_model(model)
        , m_feed(feed)
        , m_list(list)
        , m_priority(priority)
    {
        connect(&model, &PagedModelBase::rowsLoaded, this, &WindowWatch::follow);
        connect(&model, &PagedModelBase::windowChanged, this, &WindowWatch::follow);
        connect(&model, &PagedModelBase::loadingChanged, this, &WindowWatch::compareAgain);
    }

    // Runs with each answer before the rows take it, so that the two can be compared.
    void setNews(std::function<void(const Page<T> &)> news) { m_news = std::move(news); }

private:
    void follow()
    {
        const std::optional<ListQuery> query = m_model.windowQuery();
        if (!query || query == m_watched)
            return;
        m_watched = query;
        m_watch = m_feed.watch(
            m_list(*query), m_priority,
            [this, query = *query](const Result<Page<T>> &page) {
                if (page)
                    take(query, *page);
            },
            Feed::First::InTurn);
    }
    void take(const ListQuery &query, const Page<T> &page)
    {
        if (m_news)
            m_news(page);
        m_model.refreshRows(query, page);
        m_early.reset();
        if (m_model.isLoading())
            m_early.emplace(query, page);
    }
    // What came while the model was fetching its rows anew differs from those it had before, not
    // from those it has now: nothing waits any more.
    void compareAgain(bool isLoading)
    {
        if (isLoading || !m_early)
            return;
        const auto [query, page] = *std::exchange(m_early, std::nullopt);
        m_model.refreshRows(query, page);
    }

    PagedModel<T> &m_model;
    Feed &m_feed;
    const List m_list;
    const Priority m_priority;
    std::function<void(const Page<T> &)> m_news;
    std::optional<ListQuery> m_watched;
    std::optional<std::pair<ListQuery, Page<T>>> m_early; // the model was loading meanwhile
    Call m_watch;
};

} // namespace falconer
