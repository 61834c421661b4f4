// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/serverprobe.h"

#include "services/http/path.h"

#include <QPointer>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

Request<Nothing> isThere(const QString &resource, const Query &query = {})
{
    return { { .path = managementPath({ resource }), .query = query, .patience = Patience::Probe },
        ignoreBody() };
}

// Only a hawkBit that has the resource refuses it for want of a right; one without says 404.
bool hasResource(const Result<Nothing> &answer)
{
    return answer || answer.error().kind == ErrorKind::Forbidden;
}

// At the very first call these say that something else answers in hawkBit's place: a web server
// that has no such page, a proxy whose server is away. hawkBit's own errors have a code.
bool isStranger(const Error &error)
{
    if (!error.code.isEmpty())
        return false;
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Invalid
        || (error.httpStatus >= 502 && error.httpStatus <= 504);
}

Error asProtocol(Error error)
{
    if (isStranger(error))
        error.kind = ErrorKind::Protocol;
    if (error.kind == ErrorKind::Protocol && !error.where.startsWith("GET "_L1)) {
        const QString place = u"GET "_s + QString::fromLatin1(getUserInfo().path);
        error.where = error.where.isEmpty() ? place : QString(place + ": "_L1 + error.where);
    }
    return error;
}

} // namespace

Call ServerProbe::start(Client &client, Done done)
{
    auto *probe = new ServerProbe(client, std::move(done));
    probe->signIn();
    return Call([guard = QPointer(probe)] {
        if (guard)
            guard->stop();
    });
}

ServerProbe::ServerProbe(Client &client, Done done)
    : QObject(&client)
    , m_client(client)
    , m_done(std::move(done))
{
}

void ServerProbe::signIn()
{
    m_calls.push_back(m_client.send(getUserInfo(), [this](Result<UserInfo> user) {
        if (user)
            askWhatItCan(std::move(*user));
        else
            finish(tl::unexpected(asProtocol(std::move(user.error()))));
    }));
}

void ServerProbe::askWhatItCan(UserInfo user)
{
    m_facts.user = std::move(user);
    m_waitingFor = 3;
    askGroups();
    askAutoAssignments();
    askConfig();
}

void ServerProbe::askGroups()
{
    m_calls.push_back(
        m_client.send(isThere(u"targetgroups"_s), [this](const Result<Nothing> &answer) {
            // A step that got no answer at all leaves the newer dialect.
            if (!answer && answer.error().kind == ErrorKind::NotFound)
                m_facts.dialect.detailedActionStatus = false;
            stepDone();
        }));
}

void ServerProbe::askAutoAssignments()
{
    m_calls.push_back(m_client.send(isThere(u"autoassignments"_s, { { u"limit"_s, u"1"_s } }),
        [this](const Result<Nothing> &answer) {
            m_facts.dialect.hasAutoAssignments = hasResource(answer);
            stepDone();
        }));
}

void ServerProbe::askConfig()
{
    Request<SystemConfig> request = getSystemConfig();
    request.patience = Patience::Probe;
    m_calls.push_back(m_client.send(std::move(request), [this](Result<SystemConfig> config) {
        if (config)
            m_facts.config = std::move(*config);
        stepDone();
    }));
}

void ServerProbe::stepDone()
{
    if (--m_waitingFor == 0)
        finish(std::move(m_facts));
}

void ServerProbe::finish(Result<ServerFacts> facts)
{
    const Done done = std::exchange(m_done, nullptr);
    deleteLater(); // not now: a callback of ours is running
    done(std::move(facts));
}

void ServerProbe::stop()
{
    m_calls.clear();
    m_done = nullptr;
    deleteLater();
}

} // namespace falconer
