// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadrun.h"

#include "services/hawkbit/permissions.h"
#include "services/hawkbit/softwaremodules.h"
#include "services/http/client.h"
#include "services/http/gone.h"
#include "services/uploads/uploadlane.h"
#include "services/uploads/uploadsender.h"

// What a run does behind all that only looks: unlocks, replaces, sends, and compares what came of
// it.
namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString deleteRight = u"DELETE_SOFTWARE_MODULE"_s;
const QString updateRight = u"UPDATE_SOFTWARE_MODULE"_s;

Error notGranted(const QString &right)
{
    return { .kind = ErrorKind::Forbidden, .message = right };
}

// Another way is left to a person; with the error it is said why this one is not.
UploadOutcome staysLocked(const Error &error)
{
    UploadOutcome outcome = asks(UploadProblem::ModuleLocked);
    outcome.error = error;
    return outcome;
}

UploadOutcome isStored(const Artifact &artifact)
{
    return { .kind = UploadOutcome::Kind::Done, .artifactId = artifact.id };
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

// inTheWay: is to be replaced.
void UploadRun::goOn(const std::optional<Artifact> &inTheWay)
{
    if (isTooLarge())
        end(tooLarge(m_server.limits.limitBytes));
    else if (isModuleFull(inTheWay.has_value()))
        end(fails(UploadProblem::Quota, *m_server.limits.artifactQuota));
    else if (isStorageFull(inTheWay ? inTheWay->size : 0))
        end(fails(UploadProblem::Quota, *m_server.limits.storageQuota));
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
    return m_server.limits.refusedBytes > 0 && m_upload.size >= m_server.limits.refusedBytes;
}

bool UploadRun::isModuleFull(bool isOneReplaced) const
{
    return m_server.limits.artifactQuota
        && m_artifacts.size() - int(isOneReplaced)
        >= artifactLimitIn(*m_server.limits.artifactQuota);
}

bool UploadRun::isStorageFull(qint64 replacedBytes) const
{
    return m_server.limits.isStorageRefused()
        && m_upload.size - replacedBytes >= m_server.limits.storageRefusedFrom;
}

void UploadRun::unlock(const std::optional<Artifact> &inTheWay)
{
    if (!isGranted(m_server.permissions, updateRight)) {
        end(staysLocked(notGranted(updateRight)));
        return;
    }
    m_call
        = m_server.client.send(updateSoftwareModule(m_upload.softwareModuleId, { .locked = false }),
            [this, inTheWay](const Result<SoftwareModule> &module) {
                m_isLocked = false;
                if (!module) {
                    end(module.error().kind == ErrorKind::Forbidden ? staysLocked(module.error())
                                                                    : outcomeOf(module.error()));
                    return;
                }
                emit unlocked();
                goOn(inTheWay);
            });
}

void UploadRun::replace(const Artifact &artifact)
{
    if (!isGranted(m_server.permissions, deleteRight)) {
        end(nameIsTaken(artifact.id, notGranted(deleteRight)));
        return;
    }
    m_call = m_server.client.send(deleteArtifact(m_upload.softwareModuleId, artifact.id),
        [this, id = artifact.id](const Result<Nothing> &deleted) {
            if (deleted)
                emit replaced();
            if (isGone(deleted))
                emit readyToSend();
            else if (deleted.error().kind == ErrorKind::Forbidden)
                end(nameIsTaken(id, deleted.error()));
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

} // namespace falconer
