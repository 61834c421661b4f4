// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connector.h"

#include "services/session/profilestore.h"
#include "services/session/secretstore.h"
#include "services/session/session.h"

#include <QDateTime>
#include <QLoggingCategory>

namespace falconer {

namespace {

Q_LOGGING_CATEGORY(connectLog, "falconer.connect")

}

Connector::Connector(ProfileStore &profiles, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_secrets(secrets)
{
}

Connector::~Connector() = default;

void Connector::start(const Profile &profile, const QString &secret)
{
    abort();
    m_profile = profile;
    m_typed = secret;
    m_busy = true;
    if (!secret.isEmpty() || profile.id.isEmpty()) {
        open(secret);
        return;
    }
    m_reading = m_secrets.read(profile.id, [this](const std::optional<QString> &kept) {
        if (kept && !kept->isEmpty()) {
            open(*kept);
            return;
        }
        m_busy = false;
        emit secretMissing();
    });
}

void Connector::abort()
{
    m_busy = false;
    ++m_attempt;
    m_reading = {};
    m_session.reset();
}

void Connector::open(const QString &secret)
{
    m_session = std::make_unique<Session>(m_profile, secret);
    // Queued, since whoever hears of it may let the session go; and so perhaps of an attempt that
    // was aborted meanwhile.
    const int attempt = ++m_attempt;
    connect(
        m_session.get(), &Session::connected, this,
        [this, attempt] {
            if (attempt != m_attempt)
                return;
            m_busy = false;
            keep();
            emit connected();
        },
        Qt::QueuedConnection);
    connect(
        m_session.get(), &Session::failed, this,
        [this, attempt](const Error &error) {
            if (attempt != m_attempt)
                return;
            m_busy = false;
            m_session.reset();
            emit failed(error);
        },
        Qt::QueuedConnection);
    m_session->connectToServer();
}

void Connector::keep()
{
    if (m_profile.id.isEmpty())
        return;
    if (const auto marked = m_profiles.markUsed(m_profile.id, QDateTime::currentDateTimeUtc());
        !marked) {
        qCInfo(connectLog, "the last profile could not be remembered");
        return; // a secret would be left without a profile
    }
    if (!m_typed.isEmpty())
        keepSecret(m_profile.id, std::exchange(m_typed, {}));
}

void Connector::keepSecret(const QString &profileId, const QString &secret)
{
    m_writing = m_secrets.write(profileId, secret, [this, profileId](SecretPlace place) {
        std::optional<Profile> kept = m_profiles.find(profileId);
        if (!kept)
            return;
        kept->hasSecret = place == SecretPlace::Keychain;
        if (const auto saved = m_profiles.save(*kept); !saved)
            qCWarning(connectLog, "the profile could not be saved");
    });
}

std::unique_ptr<Session> Connector::takeSession()
{
    if (m_session)
        disconnect(m_session.get(), nullptr, this, nullptr);
    return std::move(m_session);
}

} // namespace falconer
