// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/profilestore.h"
#include "ui/connect/attemptview.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/connectpane.h"
#include "ui/connect/profileform.h"
#include "ui/connect/profilelist.h"

namespace falconer {

// A disk that takes nothing keeps nobody from their devices.
void ConnectPage::connectTyped()
{
    if (m_connector.isBusy())
        return;
    const std::optional<Profile> profile = typed();
    if (!profile)
        return;
    const Result<void> saved = save(*profile);
    begin(*profile, m_form->secret());
    if (!saved)
        m_notSaved = saved.error();
}

void ConnectPage::begin(const Profile &profile, const QString &secret)
{
    m_notSaved.reset();
    m_attempt->showConnecting(profile);
    m_connector.start(profile, secret);
    showBusy();
}

void ConnectPage::stop()
{
    m_connector.abort();
    m_attempt->showStopped();
    showBusy();
}

void ConnectPage::attemptFailed(const Error &error)
{
    showFailure(m_connector.profile(), error);
}

void ConnectPage::showFailure(const Profile &profile, const Error &error)
{
    showBusy();
    m_attempt->showFailure(profile, error);
    if (error.kind == ErrorKind::Unauthorized)
        m_form->focusSecret();
    if (error.kind == ErrorKind::Network && error.fault == NetworkFault::HostNotFound)
        m_form->focusAddress();
}

void ConnectPage::trust(const QByteArray &sha256)
{
    m_form->setTrustedCertificate(sha256);
    connectTyped();
}

void ConnectPage::reconnectLast()
{
    const std::optional<Profile> last = m_profiles.last();
    if (!last)
        return;
    showProfile(last->id);
    begin(*last, {});
}

void ConnectPage::connectTo(const Profile &wanted, const QString &secret)
{
    Profile profile = wanted;
    const QList<Profile> all = m_profiles.profiles();
    for (const Profile &known : all) {
        if (known.server == wanted.server && known.user == wanted.user
            && known.scheme == wanted.scheme)
            profile = known;
    }
    if (m_connector.isBusy())
        stop();
    m_form->setProfile(profile);
    m_form->setSecret(secret);
    if (profile.scheme == Credentials::Scheme::Basic && profile.user.isEmpty())
        m_list->setFocus();
    connectTyped();
}

void ConnectPage::connectOnce(const Profile &profile, const QString &secret)
{
    begin(profile, secret);
}

void ConnectPage::showBusy()
{
    m_pane->setBusy(m_connector.isBusy());
}

} // namespace falconer
