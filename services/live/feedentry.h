// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/client.h"

#include <QMap>

#include <functional>
#include <optional>
#include <utility>

namespace falconer {

// How much a watched request matters, least last.
enum class Priority {
    OnScreen, // the rows that are looked at: every tick
    Steady,   // looked at, and changed by people alone: some times a minute
    Slow,     // changes rarely, such as a page of distribution sets
    Lane,     // the history of a running action on screen: every tick, and ticks come faster
    Sweep,    // off screen: a few a tick in turn, when the budget leaves room
};

// One request that somebody watches, whatever the type of its answer. Used by Feed only.
class FeedEntryBase {
public:
    explicit FeedEntryBase(RequestData data)
        : m_data(std::move(data))
    {
    }
    virtual ~FeedEntryBase() = default;
    Q_DISABLE_COPY_MOVE(FeedEntryBase)

    // Asks; ended runs before the watchers do, with what went wrong.
    using Ended = std::function<void(const std::optional<Error> &)>;
    virtual void send(Client &client, Ended ended) = 0;
    virtual void announce(int watcher) = 0; // what is known already
    virtual bool isKnown() const = 0;

    virtual void removeWatcher(int id);
    bool isWatched() const { return !m_watchers.isEmpty(); }
    Priority priority() const; // of the watcher that needs it most
    const RequestData &data() const { return m_data; }
    bool isInFlight() const { return m_inFlight; }

    qint64 dueAt = 0;
    qint64 sentAt = -1;          // -1: never
    bool isWantedAtOnce = false; // before the next tick

protected:
    int addWatcher(Priority priority);

    RequestData m_data;
    QMap<int, Priority> m_watchers;
    int m_nextId = 0;
    bool m_inFlight = false;
    Call m_call;
};

template <typename T> class FeedEntry final : public FeedEntryBase {
public:
    using Changed = std::function<void(const Result<T> &)>;

    explicit FeedEntry(Request<T> request)
        : FeedEntryBase(request)
        , m_request(std::move(request))
    {
    }

    int add(Priority priority, Changed changed)
    {
        const int id = addWatcher(priority);
        m_changed.insert(id, std::move(changed));
        return id;
    }

    void send(Client &client, Ended ended) override
    {
        m_inFlight = true;
        m_call = client.sendIfChanged(
            m_request, m_etag, [this, ended = std::move(ended)](Result<Client::Fresh<T>> answer) {
                receive(std::move(answer), ended);
            });
    }

    void announce(int watcher) override
    {
        if (m_known && m_watchers.contains(watcher))
            tell(watcher, Result<T>(*m_known));
    }

    bool isKnown() const override { return m_known.has_value(); }

    void removeWatcher(int id) override
    {
        m_changed.remove(id);
        FeedEntryBase::removeWatcher(id);
    }

private:
    void receive(Result<Client::Fresh<T>> answer, const Ended &ended)
    {
        m_inFlight = false;
        const Call over = std::move(m_call); // lives until the watchers were told
        if (!answer) {
            const bool isNews
                = !m_known || m_known->has_value() || m_known->error() != answer.error();
            m_etag.clear();
            m_known = tl::unexpected(answer.error());
            ended(answer.error());
            if (isNews)
                tellAll();
            return;
        }
        m_etag = answer->etag.isEmpty() && !answer->value ? m_etag : answer->etag;
        const bool isNews
            = answer->value && !(m_known && m_known->has_value() && **m_known == *answer->value);
        if (isNews)
            m_known = std::move(*answer->value);
        ended(std::nullopt);
        if (isNews)
            tellAll();
    }

    void tellAll()
    {
        const QList<int> watchers = m_watchers.keys();
        const Result<T> value = *m_known;
        for (const int watcher : watchers) {
            if (m_watchers.contains(watcher)) // not dropped by the one before
                tell(watcher, value);
        }
    }

    void tell(int watcher, const Result<T> &value)
    {
        const Changed changed = m_changed.value(watcher); // may drop its own Call
        changed(value);
    }

    Request<T> m_request;
    QByteArray m_etag;
    std::optional<Result<T>> m_known;
    QMap<int, Changed> m_changed;
};

} // namespace falconer
