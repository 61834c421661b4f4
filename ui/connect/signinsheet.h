// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/sheet.h"

class QLabel;
class QLineEdit;

namespace falconer {

class Session;
struct Error;

// Asks for a password or token over whatever is open: the selection, the plan and what was typed
// stay below it. The session, which outlives it, is told the new secret; a wrong one is said, and
// asked for again.
class SignInSheet final : public Sheet {
    Q_OBJECT

public:
    enum class Reason {
        Refused,     // in mid-session
        UploadsWait, // of a server that the window does not show
    };

    SignInSheet(Session &session, QWidget *window, Reason reason = Reason::Refused);

    void offer(const QString &secret); // one that is kept: tried, unless another is being typed

signals:
    void signedIn(const QString &secret);
    void disconnectRequested();

private:
    void build(Reason reason);
    void submit();
    void refused(const Error &error);
    void accepted();
    void setBusy(bool busy);

    Session &m_session;
    QLineEdit *m_secret;
    QLabel *m_problem;
    QPushButton *m_disconnect;
    QPushButton *m_later;
    QPushButton *m_signIn;
};

} // namespace falconer
