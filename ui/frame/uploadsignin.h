// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/call.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace falconer {

class SecretStore;
class Session;
class SignInSheet;
struct Profile;

// Signs in to a server to which uploads wait, over whatever the window shows of another one: with
// the secret that is kept, else, or where that is refused, with one that is typed.
class UploadSignIn final : public QObject {
    Q_OBJECT

public:
    UploadSignIn(SecretStore &secrets, QWidget *window);
    ~UploadSignIn() override;

    void ask(const Profile &profile); // unless it asks already

signals:
    // session: until control returns to the event loop.
    void signedIn(falconer::Session &session, const QString &secret);

private:
    SecretStore &m_secrets;
    QWidget *m_window;
    std::unique_ptr<Session> m_session;
    QPointer<SignInSheet> m_sheet;
    Call m_reading;
};

} // namespace falconer
