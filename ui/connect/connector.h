// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/call.h"
#include "services/session/profile.h"

#include <QObject>

#include <memory>

namespace falconer {

class ProfileStore;
class SecretStore;
class Session;
struct Error;

// One attempt at a time to connect a profile: finds its secret, opens a session, and when the
// server accepted it keeps the secret and marks the profile as the last one. Profiles without an id
// are of the moment (the demo, the command line): nothing of them is kept.
class Connector final : public QObject {
    Q_OBJECT

public:
    Connector(ProfileStore &profiles, SecretStore &secrets, QObject *parent = nullptr);
    ~Connector() override;

    // secret: as typed; empty: the one that is kept.
    void start(const Profile &profile, const QString &secret);
    void abort(); // at once, and nothing more is told
    bool isBusy() const { return m_busy; }
    const Profile &profile() const { return m_profile; }

    std::unique_ptr<Session> takeSession(); // once after connected()

    // Instead of the one that is kept for this profile.
    void keepSecret(const QString &profileId, const QString &secret);

signals:
    void connected();
    void failed(const falconer::Error &error);
    void secretMissing(); // neither typed nor kept

private:
    void open(const QString &secret);
    void keep();

    ProfileStore &m_profiles;
    SecretStore &m_secrets;
    Profile m_profile;
    QString m_typed;
    bool m_busy = false;
    int m_attempt = 0;
    std::unique_ptr<Session> m_session;
    Call m_reading;
    Call m_writing;
};

} // namespace falconer
