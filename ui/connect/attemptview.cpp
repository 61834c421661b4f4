// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/attemptview.h"

#include "services/session/profile.h"
#include "ui/connect/certificateview.h"
#include "ui/connect/environment.h"
#include "ui/connect/signintext.h"
#include "ui/shared/banner.h"
#include "ui/shared/errortext.h"

#include <QDir>
#include <QVBoxLayout>

namespace falconer {

AttemptView::AttemptView(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
    , m_certificate(new CertificateView(this))
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    layout->addWidget(m_banner);
    layout->addWidget(m_certificate);
    m_certificate->hide();
    updateVisible();
    connect(m_certificate, &CertificateView::trusted, this, &AttemptView::trusted);
}

void AttemptView::showConnecting(const Profile &profile)
{
    m_banner->showMessage(Tone::Running, tr("Connecting to %1...").arg(serverName(profile)),
        tr("Esc stops at once."));
    hideCertificate();
}

void AttemptView::showStopped()
{
    m_banner->showMessage(Tone::Quiet, tr("Stopped."));
    updateVisible();
}

void AttemptView::showFailure(const Profile &profile, const Error &error)
{
    const ErrorText text = signInText(profile, error);
    m_banner->showMessage(Tone::Failure, text.sentence, text.nextStep, text.details);
    m_certificate->setVisible(error.certificate.has_value());
    if (error.certificate)
        m_certificate->setCertificate(*error.certificate, profile.trustedCertificate);
    updateVisible();
}

void AttemptView::showSecretMissing(const Profile &profile)
{
    m_banner->showMessage(Tone::Attention,
        tr("The %1 of this profile is not kept here.").arg(secretName(profile).toLower()),
        tr("Type it, then connect."));
    updateVisible();
}

void AttemptView::showDeleted(const QString &profileName)
{
    m_banner->showMessage(Tone::Success,
        tr("%1 was deleted, and its password or token with it.").arg(profileName),
        tr("Its fields stay here: Save makes it again."));
    updateVisible();
}

void AttemptView::showError(const Error &error)
{
    const ErrorText text = errorText(error);
    m_banner->showMessage(Tone::Failure,
        tr("%1 could not be written.").arg(QDir::toNativeSeparators(error.where)), text.nextStep,
        text.details);
    updateVisible();
}

void AttemptView::clear()
{
    m_banner->clear();
    updateVisible();
}

void AttemptView::hideCertificate()
{
    m_certificate->hide();
    updateVisible();
}

// Nothing to say takes no room.
void AttemptView::updateVisible()
{
    setVisible(!m_banner->isHidden() || !m_certificate->isHidden());
    if (!isHidden())
        emit told();
}

} // namespace falconer
