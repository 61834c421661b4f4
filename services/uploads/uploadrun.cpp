// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadrun.h"

#include "services/hawkbit/permissions.h"
#include "services/hawkbit/softwaremodules.h"
#include "services/http/client.h"
#include "services/http/gone.h"
#include "services/uploads/uploadlane.h"
#include "services/uploads/uploadsender.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString createRight = u"CREATE_SOFTWARE_MODULE"_s;
const QString deleteRight = u"DELETE_SOFTWARE_MODULE"_s;

UploadOutcome isStored(const Artifact &artifact)
{
    return { .kind = UploadOutcome::Kind::Done, .artifactId = artifact.id };
}

UploadOutcome isThere(const Artifact &artifact)
{
    return { .kind = UploadOutcome::Kind::Done, .artifactId = artifact.id, .wasThere = true };
}

UploadOutcome lacks(const QString &right)
{
    return fails(
        UploadProblem::NotAllowed, Error{ .kind = ErrorKind::Forbidden, .message = right });
}

UploadOutcome tooLarge(qint64 limitBytes)
{
    UploadOutcome outcome = fails(UploadProblem::TooLarge, Error{ .kind = ErrorKind::Quota });
    outcome.limitBytes = limitBytes;
    return outcome;
}

UploadOutcome damaged(const Artifact &artifact)
{
    const std::optional<ArtifactHash> hash = strongestHash(artifact);
    return fails(UploadProblem::Damaged,
        Error{ .kind = ErrorKind::Protocol,
            .message = u"the server stored %1 bytes, hash %2"_s.arg(
                QString::number(artifact.size), hash ? hash->hex : u"unknown"_s) });
}

} // namespace

UploadRun::UploadRun(const Upload &upload, const Server &server, UploadLane &lane, QObject *parent)
    : QObject(parent)
    , m_upload(upload)
    , m_server(server)
    , m_options(server.client.options())
    , m_lane(&lane)
    , m_run(lane.take())
{
    listen(&UploadSender::looked, [this](const FileLook &look) { judge(look); });
    if (!upload.sha256.isEmpty())
        m_hashes[QCryptographicHash::Sha256] = upload.sha256;
    listen(&UploadSender::hashed, [this](const QString &hex) { takeHash(hex); });
    listen(&UploadSender::progressed, [this](qint64 sentBytes) { emit progressed(sentBytes); });
    listen(&UploadSender::wholeSent, [this](const QString &sha256) {
        m_hashes[QCryptographicHash::Sha256] = sha256;
        emit wholeSent(sha256);
    });
    listen(&UploadSender::ended, [this](const SendResult &result) { judge(result); });
}

UploadRun::~UploadRun()
{
    stop();
}

// What the lane's sender says of this run; of another, or of none any more, it may still say
// something.
template <typename Signal, typename Slot> void UploadRun::listen(Signal signal, Slot slot)
{
    connect(&m_lane->sender(), signal, this, [this, slot](quint64 run, const auto &value) {
        if (m_lane && run == m_run)
            slot(value);
    });
}

void UploadRun::stop()
{
    m_call.abort();
    if (UploadLane *const lane = std::exchange(m_lane, nullptr))
        lane->release();
}

void UploadRun::start()
{
    m_lane->post(
        [run = m_run, path = m_upload.path](UploadSender &sender) { sender.look(run, path); });
}

void UploadRun::judge(const FileLook &look)
{
    if (const UploadProblem problem = judgeFile(m_upload, look); problem != UploadProblem::None)
        end(asks(problem));
    else if (!isGranted(m_server.permissions, createRight))
        end(lacks(createRight));
    else
        askModule();
}

void UploadRun::askModule()
{
    m_call = m_server.client.send(
        getSoftwareModule(m_upload.softwareModuleId), [this](const Result<SoftwareModule> &module) {
            if (module)
                judge(*module);
            else
                end(outcomeOf(module.error()));
        });
}

// A deleted module would take the file and nobody could use it; and a server that began anew gives
// the id to another one.
void UploadRun::judge(const SoftwareModule &module)
{
    m_isLocked = module.locked;
    if (module.deleted || !isModuleOf(m_upload, module))
        end(fails(UploadProblem::ModuleGone, Error{ .kind = ErrorKind::NotFound }));
    else
        askArtifacts();
}

void UploadRun::askArtifacts()
{
    m_call = m_server.client.send(
        listArtifacts(m_upload.softwareModuleId), [this](const Result<QList<Artifact>> &artifacts) {
            if (!artifacts) {
                end(outcomeOf(artifacts.error()));
                return;
            }
            m_artifacts = *artifacts;
            judgeArtifacts();
        });
}

void UploadRun::judgeArtifacts()
{
    const ArtifactVerdict verdict
        = falconer::judgeArtifacts(m_upload, m_hashes, m_artifacts, m_nameRefusal.has_value());
    switch (verdict.kind) {
    case ArtifactVerdict::Kind::Send:
        goOn({});
        break;
    case ArtifactVerdict::Kind::Replace:
        goOn(verdict.artifact);
        break;
    case ArtifactVerdict::Kind::NeedsHash:
        hash(*strongestHash(verdict.artifact));
        break;
    case ArtifactVerdict::Kind::IsThere:
        end(isThere(verdict.artifact));
        break;
    case ArtifactVerdict::Kind::Taken:
        end(nameIsTaken(verdict.artifact.id, m_nameRefusal));
        break;
    }
}

// Behind all that only looks. inTheWay: is to be replaced.
void UploadRun::goOn(const std::optional<Artifact> &inTheWay)
{
    if (isTooLarge())
        end(tooLarge(m_server.limitBytes));
    else if (isModuleFull(inTheWay.has_value()))
        end(fails(UploadProblem::Quota, *m_server.artifactQuota));
    else if (m_isLocked && !m_unlocks)
        end(asks(UploadProblem::ModuleLocked));
    else if (m_isLocked)
        unlock(inTheWay);
    else if (inTheWay)
        replace(*inTheWay);
    else
        emit readyToSend();
}

bool UploadRun::isTooLarge() const
{
    return m_server.refusedBytes > 0 && m_upload.size >= m_server.refusedBytes;
}

bool UploadRun::isModuleFull(bool isOneReplaced) const
{
    return m_server.artifactQuota
        && m_artifacts.size() - int(isOneReplaced) >= artifactLimitIn(*m_server.artifactQuota);
}

void UploadRun::unlock(const std::optional<Artifact> &inTheWay)
{
    m_call
        = m_server.client.send(updateSoftwareModule(m_upload.softwareModuleId, { .locked = false }),
            [this, inTheWay](const Result<SoftwareModule> &module) {
                m_isLocked = false;
                if (module)
                    goOn(inTheWay);
                else
                    end(outcomeOf(module.error()));
            });
}

void UploadRun::hash(const ArtifactHash &like)
{
    m_hashing = like.algorithm;
    m_lane->post([run = m_run, path = m_upload.path, algorithm = like.algorithm](
                     UploadSender &sender) { sender.hash(run, path, algorithm); });
}

void UploadRun::takeHash(const QString &hex)
{
    if (hex.isEmpty()) {
        end(m_stored ? isStored(*m_stored) : asks(UploadProblem::FileGone));
        return;
    }
    m_hashes[m_hashing] = hex;
    if (m_hashing == QCryptographicHash::Sha256)
        emit hashed(hex);
    if (m_stored)
        judgeStored();
    else
        judgeArtifacts();
}

void UploadRun::replace(const Artifact &artifact)
{
    if (!isGranted(m_server.permissions, deleteRight)) {
        end(lacks(deleteRight));
        return;
    }
    m_call = m_server.client.send(deleteArtifact(m_upload.softwareModuleId, artifact.id),
        [this](const Result<Nothing> &deleted) {
            if (isGone(deleted))
                emit readyToSend();
            else
                end(outcomeOf(deleted.error()));
        });
}

void UploadRun::send()
{
    m_lane->post([run = m_run, upload = m_upload, options = m_options](
                     UploadSender &sender) { sender.send(run, upload, options); });
}

void UploadRun::judge(const SendResult &result)
{
    if (result.broken == UploadBody::Break::FileGone) {
        end(asks(UploadProblem::FileGone));
    } else if (result.broken == UploadBody::Break::FileChanged) {
        end(asks(UploadProblem::FileChanged));
    } else if (!result.answer) {
        end(outcomeOf(result.answer.error()));
    } else {
        m_stored = *result.answer;
        judgeStored();
    }
}

// What was sent is what the server says that it stored. An old one tells no SHA-256: then the file
// is read once more.
void UploadRun::judgeStored()
{
    switch (judgeContent(m_upload.size, m_hashes, *m_stored)) {
    case ContentVerdict::Same:
    case ContentVerdict::SameSize:
        end(isStored(*m_stored));
        break;
    case ContentVerdict::Other:
        end(damaged(*m_stored));
        break;
    case ContentVerdict::NeedsHash:
        hash(*strongestHash(*m_stored));
        break;
    }
}

} // namespace falconer
