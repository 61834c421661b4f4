// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/live/feed.h"

#include <QElapsedTimer>

#include <algorithm>

namespace falconer {

namespace {

constexpr qint64 rateWindow = 10'000; // ms over which requestsPerSecond() counts

qint64 steadyTime()
{
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
}

// What the next try may well answer; everything else the server means.
bool isPassing(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::Unauthorized:
    case ErrorKind::RateLimited:
    case ErrorKind::Server:
    case ErrorKind::Protocol:
        return true;
    default:
        return false;
    }
}

} // namespace

Feed::Feed(Client &client, FeedPace pace, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_pace(std::move(pace))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Feed::tick);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Feed::sendNew);
    m_timer.start(interval());
}

Feed::~Feed() = default;

qint64 Feed::now() const
{
    return m_pace.clock ? m_pace.clock() : steadyTime();
}

// From one request to the next of an entry, beside the ticks.
int Feed::pauseOf(Priority priority) const
{
    switch (priority) {
    case Priority::Steady:
        return m_active ? m_pace.steady : m_pace.slow;
    case Priority::Slow:
        return m_pace.slow;
    default:
        return 0;
    }
}

int Feed::interval() const
{
    const int usual = !m_active ? m_pace.hidden : hasLanes() ? m_pace.busy : m_pace.idle;
    if (m_failures == 0)
        return usual;
    const int backedOff = usual << std::min(m_failures, 10);
    return std::max({ usual, std::min(backedOff, m_pace.longestBackOff), m_retryAfter });
}

bool Feed::hasLanes() const
{
    return std::ranges::any_of(m_entries, [](const auto &entry) {
        return entry->isWatched() && entry->priority() == Priority::Lane;
    });
}

Feed::State Feed::state() const
{
    if (m_paused)
        return State::Paused;
    if (m_failures > 0)
        return State::Failing;
    return m_active ? State::Live : State::Slow;
}

double Feed::requestsPerSecond() const
{
    const qint64 since = now() - rateWindow;
    return double(std::ranges::count_if(m_sent, [&](qint64 at) { return at > since; })) * 1000.0
        / double(rateWindow);
}

void Feed::setActive(bool active)
{
    if (std::exchange(m_active, active) == active)
        return;
    emit stateChanged();
    if (m_paused)
        return;
    if (!active)
        return m_timer.start(interval());
    for (const auto &entry : m_entries) {
        if (entry->priority() == Priority::Steady)
            entry->dueAt = std::min(entry->dueAt, entry->sentAt + m_pace.steady);
    }
    tick();
}

void Feed::pause()
{
    if (std::exchange(m_paused, true))
        return;
    m_timer.stop();
    emit stateChanged();
}

void Feed::resume()
{
    if (!std::exchange(m_paused, false))
        return;
    emit stateChanged();
    tick();
}

void Feed::refresh()
{
    for (const auto &entry : m_entries)
        entry->dueAt = now();
    if (!m_paused)
        tick();
}

void Feed::watched(FeedEntryBase &entry, int id, First first)
{
    if (entry.isKnown()) {
        // The entry may be gone by then; the id alone does not tell.
        QTimer::singleShot(0, this, [this, wanted = &entry, id] {
            for (const auto &known : m_entries) {
                if (known.get() == wanted) {
                    wanted->announce(id);
                    return;
                }
            }
        });
    } else if (entry.sentAt < 0) {
        entry.dueAt = now() + (first == First::InTurn ? pauseOf(entry.priority()) : 0);
        entry.isWantedAtOnce |= first == First::AtOnce;
        if (first == First::AtOnce)
            m_soon.start(0);
    }
    // The first lane makes ticks come faster.
    if (!m_paused && m_timer.isActive() && m_timer.remainingTime() > interval())
        m_timer.start(interval());
}

void Feed::unwatch(FeedEntryBase &entry, int id)
{
    entry.removeWatcher(id);
}

// What nobody has an answer to yet, without waiting for a tick, also while paused: a page that is
// opened wants to show something.
void Feed::sendNew()
{
    const QList<FeedEntryBase *> due = dueEntries();
    for (FeedEntryBase *const entry : due) {
        if (entry->isWantedAtOnce)
            send(*entry);
    }
}

void Feed::tick()
{
    // What was dropped since the last tick is forgotten, not what is dropped now: whoever comes
    // back soon finds the value and the etag.
    std::erase_if(m_entries, [](const auto &entry) { return !entry->isWatched(); });
    if (m_paused)
        return;
    m_failedThisTick = false;
    m_probing = m_failures > 0;
    ++m_tick;
    QList<FeedEntryBase *> due = dueEntries();
    if (m_failures > 0)
        due.resize(std::min<qsizetype>(due.size(), 1));
    for (FeedEntryBase *const entry : std::as_const(due))
        send(*entry);
    m_timer.start(interval());
}

QList<FeedEntryBase *> Feed::dueEntries() const
{
    QList<FeedEntryBase *> due;
    for (const auto &entry : m_entries) {
        if (entry->isWatched() && !entry->isInFlight() && entry->dueAt <= now())
            due << entry.get();
    }
    std::ranges::stable_sort(due, {}, [](const FeedEntryBase *entry) {
        return std::pair(entry->priority(), entry->sentAt); // who waited longest, first
    });
    const auto sweep = std::ranges::find(due, Priority::Sweep, &FeedEntryBase::priority);
    const qsizetype urgent = sweep - due.begin();
    const qsizetype room = std::min<qsizetype>(m_pace.budget, urgent + m_pace.sweep);
    due.resize(std::min(due.size(), room));
    return due;
}

void Feed::send(FeedEntryBase &entry)
{
    const qint64 at = now();
    entry.sentAt = at;
    entry.isWantedAtOnce = false;
    entry.dueAt = at + pauseOf(entry.priority());
    m_sent << at;
    m_sent.removeIf([&](qint64 sent) { return sent <= at - rateWindow; });
    entry.send(m_client, [this, &entry, tick = m_tick](const std::optional<Error> &error) {
        ended(entry, error, tick);
    });
}

void Feed::ended(FeedEntryBase &entry, const std::optional<Error> &error, quint64 tick)
{
    if (error && isPassing(error->kind)) {
        m_retryAfter = std::max(m_retryAfter, error->retryAfterMs);
        if (!std::exchange(m_failedThisTick, true))
            setFailures(m_failures + 1);
        if (error->certificate)
            emit certificateRefused(*error->certificate);
        return;
    }
    if (error)
        entry.dueAt = now() + m_pace.slow;
    m_lastSuccess = QDateTime::currentDateTimeUtc();
    emit answered();
    // The probe speaks for all, also when a failure of an earlier tick came late.
    const bool isProbe = m_probing && tick == m_tick;
    if (m_failures > 0 && (isProbe || !m_failedThisTick))
        setFailures(0);
}

void Feed::setFailures(int failures)
{
    const State before = state();
    const bool isOver = failures == 0;
    m_failures = failures;
    if (isOver)
        m_retryAfter = 0;
    if (!m_paused)
        m_timer.start(isOver ? 0 : interval()); // the others have waited long enough
    if (state() != before)
        emit stateChanged();
}

} // namespace falconer
