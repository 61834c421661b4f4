// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace falconer {

class Banner;
class ConnectPage;
class Session;
class SignInSheet;
class TrustSheet;

// What the window does once a server no longer accepts the session's credentials: says so, asks for
// new ones over whatever is open, and keeps them. And once its certificate is no longer the trusted
// one: says so, and shows it to whoever wants to trust it.
class SessionWatch final : public QObject {
    Q_OBJECT

public:
    SessionWatch(Banner &banner, ConnectPage &page, QWidget *window);

    void watch(Session *session); // nullptr: none
    void askToSignIn();           // unless it is being asked
    bool isAsking() const;
    void showUntrusted(const PeerCertificate &certificate);
    void endUntrusted(); // it answers, or is trusted

signals:
    void signedOut();
    void signedIn();
    void disconnectRequested();
    void trusted(const QByteArray &sha256); // from now on

private:
    void showSignedOut();
    void answerBanner();
    void askToTrust();

    Banner &m_banner;
    ConnectPage &m_page;
    QWidget *m_window;
    QPointer<Session> m_session;
    QPointer<SignInSheet> m_sheet;
    std::optional<PeerCertificate> m_untrusted;
    QPointer<TrustSheet> m_trusting;
};

} // namespace falconer
