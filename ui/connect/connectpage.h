// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/result.h"
#include "ui/connect/connector.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace falconer {

class AttemptView;
class ConnectPane;
class ProfileForm;
class ProfileList;
class ProfileSide;

// Where a server is chosen: the profiles on the left, the fields of one on the right, what went
// wrong above them. Enter and double click connect, Esc aborts at once; what was typed is never
// lost.
class ConnectPage final : public QWidget {
    Q_OBJECT

public:
    ConnectPage(ProfileStore &profiles, SecretStore &secrets, QWidget *parent = nullptr);

    // Connects to the profile of the last session, if there is one.
    void reconnectLast();
    // As the command line asks: with the profile of this server and user, or a new one.
    void connectTo(const Profile &wanted, const QString &secret);
    // To a server of the moment, of which nothing is kept.
    void connectOnce(const Profile &profile, const QString &secret);
    // Shows why a session ended, with its profile at hand.
    void showFailure(const Profile &profile, const Error &error);
    void reload();

    std::unique_ptr<Session> takeSession();
    // After a sign-in in mid-session; nothing is kept of a profile of the moment.
    void keepSecret(const Profile &profile, const QString &secret);
    // The same for the certificate that a person trusts.
    Result<void> keepTrusted(const QString &profileId, const QByteArray &sha256);

signals:
    void connected();
    // Connected nevertheless: at the next start the profile is as it was, or unknown.
    void profileNotSaved(const falconer::Error &error);
    void demoRequested();
    void profileDeleted(const QString &id); // what is kept of it elsewhere has no owner any more

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    // What is listed and kept (connectpage.cpp).
    void wire();
    void showProfile(const QString &id);
    void newProfile();
    void deleteProfile();
    std::optional<Profile> typed() const; // with an id; nothing: a field is wrong
    Result<void> save(const Profile &profile);
    void saveTyped();

    // How connecting goes (connectpageattempts.cpp).
    void connectTyped();
    void begin(const Profile &profile, const QString &secret);
    void stop();
    void attemptFailed(const Error &error);
    void trust(const QByteArray &sha256);
    void showBusy();

    ProfileStore &m_profiles;
    SecretStore &m_secrets;
    Connector m_connector;
    std::optional<Error> m_notSaved; // the profile of the attempt
    Call m_place;
    Call m_removing;
    ProfileSide *m_side;
    ProfileList *m_list;
    ConnectPane *m_pane;
    ProfileForm *m_form;
    AttemptView *m_attempt;
};

} // namespace falconer
