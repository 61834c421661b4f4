// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"

#include "services/uploads/uploadrules.h"

namespace falconer {

namespace {

bool isBeforeSending(UploadState state)
{
    return isUnderWay(state) && state != UploadState::Sending && state != UploadState::Verifying;
}

} // namespace

// What is being sent goes on with the credentials that it began with.
void UploadQueue::connectProfile(
    const QString &profileId, const ClientOptions &options, const QStringList &permissions)
{
    const Private::Together together(*d);
    Private::Server &server = d->servers[profileId];
    if (server.untrusted)
        d->tellTotals(); // although nothing may wait for it
    const QList<Upload> asTheyAre = d->uploads;
    for (const Upload &upload : asTheyAre) {
        if (upload.profileId == profileId && upload.state == UploadState::Checking)
            d->stop(upload.id);
    }
    server = { .client = std::make_unique<Client>(options),
        .address = serverAddress(options.server),
        .permissions = permissions,
        .connection = server.connection + 1 };
    const bool isBack = d->goneProfiles.remove(profileId);
    for (const Upload &upload : asTheyAre)
        d->meet(upload, profileId, isBack);
    d->isSuspended = false;
    d->scheduleLater();
}

void UploadQueue::disconnectProfile(const QString &profileId)
{
    const Private::Together together(*d);
    if (std::exchange(d->servers[profileId].untrusted, {}))
        d->tellTotals();
    d->servers[profileId].untrustedOptions = {};
    d->disconnect(profileId, &isUnderWay);
}

void UploadQueue::forgetProfile(const QString &profileId)
{
    const Private::Together together(*d);
    disconnectProfile(profileId);
    d->goneProfiles.insert(profileId);
    const QList<Upload> asTheyAre = d->uploads;
    for (const Upload &upload : asTheyAre) {
        if (upload.profileId == profileId && upload.problem == UploadProblem::ProfileGone)
            d->change(upload.id, [this](Upload &one) { d->offerHeir(one); });
    }
    d->scheduleLater();
}

QList<UntrustedServer> UploadQueue::untrustedServers() const
{
    QList<UntrustedServer> untrusted;
    for (const auto &[profileId, server] : d->servers) {
        if (server.untrusted)
            untrusted << UntrustedServer{ profileId, *server.untrusted,
                server.untrustedOptions.trustedCertificate };
    }
    return untrusted;
}

void UploadQueue::trustServer(const QString &profileId, const QByteArray &sha256)
{
    const auto found = d->servers.find(profileId);
    if (found == d->servers.end() || !found->second.untrusted
        || found->second.untrusted->sha256 != sha256)
        return;
    ClientOptions options = found->second.untrustedOptions;
    options.trustedCertificate = sha256;
    connectProfile(profileId, options, QStringList(found->second.permissions));
}

bool UploadQueue::Private::isConnected(const QString &profileId) const
{
    const auto server = servers.find(profileId);
    return server != servers.end() && server->second.client;
}

bool UploadQueue::Private::isUntrusted(const QString &profileId) const
{
    const auto server = servers.find(profileId);
    return server != servers.end() && server->second.untrusted;
}

QString UploadQueue::Private::heirOf(const Upload &upload) const
{
    for (const auto &[profileId, server] : servers) {
        if (server.client && server.address == upload.server && !goneProfiles.contains(profileId))
            return profileId;
    }
    return {};
}

void UploadQueue::Private::offerHeir(Upload &upload) const
{
    const QString heir = heirOf(upload);
    upload.profileServer = heir.isEmpty() ? QString() : upload.server;
    if (!heir.isEmpty())
        upload.profileId = heir;
}

// What a new connection means for an upload. isBack: its profile was gone until now.
void UploadQueue::Private::meet(const Upload &upload, const QString &profileId, bool isBack)
{
    const QString address = servers.at(profileId).address;
    const bool isOurs = upload.profileId == profileId;
    if (isOurs && upload.server.isEmpty())
        change(upload.id, [&](Upload &one) { one.server = address; });
    if (upload.problem == UploadProblem::ProfileGone && !(isOurs && isBack)) {
        if (upload.server == address)
            change(upload.id, [&](Upload &one) {
                one.profileId = profileId;
                one.profileServer = address;
            });
    } else if (isOurs && upload.state == UploadState::Asking
        && (upload.problem == UploadProblem::OtherServer
            || upload.problem == UploadProblem::ProfileGone)) {
        change(upload.id, [this](Upload &one) { askAnew(one); });
    } else if (isOurs && storedState(upload.state) == UploadState::Waiting) {
        changeUnwritten(upload.id, [](Upload &one) {
            one.state = UploadState::Waiting;
            one.problem = UploadProblem::None;
        });
    }
}

void UploadQueue::Private::disconnect(const QString &profileId, bool (*stops)(UploadState))
{
    const auto server = servers.find(profileId);
    if (server == servers.end() || !server->second.client)
        return;
    const Together together(*this);
    QList<qint64> ids;
    for (const Upload &upload : std::as_const(uploads)) {
        if (upload.profileId == profileId && stops(upload.state))
            ids << upload.id;
    }
    for (const qint64 id : ids) {
        if (running.contains(id))
            stop(id);
    }
    server->second.client.reset();
    for (const qint64 id : ids)
        change(id, [this](Upload &upload) { askAnew(upload); });
}

bool UploadQueue::Private::isCurrent(const Running &one) const
{
    const Server &server = servers.at(one.profileId);
    return server.client && server.connection == one.connection;
}

// Not by the credentials of before: somebody has signed in since. What the server has let in
// already is sent to its end: it may be gigabytes.
void UploadQueue::Private::signOut(qint64 id, const Running &ended)
{
    change(id, [this](Upload &upload) { askAnew(upload); });
    if (!isCurrent(ended))
        return;
    disconnect(ended.profileId, &isBeforeSending);
    emit q.signInNeeded(ended.profileId);
}

// The same for who answers there. Nothing more is asked or sent, by whatever upload.
void UploadQueue::Private::distrust(
    qint64 id, const Running &ended, const PeerCertificate &certificate)
{
    const bool isNews = isCurrent(ended);
    if (isNews) {
        Server &server = servers.at(ended.profileId);
        server.untrusted = certificate;
        server.untrustedOptions = server.client->options();
        disconnect(ended.profileId, &isUnderWay);
    }
    change(id, [this](Upload &upload) { askAnew(upload); });
    if (isNews)
        emit q.trustNeeded(ended.profileId);
}

} // namespace falconer
