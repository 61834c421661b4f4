// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/sessionwatch.h"

#include "services/session/session.h"
#include "services/uploads/uploadqueue.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/environment.h"
#include "ui/connect/signinsheet.h"
#include "ui/connect/trustsheet.h"
#include "ui/shared/banner.h"
#include "ui/shared/errortext.h"

namespace falconer {

SessionWatch::SessionWatch(Banner &banner, ConnectPage &page, QWidget *window)
    : QObject(window)
    , m_banner(banner)
    , m_page(page)
    , m_window(window)
{
    connect(&m_banner, &Banner::actionTriggered, this, &SessionWatch::answerBanner);
}

void SessionWatch::watch(Session *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_untrusted.reset();
    if (session != nullptr)
        connect(session, &Session::signedOut, this, &SessionWatch::showSignedOut);
}

bool SessionWatch::isAsking() const
{
    return m_sheet && m_sheet->isVisible();
}

// The session lives on: what is open stays, grows old, and is read again after the next sign-in.
void SessionWatch::showSignedOut()
{
    m_untrusted.reset(); // what it says is believed
    emit signedOut();
    m_banner.showMessage(Tone::Failure, tr("You are no longer signed in."),
        tr("What is shown stays, and grows old."));
    m_banner.setAction(tr("Sign in again"));
    askToSignIn();
}

void SessionWatch::answerBanner()
{
    if (m_untrusted)
        askToTrust();
    else
        askToSignIn();
}

// Nothing is sent there; what is shown stays here, too.
void SessionWatch::showUntrusted(const PeerCertificate &certificate)
{
    if (!m_session || m_untrusted == certificate)
        return;
    m_untrusted = certificate;
    const Profile &profile = m_session->profile();
    m_banner.showMessage(Tone::Failure,
        certificateText(profileTitle(profile), !profile.trustedCertificate.isEmpty()).sentence,
        tr("What is shown stays, and grows old."));
    m_banner.setAction(tr("Look at it..."));
}

void SessionWatch::endUntrusted()
{
    if (!m_untrusted)
        return;
    m_untrusted.reset();
    m_banner.clear();
    if (m_trusting)
        m_trusting->reject();
}

void SessionWatch::askToTrust()
{
    if (!m_session || m_trusting)
        return;
    const Profile &profile = m_session->profile();
    m_trusting = new TrustSheet(profileTitle(profile),
        { identityOf(profile), *m_untrusted, profile.trustedCertificate }, m_window);
    connect(m_trusting, &TrustSheet::trusted, this, &SessionWatch::trusted);
    m_trusting->open();
}

void SessionWatch::askToSignIn()
{
    if (!m_session || isAsking())
        return;
    m_sheet = new SignInSheet(*m_session, m_window);
    connect(m_sheet, &SignInSheet::signedIn, this, [this](const QString &secret) {
        m_page.keepSecret(m_session->profile(), secret);
        m_banner.clear();
        emit signedIn();
    });
    // Queued: the session that the sheet speaks with goes.
    connect(m_sheet, &SignInSheet::disconnectRequested, this, &SessionWatch::disconnectRequested,
        Qt::QueuedConnection);
    m_sheet->open();
}

} // namespace falconer
