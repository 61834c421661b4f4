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

// Whose way to their server ended with the program, and nobody has said yet what becomes of them.
class Interruptions final {
public:
    explicit Interruptions(const QList<Upload> &uploads)
    {
        for (const Upload &upload : uploads) {
            if (!isInterrupted(upload))
                continue;
            m_profiles << upload.profileId;
            m_servers << upload.server;
        }
        m_servers.remove(QString());
    }

    // It goes to the same server.
    bool concern(const Upload &upload) const
    {
        return m_profiles.contains(upload.profileId) || m_servers.contains(upload.server);
    }

private:
    QSet<QString> m_profiles;
    QSet<QString> m_servers;
};

} // namespace

void UploadQueue::Private::holdBesideInterrupted()
{
    const Interruptions interruptions(uploads);
    for (Upload &upload : uploads)
        upload.isHeld = upload.state == UploadState::NotConnected && interruptions.concern(upload);
}

void UploadQueue::Private::letGo()
{
    if (tally.totals().held == 0)
        return;
    const Interruptions interruptions(uploads);
    for (qsizetype row = 0; row < uploads.size(); ++row) {
        if (uploads.at(row).isHeld && !interruptions.concern(uploads.at(row)))
            changeUnwritten(uploads.at(row).id, [](Upload &upload) { upload.isHeld = false; });
    }
}

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

// Each time something changes, over what may be thousands that wait: what costs more than a glance
// is for those whose turn it is. A row that moves meanwhile has its turn the next time.
void UploadQueue::Private::schedule()
{
    if (isSuspended)
        return;
    const Together together(*this);
    letGo();
    for (qsizetype row = 0; row < uploads.size(); ++row) {
        if (isUnderWay(uploads.at(row).state))
            goOn(uploads.at(row));
    }
}

void UploadQueue::Private::goOn(const Upload &upload)
{
    if (upload.size == 0)
        look(upload);
    else if (upload.state == UploadState::Waiting)
        beginInTurn(upload);
    else if (upload.state == UploadState::NotConnected && !goneProfiles.isEmpty()
        && goneProfiles.contains(upload.profileId))
        askForHeir(upload.id);
}

void UploadQueue::Private::beginInTurn(const Upload &upload)
{
    const QString &address = servers.at(upload.profileId).address;
    if (upload.server != address) {
        ask(upload.id, UploadProblem::OtherServer, address);
    } else if (!upload.isHeld && runningFor(upload.profileId) < limits.atOnce
        && inTheWayOf(upload) == nullptr) {
        if (UploadLane *const lane = freeLane())
            begin(Upload(upload), *lane);
    }
}

// Before it waits for its turn, whoever is signed in: what the file is like now is what is sent.
void UploadQueue::Private::look(const Upload &upload)
{
    if (looking.size() >= mostLooks || looking.contains(upload.id))
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
        upload.isHeld = false;
    });
    reach("asked", id);
}

void UploadQueue::Private::askForHeir(qint64 id)
{
    ask(id, UploadProblem::ProfileGone);
    change(id, [this](Upload &upload) { offerHeir(upload); });
}

// One at a time into a module: of two at once hawkBit 0.9.0 and 1.0.4 lose the content of one,
// refuse it by the hash of nothing (400) or fail (500); without hashes they store an empty file.
// And two of one name would both find it free: one after the other, the second sees what came of
// the first.
const UploadQueue::Private::Running *UploadQueue::Private::inTheWayOf(const Upload &upload) const
{
    for (const auto &[id, other] : running) {
        if (other.softwareModuleId == upload.softwareModuleId && other.server == upload.server)
            return &other;
    }
    return nullptr;
}

int UploadQueue::Private::runningFor(const QString &profileId) const
{
    return int(std::count_if(running.begin(), running.end(),
        [&profileId](const auto &one) { return one.second.profileId == profileId; }));
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
    auto *const run
        = new UploadRun(upload, { *server.client, server.permissions, server.limits }, lane, &q);
    running[upload.id] = { .run = run,
        .profileId = upload.profileId,
        .server = upload.server,
        .softwareModuleId = upload.softwareModuleId,
        .filename = upload.filename,
        .connection = server.connection };
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
    connect(&run, &UploadRun::unlocked, &q, [this, id] { emit q.moduleUnlocked(*find(id)); });
    connect(&run, &UploadRun::replaced, &q, [this, id] {
        q.noteRoom(find(id)->profileId);
        emit q.artifactReplaced(*find(id));
    });
    connect(&run, &UploadRun::readyToSend, &q, [this, id] { readyToSend(id); });
    connect(&run, &UploadRun::progressed, &q,
        [this, id](qint64 sentBytes) { progress(id, sentBytes); });
    connect(&run, &UploadRun::wholeSent, &q, [this, id](const QString &sha256) {
        change(id, [&sha256](Upload &upload) {
            upload.state = UploadState::Verifying;
            upload.unansweredSince = QDateTime::currentDateTimeUtc();
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
        leaveUnanswered(id);
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

// The next one into its module comes behind it all the same, see inTheWayOf().
void UploadQueue::Private::leaveUnanswered(qint64 id)
{
    const Upload &upload = *find(id);
    await(upload, storingMs(upload.size));
    change(id, [](Upload &one) { one.unansweredSince = QDateTime::currentDateTimeUtc(); });
}

void UploadQueue::Private::await(const Upload &upload, qint64 patienceMs)
{
    unanswered.removeIf([](const Unanswered &one) { return one.file.patience.hasExpired(); });
    unanswered << Unanswered{ upload.server, upload.softwareModuleId,
        { upload.filename, QDeadlineTimer(patienceMs) } };
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

void UploadQueue::Private::reach(const char *point, qint64 id) const
{
    if (probe)
        probe(point, id);
}

} // namespace falconer
