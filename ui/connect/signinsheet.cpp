// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/signinsheet.h"

#include "services/session/session.h"
#include "ui/connect/environment.h"
#include "ui/connect/signintext.h"
#include "ui/shared/sheethead.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const Profile &profile, SignInSheet::Reason reason)
{
    return (reason == SignInSheet::Reason::Refused ? SignInSheet::tr("Sign in again to %1")
                                                   : SignInSheet::tr("Sign in to %1"))
        .arg(profileTitle(profile));
}

QString reasonOf(const Profile &profile, SignInSheet::Reason reason)
{
    if (reason == SignInSheet::Reason::UploadsWait)
        return SignInSheet::tr("The uploads to this server wait until you sign in. What the window "
                               "shows stays.");
    return profile.scheme == Credentials::Scheme::Bearer
        ? SignInSheet::tr("The server no longer accepts the token. Nothing was lost.")
        : SignInSheet::tr("The server no longer accepts the password of %1. Nothing was lost.")
              .arg(profile.user);
}

} // namespace

SignInSheet::SignInSheet(Session &session, QWidget *window, Reason reason)
    : Sheet(window)
    , m_session(session)
    , m_secret(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_disconnect(new QPushButton(tr("Disconnect"), this))
    , m_later(new QPushButton(tr("Not now"), this))
    , m_signIn(new QPushButton(tr("Sign in"), this))
{
    build(reason);
    connect(m_disconnect, &QPushButton::clicked, this, &SignInSheet::disconnectRequested);
    connect(m_later, &QPushButton::clicked, this, &SignInSheet::reject);
    connect(m_signIn, &QPushButton::clicked, this, &SignInSheet::submit);
    connect(m_secret, &QLineEdit::returnPressed, this, &SignInSheet::submit);
    connect(m_secret, &QLineEdit::textChanged, this, [this] { setBusy(false); });
    connect(&m_session, &Session::connected, this, &SignInSheet::accepted);
    connect(&m_session, &Session::failed, this, &SignInSheet::refused);
    setBusy(false);
}

void SignInSheet::build(Reason reason)
{
    const Profile &profile = m_session.profile();
    auto *const title = new SheetHead(this);
    title->setTitle(titleOf(profile, reason));
    title->setSubtitle(reasonOf(profile, reason));
    head()->addWidget(title);
    setAccessibleName(title->title());

    const QString name = secretName(profile);
    m_secret->setObjectName(u"secret"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setAccessibleName(name);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setProperty("look", u"failure"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *const form = new QFormLayout;
    form->setContentsMargins(18, 14, 18, 14);
    form->setHorizontalSpacing(16);
    form->addRow(name, m_secret);
    form->addRow(nullptr, m_problem);
    body()->addLayout(form);

    m_disconnect->setObjectName(u"disconnect"_s);
    m_later->setObjectName(u"later"_s);
    m_disconnect->setVisible(reason == Reason::Refused);
    m_later->setToolTip(reason == Reason::Refused ? tr("What is shown stays, and grows old (Esc)")
                                                  : tr("The uploads go on waiting (Esc)"));
    m_signIn->setObjectName(u"signIn"_s);
    auto *const row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_disconnect);
    row->addStretch(1);
    row->addWidget(m_later);
    row->addWidget(m_signIn);
    foot()->addLayout(row);
    setDefaultButton(m_signIn);
    setFirstField(m_secret);
}

void SignInSheet::offer(const QString &secret)
{
    if (!m_secret->text().isEmpty())
        return;
    m_secret->setText(secret);
    submit();
}

void SignInSheet::submit()
{
    if (m_secret->text().isEmpty() || !m_signIn->isEnabled())
        return;
    m_problem->hide();
    setBusy(true);
    m_session.signInAgain(m_secret->text());
}

void SignInSheet::refused(const Error &error)
{
    const ErrorText text = signInText(m_session.profile(), error);
    setBusy(false);
    m_problem->setText(text.sentence + u' ' + text.nextStep);
    m_problem->setToolTip(text.details);
    m_problem->show();
    m_secret->setFocus(Qt::OtherFocusReason);
    m_secret->selectAll();
}

void SignInSheet::accepted()
{
    const QString secret = m_secret->text();
    closeSheet();
    emit signedIn(secret);
}

void SignInSheet::setBusy(bool busy)
{
    m_secret->setReadOnly(busy);
    m_signIn->setText(busy ? tr("Signing in...") : tr("Sign in"));
    m_signIn->setEnabled(!busy && !m_secret->text().isEmpty());
    m_signIn->setToolTip(m_secret->text().isEmpty()
            ? tr("Type the %1 first").arg(secretName(m_session.profile()).toLower())
            : QString());
}

} // namespace falconer
