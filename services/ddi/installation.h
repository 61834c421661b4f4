// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/deviceprofile.h"
#include "services/ddi/timerwheel.h"
#include "services/http/client.h"

namespace falconer {

// What a device does with one deployment: fetches every artifact over the wire, compares size and
// hashes, and reports step by step as its script says. Download-only ends after the download; a
// maintenance window that is not open is waited for; a soft update waits for a quiet moment first.
// A report that the server refuses for good (410, 404) ends it, one over a quota is lost, any other
// failure is tried again.
class Installation final {
public:
    enum class Phase { Downloading, WaitingForWindow, Installing, Silent, Over };

    // changed: a new phase, called last, so that the receiver may drop this a moment later.
    Installation(const DeviceProfile &profile, const DevicePace &pace, DdiDeployment deployment,
        quint32 seed, Client &client, TimerWheel &wheel, std::function<void()> changed);

    void begin();
    Phase phase() const { return m_phase; }
    const QString &actionId() const { return m_deployment.id; }
    // The deployment as read again: the window may be open now.
    void update(const DdiDeployment &deployment);
    // Stops when the download has ended; then the phase is Over.
    void stopAfterDownload() { m_stops = true; }
    // Whether only the closing report is left, which a client like swupdate sends after a restart.
    bool isAboutToClose() const { return m_steps.size() == 1; }

private:
    void enter(Phase phase);
    void downloadNext();
    void finishDownload();
    void onArtifact(const Result<QByteArray> &bytes);
    QList<ScriptStep> stepsAfterDownload();
    void runSteps(QList<ScriptStep> steps, std::function<void()> done);
    void nextStep();
    void send(const DdiReport &report);
    void onSent(const Result<Nothing> &sent, const DdiReport &report);

    const DeviceProfile &m_profile;
    DevicePace m_pace;
    DdiDeployment m_deployment;
    Client &m_client;
    TimerWheel &m_wheel;
    std::function<void()> m_changed;
    DeviceScript m_script;
    Phase m_phase = Phase::Downloading;
    bool m_stops = false;
    qsizetype m_downloaded = 0; // artifacts so far
    QList<std::pair<DdiChunk, DdiArtifact>> m_artifacts;
    QList<ScriptStep> m_steps;
    std::function<void()> m_afterSteps;
    Call m_call;
    Call m_timer;
    QElapsedTimer m_downloadClock;
};

} // namespace falconer
