// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/installation.h"

#include <QCryptographicHash>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int retryMs = 5'000;
constexpr int quietMomentMs = 4'000;

DeviceScript scriptFor(const DeviceProfile &profile, const DdiDeployment &deployment, quint32 seed)
{
    ScriptPlan plan{ .temper = profile.temper, .seed = seed, .rauc = profile.rauc };
    for (const DdiChunk &chunk : deployment.chunks)
        plan.artifacts << chunk.artifacts;
    if (!deployment.chunks.isEmpty()) {
        plan.setName = deployment.chunks.first().name;
        plan.setVersion = deployment.chunks.first().version;
    }
    return writeScript(plan);
}

QString sha1Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex());
}

} // namespace

Installation::Installation(const DeviceProfile &profile, const DevicePace &pace,
    DdiDeployment deployment, quint32 seed, Client &client, TimerWheel &wheel,
    std::function<void()> changed)
    : m_profile(profile)
    , m_pace(pace)
    , m_deployment(std::move(deployment))
    , m_client(client)
    , m_wheel(wheel)
    , m_changed(std::move(changed))
    , m_script(scriptFor(profile, m_deployment, seed))
{
    for (const DdiChunk &chunk : std::as_const(m_deployment.chunks)) {
        for (const DdiArtifact &artifact : chunk.artifacts)
            m_artifacts.append({ chunk, artifact });
    }
}

void Installation::begin()
{
    m_downloadClock.start();
    runSteps(m_script.starting, [this] { downloadNext(); });
}

void Installation::enter(Phase phase)
{
    m_phase = phase;
    m_changed();
}

void Installation::downloadNext()
{
    if (m_downloaded == m_artifacts.size()) {
        const qint64 left = m_pace.scaled(m_script.downloadMs) - m_downloadClock.elapsed();
        m_timer = m_wheel.after(left, [this] { finishDownload(); });
        return;
    }
    m_call = m_client.send(downloadDdiArtifact(m_artifacts.at(m_downloaded).second),
        [this](const Result<QByteArray> &bytes) { onArtifact(bytes); });
}

void Installation::onArtifact(const Result<QByteArray> &bytes)
{
    if (!bytes) {
        m_timer = m_wheel.after(m_pace.scaled(retryMs), [this] { downloadNext(); });
        return;
    }
    const auto &[chunk, artifact] = m_artifacts.at(m_downloaded);
    const QString actual = sha1Of(m_script.damagesDownload ? *bytes + '\0' : *bytes);
    if (bytes->size() != artifact.size || actual != artifact.sha1) {
        const int ms = m_script.downloadMs;
        runSteps({ ScriptStep{ ms, badChecksumReport(chunk, actual, artifact.sha1) } }, {});
        return;
    }
    ++m_downloaded;
    downloadNext();
}

void Installation::finishDownload()
{
    QList<ScriptStep> steps = m_script.downloaded;
    const bool updates = m_deployment.update != "skip"_L1;
    if (!updates && m_deployment.maintenanceWindow.isEmpty() && !m_stops) {
        if (steps.isEmpty())
            steps << ScriptStep{};
        steps.last().report.execution = u"downloaded"_s;
        return runSteps(steps, [this] { enter(Phase::Over); });
    }
    runSteps(steps, [this, updates] {
        if (m_stops)
            return enter(Phase::Over);
        if (!updates)
            return enter(Phase::WaitingForWindow);
        if (m_deployment.update == "attempt"_L1 && !m_script.installing.isEmpty())
            m_script.installing.first().delayMs += quietMomentMs;
        runSteps(m_script.installing, {});
        enter(Phase::Installing);
    });
}

void Installation::update(const DdiDeployment &deployment)
{
    m_deployment = deployment;
    if (m_phase != Phase::WaitingForWindow || deployment.update == "skip"_L1)
        return;
    QList<ScriptStep> steps = m_script.downloaded;
    if (!steps.isEmpty())
        steps.first().report.details = { u"Download complete. 0.00 MB/s"_s };
    runSteps(steps + m_script.installing, {});
    enter(Phase::Installing);
}

void Installation::runSteps(QList<ScriptStep> steps, std::function<void()> done)
{
    m_steps = std::move(steps);
    m_afterSteps = std::move(done);
    nextStep();
}

void Installation::nextStep()
{
    if (m_steps.isEmpty()) {
        if (const auto done = std::exchange(m_afterSteps, nullptr))
            return done();
        // A script without an end: the device hangs.
        return enter(Phase::Silent);
    }
    m_timer = m_wheel.after(
        m_pace.scaled(m_steps.first().delayMs), [this] { send(m_steps.first().report); });
}

void Installation::send(const DdiReport &report)
{
    m_call = m_client.send(postDdiFeedback(m_profile.device, m_deployment.id, report),
        [this, report](const Result<Nothing> &sent) { onSent(sent, report); });
}

void Installation::onSent(const Result<Nothing> &sent, const DdiReport &report)
{
    if (!sent && sent.error().kind == ErrorKind::NotFound)
        return enter(Phase::Over);
    if (!sent && sent.error().httpStatus == 0) {
        m_timer = m_wheel.after(m_pace.scaled(retryMs), [this, report] { send(report); });
        return;
    }
    if (report.execution == "closed"_L1)
        return enter(Phase::Over);
    m_steps.removeFirst();
    nextStep();
}

} // namespace falconer
