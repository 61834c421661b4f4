// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadrun.h"

#include "services/hawkbit/permissions.h"
#include "services/hawkbit/softwaremodules.h"
#include "services/http/client.h"
#include "services/uploads/uploadlane.h"
#include "services/uploads/uploadsender.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookAgainMs = 1'000;
const QString createRight = u"CREATE_SOFTWARE_MODULE"_s;

UploadOutcome isThere(const Artifact &artifact)
{
    return { .kind = UploadOutcome::Kind::Done, .artifactId = artifact.id, .wasThere = true };
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
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(lookAgainMs);
    m_lookAgain.callOnTimeout(this, &UploadRun::askArtifacts);
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
    m_lookAgain.stop();
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
            if (isAnyAwaited(m_awaited, m_artifacts))
                m_lookAgain.start();
            else
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

} // namespace falconer
