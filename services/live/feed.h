// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/live/feedentry.h"
#include "services/live/feedpace.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

namespace falconer {

// Keeps what is on screen up to date. hawkBit has no events and no change stamp (design 3.4,
// peers 7), so whoever shows something watches the requests that its visible part needs. Each
// distinct request is sent at most once a tick whoever asked, with If-None-Match, inside one
// budget. Ticks are slower while nothing runs or the window is hidden, and back off on connection
// loss, 5xx and 429, when one request probes for all. What a server refuses for good (404, 403,
// 400) is asked again only as often as Priority::Slow.
class Feed final : public QObject {
    Q_OBJECT

public:
    enum class State { Live, Slow, Paused, Failing }; // Slow: the window is hidden

    // Whether a new request is sent at once, or waits for its turn since the watcher has loaded
    // the same by itself.
    enum class First { AtOnce, InTurn };

    explicit Feed(Client &client, FeedPace pace = {}, QObject *parent = nullptr);
    ~Feed() override;

    // changed runs with each value that differs from the one before (T needs operator==), and with
    // an error when it begins or becomes another; never before watch() returned. What another
    // watcher knows already comes at once. Dropping the Call ends it. changed must not destroy the
    // feed.
    template <typename T>
    [[nodiscard]] Call watch(Request<T> request, Priority priority,
        std::type_identity_t<std::function<void(const Result<T> &)>> changed,
        First first = First::AtOnce)
    {
        FeedEntry<T> &entry = entryFor<T>(std::move(request));
        const int id = entry.add(priority, std::move(changed));
        watched(entry, id, first);
        return Call([feed = QPointer(this), &entry, id] {
            if (feed)
                feed->unwatch(entry, id);
        });
    }

    void setActive(bool active); // whether the window can be seen; becoming visible asks at once
    void pause();                // only what is new is still asked for
    void resume();               // asks at once
    void refresh();              // asks for everything at once: after a write of our own

    State state() const;
    const QDateTime &lastSuccess() const { return m_lastSuccess; } // UTC; invalid: none yet
    double requestsPerSecond() const;                              // of the last ten seconds
    int interval() const;                                          // from tick to tick, ms

public slots:
    void tick(); // sends what is due; called by the feed's own timer

signals:
    void stateChanged();
    void answered();                                                       // lastSuccess moved
    void certificateRefused(const falconer::PeerCertificate &certificate); // each time

private:
    template <typename T> FeedEntry<T> &entryFor(Request<T> request)
    {
        for (const auto &entry : m_entries) {
            auto *const same = dynamic_cast<FeedEntry<T> *>(entry.get());
            if (same && same->data() == request)
                return *same;
        }
        m_entries.push_back(std::make_unique<FeedEntry<T>>(std::move(request)));
        return static_cast<FeedEntry<T> &>(*m_entries.back());
    }

    qint64 now() const;
    int pauseOf(Priority priority) const;
    void watched(FeedEntryBase &entry, int id, First first);
    void unwatch(FeedEntryBase &entry, int id);
    void sendNew();
    void send(FeedEntryBase &entry);
    void ended(FeedEntryBase &entry, const std::optional<Error> &error, quint64 tick);
    QList<FeedEntryBase *> dueEntries() const;
    bool hasLanes() const;
    void setFailures(int failures);

    Client &m_client;
    FeedPace m_pace;
    std::vector<std::unique_ptr<FeedEntryBase>> m_entries;
    QTimer m_timer;
    QTimer m_soon;
    QList<qint64> m_sent; // when, of the last ten seconds
    QDateTime m_lastSuccess;
    int m_failures = 0; // ticks in a row
    int m_retryAfter = 0;
    quint64 m_tick = 0;
    bool m_failedThisTick = false;
    bool m_probing = false; // one request asks for all
    bool m_active = true;
    bool m_paused = false;
};

} // namespace falconer
