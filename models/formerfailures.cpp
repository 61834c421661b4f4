// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formerfailures.h"

#include "services/hawkbit/rsql.h"
#include "services/history/historycache.h"

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int soonMs = 300;     // many devices fail at once
constexpr int mostAtOnce = 100; // devices
constexpr int pageSize = 500;   // of actions, and of the reports of one

ListQuery newestFirst(const QString &filter = {})
{
    return { .limit = pageSize, .sort = { u"id"_s, Qt::DescendingOrder }, .filter = filter };
}

bool hasFailed(const Action &action)
{
    return !action.active && action.status == "error"_L1;
}

} // namespace

FormerFailures::FormerFailures(
    Client &client, HistoryCache *histories, const LaneList &lanes, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_histories(histories)
    , m_lanes(lanes)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &FormerFailures::look);
    connect(&lanes, &LaneList::changed, this, [this] {
        if (m_isWanted && !m_soon.isActive())
            m_soon.start();
    });
}

void FormerFailures::setWanted(bool wanted)
{
    if (std::exchange(m_isWanted, wanted) == wanted)
        return;
    if (wanted) {
        m_error.reset();
        return m_soon.start();
    }
    m_soon.stop();
    m_call = {};
    m_isAsking = false;
    update();
}

// What is known of lanes that stay is kept; what could not be read is asked for once more when
// somebody looks again, or another device fails.
void FormerFailures::look()
{
    QMap<QString, Question> wanted;
    for (int i = 0; i < m_lanes.count(); ++i) {
        const TimelineLane &lane = m_lanes.lane(i);
        if (!lane.action || lane.isOlder || lane.timeline.outcome.kind != OutcomeKind::Error)
            continue;
        const QString key = lane.key() + u'\n' + QString::number(lane.action->id);
        if (const auto kept = m_questions.constFind(key); kept != m_questions.cend()) {
            wanted.insert(key, *kept);
            continue;
        }
        m_listed.remove(lane.controllerId); // a later action: what came before it is news, too
        wanted.insert(key,
            { .controllerId = lane.controllerId,
                .action = lane.action->id,
                .set = lane.action->distributionSet });
    }
    const QStringList now = wanted.keys();
    const bool isSame = now == m_questions.keys();
    if (std::ranges::none_of(now, [this](const QString &key) {
            return m_questions.contains(key);
        })) { // another selection
        m_read = 0;
        m_listed.clear();
    }
    m_questions = std::move(wanted);
    if (!m_isAsking && !(m_error && isSame)) {
        m_error.reset();
        findActions();
    }
    update();
}

// Devices whose older actions are not known yet, as many as one address has room for.
void FormerFailures::findActions()
{
    QStringList devices;
    for (const Question &question : std::as_const(m_questions)) {
        if (!question.isTold && !m_listed.contains(question.controllerId))
            devices << question.controllerId;
    }
    devices.removeDuplicates();
    if (devices.isEmpty())
        return readNext();
    const QString field = u"target.controllerid"_s;
    devices.resize(std::min<qsizetype>(devices.size(), mostAtOnce));
    QStringList filters = rsqlIn(field, devices);
    while (filters.size() > 1) {
        devices.resize(devices.size() / 2);
        filters = rsqlIn(field, devices);
    }
    m_isAsking = true;
    m_call = m_client.send(listActions(newestFirst(filters.constFirst())),
        [this, devices](const Result<Page<Action>> &page) {
            if (!page)
                return fail(page.error());
            takeActions(devices, *page);
        });
}

void FormerFailures::takeActions(const QStringList &devices, const Page<Action> &page)
{
    QHash<QString, QList<Action>> byDevice; // newest first
    for (const Action &action : page.content)
        byDevice[action.controllerId] << action;
    const bool isWhole = page.total <= page.content.size();
    m_listed += QSet<QString>(devices.begin(), devices.end());
    for (Question &question : m_questions) {
        if (!question.isTold && devices.contains(question.controllerId))
            tell(question, byDevice.value(question.controllerId), isWhole);
    }
    findActions();
}

// The former set is the one of the newest older action that brought another.
void FormerFailures::tell(Question &question, const QList<Action> &actions, bool isWhole)
{
    const auto present = std::ranges::find(actions, question.action, &Action::id);
    if (present != actions.end())
        question.set = present->distributionSet;
    const auto former = std::ranges::find_if(actions, [&question](const Action &action) {
        return action.id < question.action && action.distributionSet != question.set;
    });
    if (former == actions.end())
        question.isTold = isWhole; // there was none, unless the page was too short
    else if (hasFailed(*former))
        question.former = *former;
    else
        question.isTold = true;
}

void FormerFailures::readNext()
{
    m_isAsking = false;
    const auto next = std::ranges::find_if(
        m_questions, [](const Question &question) { return question.former.has_value(); });
    if (m_isWanted && next != m_questions.end() && m_read < mostHistories) {
        ++m_read;
        m_isAsking = true;
        read(next.key(), *next->former);
    }
    update();
}

void FormerFailures::read(const QString &key, const Action &former)
{
    const auto ask = [this, key, former] {
        m_call = m_client.send(listActionStatuses(former.controllerId, former.id, newestFirst()),
            [this, key, former](const Result<Page<ActionStatus>> &page) {
                if (!page)
                    return fail(page.error());
                if (m_histories && page->content.size() >= page->total)
                    m_histories->keep(former, page->content);
                takeHistory(key, page->content);
            });
    };
    if (!m_histories)
        return ask();
    m_call = m_histories->load(
        historyKey(former), [this, key, ask](const std::optional<QList<ActionStatus>> &kept) {
            kept ? takeHistory(key, *kept) : ask();
        });
}

void FormerFailures::takeHistory(const QString &key, const QList<ActionStatus> &statuses)
{
    const auto question = m_questions.find(key);
    if (question != m_questions.end() && question->former) {
        question->failure = failureOf(question->controllerId,
            buildTimeline(*std::exchange(question->former, {}), statuses, m_patterns));
        question->isTold = true;
    }
    readNext();
}

void FormerFailures::fail(const Error &error)
{
    m_isAsking = false;
    m_error = error;
    update();
}

void FormerFailures::update()
{
    Known known{ .devices = int(m_questions.size()), .isReading = m_isAsking, .error = m_error };
    for (const Question &question : std::as_const(m_questions)) {
        known.told += question.isTold;
        if (question.failure)
            known.failures << *question.failure;
    }
    if (known == m_known)
        return;
    m_known = known;
    emit changed();
}

} // namespace falconer
