// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/session.h"

namespace falconer {

Session::Session(const Profile &profile, const QString &secret, QObject *parent)
    : Session(profile, toClientOptions(profile, secret), parent)
{
}

Session::Session(const Profile &profile, ClientOptions options, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_client(std::move(options))
{
    connect(&m_client, &Client::signedOut, this, [this] {
        // A refusal while connecting is the attempt's own answer.
        if (m_state == State::Connected)
            emit signedOut();
    });
}

void Session::connectToServer()
{
    m_state = State::Connecting;
    m_probe
        = probeServer(m_client, [this](Result<ServerFacts> facts) { probed(std::move(facts)); });
}

void Session::abort()
{
    m_probe.abort();
    if (m_state == State::Connecting)
        m_state = State::Idle;
}

void Session::signInAgain(const QString &secret)
{
    Credentials credentials = m_client.options().credentials;
    credentials.secret = secret;
    m_client.setCredentials(credentials);
    connectToServer();
}

void Session::trust(const QByteArray &sha256)
{
    m_profile.trustedCertificate = sha256;
    m_client.setTrustedCertificate(sha256);
}

void Session::probed(Result<ServerFacts> facts)
{
    if (!facts) {
        m_state = State::Idle;
        emit failed(facts.error());
        return;
    }
    m_facts = std::move(*facts);
    m_state = State::Connected;
    emit connected();
}

} // namespace falconer
