// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/uploadsignin.h"

#include "services/session/secretstore.h"
#include "services/session/session.h"
#include "ui/connect/signinsheet.h"

namespace falconer {

UploadSignIn::UploadSignIn(SecretStore &secrets, QWidget *window)
    : QObject(window)
    , m_secrets(secrets)
    , m_window(window)
{
}

UploadSignIn::~UploadSignIn() = default;

void UploadSignIn::ask(const Profile &profile)
{
    if (m_sheet)
        return;
    m_reading = {}; // of another profile's secret
    m_session = std::make_unique<Session>(profile, QString());
    m_sheet = new SignInSheet(*m_session, m_window, SignInSheet::Reason::UploadsWait);
    connect(m_sheet, &SignInSheet::signedIn, this,
        [this](const QString &secret) { emit signedIn(*m_session, secret); });
    connect(m_sheet, &QObject::destroyed, this, [this] { m_session.reset(); });
    m_sheet->open();
    if (profile.id.isEmpty())
        return; // nothing is kept of it
    m_reading = m_secrets.read(profile.id, [this](const std::optional<QString> &kept) {
        if (m_sheet && kept && !kept->isEmpty())
            m_sheet->offer(*kept);
    });
}

} // namespace falconer
