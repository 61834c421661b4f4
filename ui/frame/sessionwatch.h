// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

namespace falconer {

class Banner;
class ConnectPage;
class Session;
class SignInSheet;

// What the window does once a server no longer accepts the session's credentials: says so, asks for
// new ones over whatever is open, and keeps them.
class SessionWatch final : public QObject {
    Q_OBJECT

public:
    SessionWatch(Banner &banner, ConnectPage &page, QWidget *window);

    void watch(Session *session); // nullptr: none
    void askToSignIn();           // unless it is being asked
    bool isAsking() const;

signals:
    void signedOut();
    void signedIn();
    void disconnectRequested();

private:
    void showSignedOut();

    Banner &m_banner;
    ConnectPage &m_page;
    QWidget *m_window;
    QPointer<Session> m_session;
    QPointer<SignInSheet> m_sheet;
};

} // namespace falconer
