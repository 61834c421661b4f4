// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/virtualdevice.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int lateFactor = 20;
constexpr qint64 restartMs = 600'000;

quint32 mixed(quint32 a, quint32 b)
{
    return (a * 2654435761U) ^ (b + 0x9e3779b9U + (a << 6) + (a >> 2));
}

} // namespace

VirtualDevice::VirtualDevice(
    DeviceProfile profile, const DevicePace &pace, Client &client, TimerWheel &wheel)
    : m_profile(std::move(profile))
    , m_pace(pace)
    , m_client(client)
    , m_wheel(wheel)
{
}

void VirtualDevice::start(qint64 delayMs)
{
    pollIn(delayMs);
}

void VirtualDevice::nudge(qint64 delayMs)
{
    const bool hangs = m_installation && m_installation->phase() == Installation::Phase::Silent;
    if (m_profile.temper != Temper::Late && !hangs && !isBatching())
        pollIn(delayMs);
}

// A client like swupdate works on one thing at a time: it does not poll while it installs.
bool VirtualDevice::isBatching() const
{
    return m_profile.temper == Temper::Batches && m_installation
        && !m_installation->isAboutToClose();
}

void VirtualDevice::pollIn(qint64 ms)
{
    m_timer = m_wheel.after(ms, [this] { poll(); });
}

void VirtualDevice::pollAgain()
{
    if (m_installation && !isBatching())
        return pollIn(m_pace.scaled(m_pace.busyPollMs));
    const qint64 interval = m_pace.pollMs > 0 ? m_pace.pollMs : m_sleepSeconds * 1000LL;
    pollIn(m_pace.scaled(interval * (m_profile.temper == Temper::Late ? lateFactor : 1)));
}

void VirtualDevice::poll()
{
    if (m_asking || isBatching())
        return pollAgain();
    ask(pollDdi(m_profile.device), [this](const Result<DdiBase> &base) { onPolled(base); });
}

void VirtualDevice::onPolled(const Result<DdiBase> &base)
{
    if (!base)
        return pollAgain();
    m_sleepSeconds = std::max(1, base->sleepSeconds);
    if (base->configData.isEmpty())
        return follow(*base);
    sendAttributes(*base);
}

void VirtualDevice::sendAttributes(const DdiBase &base)
{
    ask(putDdiAttributes(m_profile.device, m_profile.attributes),
        [this, base](const Result<Nothing> &) { follow(base); });
}

void VirtualDevice::follow(const DdiBase &base)
{
    pollAgain();
    if (!m_cancelWhenOver.isEmpty())
        return; // confirmed as soon as the download has ended
    if (!base.cancelAction.isEmpty())
        readCancel(base.cancelAction);
    else if (!base.confirmationBase.isEmpty())
        confirm(base.confirmationBase);
    else if (!base.deploymentBase.isEmpty())
        readDeployment(base.deploymentBase);
}

void VirtualDevice::confirm(const DdiLink &link)
{
    ask(getDdiDeployment(link), [this](const Result<DdiDeployment> &asked) {
        if (!asked || !m_profile.confirms)
            return;
        ask(postDdiConfirmation(m_profile.device, asked->id, true),
            [this](const Result<Nothing> &) { pollIn(m_pace.scaled(500)); });
    });
}

void VirtualDevice::readDeployment(const DdiLink &link)
{
    // Each reading is a "retrieved" in the history: only when there is something to learn.
    const bool waits
        = m_installation && m_installation->phase() == Installation::Phase::WaitingForWindow;
    if (m_installation && !waits)
        return;
    ask(getDdiDeployment(link), [this](const Result<DdiDeployment> &read) {
        if (read)
            onDeployment(*read);
    });
}

void VirtualDevice::onDeployment(const DdiDeployment &deployment)
{
    if (m_installation && m_installation->actionId() == deployment.id)
        return m_installation->update(deployment);
    const quint32 seed = mixed(mixed(m_profile.seed, deployment.id.toUInt()), m_attempt);
    m_installation = std::make_unique<Installation>(m_profile, m_pace, deployment, seed, m_client,
        m_wheel, [this] { onInstallationChanged(); });
    m_installation->begin();
    pollAgain();
}

void VirtualDevice::readCancel(const DdiLink &link)
{
    ask(getDdiCancel(link), [this](const Result<QString> &actionId) {
        if (actionId)
            answerCancel(*actionId);
    });
}

void VirtualDevice::answerCancel(const QString &actionId)
{
    const bool working = m_installation && m_installation->actionId() == actionId;
    const bool tooLate = working && m_installation->phase() == Installation::Phase::Installing
        && !m_installation->isAboutToClose();
    if (tooLate || m_profile.temper == Temper::RefusesCancel) {
        ask(postDdiCancelFeedback(m_profile.device, actionId,
                { .execution = u"rejected"_s,
                    .details = { u"Cancelation impossible, installation started "
                                 u"already."_s } }),
            [](const Result<Nothing> &) {});
        return;
    }
    if (working && m_installation->phase() == Installation::Phase::Downloading) {
        m_cancelWhenOver = actionId;
        return m_installation->stopAfterDownload();
    }
    m_installation.reset();
    confirmCancel(actionId);
}

void VirtualDevice::confirmCancel(const QString &actionId)
{
    const QString words = m_profile.temper == Temper::Batches ? u"cancellation acknowledged."_s
                                                              : u"Action canceled."_s;
    ask(postDdiCancelFeedback(m_profile.device, actionId,
            { .execution = u"closed"_s, .finished = u"success"_s, .details = { words } }),
        [this](const Result<Nothing> &) { pollIn(m_pace.scaled(1000)); });
}

void VirtualDevice::onInstallationChanged()
{
    switch (m_installation->phase()) {
    case Installation::Phase::Silent:
        m_call = {};
        m_timer = {};
        m_asking = false;
        m_next = m_wheel.after(m_pace.scaled(restartMs), [this] {
            ++m_attempt;
            m_installation.reset();
            poll();
        });
        break;
    case Installation::Phase::Over:
        // Later, as the installation is still on the stack.
        m_next = m_wheel.after(0, [this] { endInstallation(); });
        break;
    default:
        pollAgain();
    }
}

void VirtualDevice::endInstallation()
{
    m_installation.reset();
    if (const QString id = std::exchange(m_cancelWhenOver, {}); !id.isEmpty())
        return confirmCancel(id);
    pollIn(m_pace.scaled(1000));
}

} // namespace falconer
