// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"

#include "services/uploads/uploadrules.h"

#include <algorithm>

namespace falconer {

namespace {

// So many lanes may be held, by a disk that hangs, for runs that are over.
constexpr std::size_t mostHeld = 8;
constexpr std::size_t mostLooks = 4; // at once

} // namespace

void UploadQueue::Private::scheduleLater()
{
    if (std::exchange(isScheduled, true))
        return;
    QMetaObject::invokeMethod(
        &q,
        [this] {
            isScheduled = false;
            schedule();
        },
        Qt::QueuedConnection);
}

void UploadQueue::Private::schedule()
{
    if (isSuspended)
        return;
    const QList<Upload> asTheyAre = uploads;
    for (const Upload &upload : asTheyAre) {
        if (isUnderWay(upload.state) && upload.size == 0)
            look(upload);
        else if (upload.state == UploadState::Waiting && !running.contains(upload.id))
            beginInTurn(upload);
        else if (upload.state == UploadState::NotConnected
            && goneProfiles.contains(upload.profileId))
            ask(upload.id, UploadProblem::ProfileGone);
    }
}

void UploadQueue::Private::beginInTurn(const Upload &upload)
{
    const QString &address = servers.at(upload.profileId).address;
    if (upload.server != address) {
        ask(upload.id, UploadProblem::OtherServer, address);
    } else if (runningFor(upload.profileId) < limits.atOnce && !isModuleInUse(upload)) {
        if (UploadLane *const lane = freeLane())
            begin(upload, *lane);
    }
}

// Before it waits for its turn, whoever is signed in: what the file is like now is what is sent.
void UploadQueue::Private::look(const Upload &upload)
{
    if (looking.contains(upload.id) || looking.size() >= mostLooks)
        return;
    UploadLane *const lane = freeLane();
    if (lane == nullptr)
        return;
    auto *const one = new UploadLook(upload.path, *lane, &q);
    looking[upload.id] = one;
    connect(one, &UploadLook::looked, &q,
        [this, id = upload.id](const FileLook &look) { looked(id, look); });
}

void UploadQueue::Private::looked(qint64 id, const FileLook &look)
{
    reach("looked", id);
    stop(id);
    change(id, [&look](Upload &upload) {
        upload.problem = judgeFile(upload, look);
        if (upload.problem == UploadProblem::None) {
            upload.size = look.size;
            upload.modifiedAt = look.modifiedAt;
        } else {
            upload.state = UploadState::Asking;
        }
    });
}

void UploadQueue::Private::ask(qint64 id, UploadProblem problem, const QString &profileServer)
{
    change(id, [&](Upload &upload) {
        upload.state = UploadState::Asking;
        upload.problem = problem;
        upload.profileServer = profileServer;
    });
    reach("asked", id);
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
        changeUnwritten(upload.id, [](Upload &one) { one.state = UploadState::Waiting; });
    }
}

// One at a time into a module: of two at once hawkBit 0.9.0 and 1.0.4 lose the content of one,
// refuse it by the hash of nothing (400) or fail (500); without hashes they store an empty file.
// And two of one name would both find it free: one after the other, the second sees what came of
// the first.
bool UploadQueue::Private::isModuleInUse(const Upload &upload) const
{
    return std::any_of(uploads.begin(), uploads.end(), [&](const Upload &other) {
        return other.server == upload.server && other.softwareModuleId == upload.softwareModuleId
            && running.contains(other.id);
    });
}

int UploadQueue::Private::runningFor(const QString &profileId) const
{
    return int(std::count_if(uploads.begin(), uploads.end(), [&](const Upload &upload) {
        return upload.profileId == profileId && running.contains(upload.id);
    }));
}

UploadLane *UploadQueue::Private::freeLane()
{
    for (const auto &lane : lanes) {
        if (lane->isFree())
            return lane.get();
    }
    if (lanes.size() >= running.size() + looking.size() + mostHeld)
        return nullptr;
    lanes.push_back(std::make_unique<UploadLane>(rateLimit));
    connect(lanes.back().get(), &UploadLane::freed, &q, [this] { scheduleLater(); });
    return lanes.back().get();
}

void UploadQueue::Private::begin(const Upload &upload, UploadLane &lane)
{
    Server &server = servers.at(upload.profileId);
    auto *const run = new UploadRun(upload,
        { *server.client, server.permissions, server.refusedBytes, server.limitBytes,
            server.artifactQuota, server.storageQuota, server.storageRefusedFrom },
        lane, &q);
    running[upload.id] = { .run = run, .connection = server.connection };
    run->setUnlocks(unlocking.contains(upload.id));
    run->setAwaited(awaitedBeside(upload));
    if (const auto refusal = nameRefusals.constFind(upload.id); refusal != nameRefusals.cend())
        run->setNameRefusal(*refusal);
    listen(upload.id, *run);
    run->start();
    changeUnwritten(upload.id, [](Upload &one) { one.state = UploadState::Checking; });
    reach("checking", upload.id);
}

void UploadQueue::Private::listen(qint64 id, UploadRun &run)
{
    connect(&run, &UploadRun::hashed, &q, [this, id](const QString &sha256) {
        reach("hashed", id);
        change(id, [&sha256](Upload &upload) { upload.sha256 = sha256; });
    });
    connect(&run, &UploadRun::readyToSend, &q, [this, id] { readyToSend(id); });
    connect(&run, &UploadRun::progressed, &q,
        [this, id](qint64 sentBytes) { progress(id, sentBytes); });
    connect(&run, &UploadRun::wholeSent, &q, [this, id](const QString &sha256) {
        change(id, [&sha256](Upload &upload) {
            upload.state = UploadState::Verifying;
            upload.sha256 = sha256;
            upload.sentBytes = upload.size;
            upload.bytesPerSecond = 0;
            upload.isStalled = false;
        });
        reach("verifying", id);
    });
    connect(&run, &UploadRun::ended, &q,
        [this, id](const UploadOutcome &outcome) { end(id, outcome); });
}

void UploadQueue::Private::stop(qint64 id)
{
    const Upload *const upload = find(id);
    if (upload && upload->state == UploadState::Verifying && running.contains(id))
        leaveUnanswered(*upload);
    drop(id);
}

void UploadQueue::Private::drop(qint64 id)
{
    if (const auto look = looking.find(id); look != looking.end()) {
        look->second->disconnect(&q);
        look->second->stop();
        look->second->deleteLater();
        looking.erase(look);
    }
    const auto found = running.find(id);
    if (found == running.end())
        return;
    UploadRun *const run = found->second.run;
    running.erase(found);
    run->disconnect(&q);
    run->stop();
    run->deleteLater(); // it may be its own signal that ends it
}

// The next one into its module comes behind it all the same, see isModuleInUse().
void UploadQueue::Private::leaveUnanswered(const Upload &upload)
{
    unanswered.removeIf([](const Unanswered &one) { return one.file.patience.hasExpired(); });
    unanswered << Unanswered{ upload.server, upload.softwareModuleId,
        { upload.filename, QDeadlineTimer(storingMs(upload.size)) } };
}

QList<AwaitedFile> UploadQueue::Private::awaitedBeside(const Upload &upload) const
{
    QList<AwaitedFile> files;
    for (const Unanswered &one : unanswered) {
        if (one.server == upload.server && one.softwareModuleId == upload.softwareModuleId)
            files << one.file;
    }
    return files;
}

void UploadQueue::Private::disconnect(const QString &profileId)
{
    const auto server = servers.find(profileId);
    if (server == servers.end() || !server->second.client)
        return;
    QList<qint64> ids;
    for (const Upload &upload : std::as_const(uploads)) {
        if (upload.profileId == profileId && isUnderWay(upload.state))
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

void UploadQueue::Private::reach(const char *point, qint64 id) const
{
    if (probe)
        probe(point, id);
}

} // namespace falconer
