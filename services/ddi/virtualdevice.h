// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/installation.h"

#include <memory>

namespace falconer {

// A device that speaks DDI over the wire as rauc-hawkbit-updater does: polls, sends its attributes
// when asked, confirms, installs, answers a cancel. A cancel is confirmed when it comes before the
// installation (after the running download), rejected later, and by Temper::RefusesCancel always.
// A hanging device neither reports nor polls until somebody restarts it after ten minutes; then it
// tries again. Client and wheel must outlive it.
class VirtualDevice final {
public:
    VirtualDevice(DeviceProfile profile, const DevicePace &pace, Client &client, TimerWheel &wheel);

    const DeviceProfile &profile() const { return m_profile; }
    void start(qint64 delayMs); // until the first poll
    // Something new may wait at the server: poll in so many ms. Late and hanging devices do not
    // hear it.
    void nudge(qint64 delayMs);

private:
    // One question at a time: a poll that falls due meanwhile waits its turn.
    template <typename T>
    void ask(Request<T> request, std::type_identity_t<std::function<void(Result<T>)>> done)
    {
        m_asking = true;
        m_call
            = m_client.send(std::move(request), [this, done = std::move(done)](Result<T> answer) {
                  m_asking = false;
                  done(std::move(answer));
              });
    }
    void poll();
    void pollIn(qint64 ms);
    void pollAgain();
    void onPolled(const Result<DdiBase> &base);
    void follow(const DdiBase &base);
    void sendAttributes(const DdiBase &base);
    void confirm(const DdiLink &link);
    void readDeployment(const DdiLink &link);
    void onDeployment(const DdiDeployment &deployment);
    void readCancel(const DdiLink &link);
    void answerCancel(const QString &actionId);
    void confirmCancel(const QString &actionId);
    void onInstallationChanged();
    void endInstallation();
    bool isBatching() const;

    DeviceProfile m_profile;
    DevicePace m_pace;
    Client &m_client;
    TimerWheel &m_wheel;
    std::unique_ptr<Installation> m_installation;
    QString m_cancelWhenOver; // the action whose cancel is confirmed when the download has ended
    quint32 m_attempt = 0;
    int m_sleepSeconds = 60;
    bool m_asking = false;
    Call m_call;
    Call m_timer; // until the next poll
    Call m_next;  // until the restart, or the end of an installation is seen
};

} // namespace falconer
