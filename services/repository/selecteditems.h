// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/pagewalk.h"
#include "services/hawkbit/rsql.h"

#include <QSet>

namespace falconer {

// Which items of a list somebody means: those at hand, ids of others, or all that match a filter
// but some.
template <typename T> struct ItemSelection {
    QList<T> items;
    QList<qint64> ids;             // selected, their values are not at hand
    std::optional<QString> filter; // RSQL, instead of both
    QSet<qint64> excluded;         // of the filter
    qint64 count = 0;              // all of them, those whose ids are not known yet among them

    static ItemSelection of(const QList<T> &items)
    {
        return { .items = items, .count = items.size() };
    }

    // Whether the values of all are at hand.
    bool isAtHand() const { return !filter && items.size() == count; }
    bool isBeingRead() const { return !filter && items.size() + ids.size() < count; }

    bool operator==(const ItemSelection &) const = default;
};

// Finds the values of selected items: what a sheet must know before it can say what it would do to
// them. Of those that match a filter it takes no more than limit and says so. Dropping it ends it.
template <typename T> class SelectedItems final {
public:
    static constexpr qsizetype limit = 1'000;

    struct Found {
        QList<T> items;
        bool limited = false;
    };
    using Done = std::function<void(const Result<Found> &)>;

    // Asks, so not for what is at hand. Runs done once, never before find() returned.
    void find(
        Client &client, const ItemSelection<T> &selection, typename PageWalk<T>::Ask ask, Done done)
    {
        m_selection = selection;
        m_found = { .items = selection.items };
        m_done = std::move(done);
        m_walk.start(
            client, filters(), std::move(ask), [this](const Page<T> &page) { return take(page); },
            [this](const std::optional<Error> &error) {
                const Done answer = m_done;
                if (error)
                    answer(tl::unexpected(*error));
                else
                    answer(m_found);
            });
    }

private:
    QStringList filters() const
    {
        if (m_selection.filter)
            return { *m_selection.filter };
        QStringList ids;
        for (const qint64 id : m_selection.ids)
            ids << QString::number(id);
        return rsqlIn(QStringLiteral("id"), ids);
    }
    bool take(const Page<T> &page) // false: that is enough
    {
        for (const T &item : page.content) {
            if (!m_selection.excluded.contains(item.id))
                m_found.items << item;
        }
        m_found.limited = m_selection.filter && page.total > limit + m_selection.excluded.size();
        const bool isEnough = m_found.limited && m_found.items.size() >= limit;
        if (isEnough)
            m_found.items.resize(limit);
        return !isEnough;
    }

    ItemSelection<T> m_selection;
    Found m_found;
    Done m_done;
    PageWalk<T> m_walk;
};

} // namespace falconer
