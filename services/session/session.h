// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/dialect.h"
#include "services/http/client.h"
#include "services/session/profile.h"

#include <QObject>

namespace falconer {

// A connection to the server of one profile: the client, and what is known of the server once it is
// connected. An attempt ends with connected() or failed(), or is dropped by abort() or by the
// session's end and then tells nothing. What answers but is no hawkBit fails with kind Protocol.
class Session final : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Connecting, Connected };

    Session(const Profile &profile, const QString &secret, QObject *parent = nullptr);
    Session(const Profile &profile, ClientOptions options, QObject *parent = nullptr);

    const Profile &profile() const { return m_profile; }
    Client &client() { return m_client; }
    const ServerFacts &facts() const { return m_facts; } // empty until connected
    State state() const { return m_state; }

    void connectToServer();
    void abort();
    // After signedOut(): with another password, or the renewed token.
    void signInAgain(const QString &secret);
    // The one certificate to accept from now on, by its SHA-256.
    void trust(const QByteArray &sha256);

signals:
    void connected();
    void failed(const falconer::Error &error);
    // The server refused the credentials in mid-session. The session lives on: signInAgain().
    void signedOut();

private:
    void probed(Result<ServerFacts> facts);

    Profile m_profile;
    Client m_client;
    ServerFacts m_facts;
    State m_state = State::Idle;
    Call m_probe; // after the client: goes first
};

} // namespace falconer
