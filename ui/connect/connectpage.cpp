// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connectpage.h"

#include "services/session/profilestore.h"
#include "services/session/secretstore.h"
#include "services/session/session.h"
#include "ui/connect/attemptview.h"
#include "ui/connect/connectpane.h"
#include "ui/connect/profileform.h"
#include "ui/connect/profilelist.h"
#include "ui/connect/profileside.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShowEvent>

namespace falconer {

ConnectPage::ConnectPage(ProfileStore &profiles, SecretStore &secrets, QWidget *parent)
    : QWidget(parent)
    , m_profiles(profiles)
    , m_secrets(secrets)
    , m_connector(profiles, secrets)
    , m_side(new ProfileSide(this))
    , m_list(&m_side->list())
    , m_pane(new ConnectPane(this))
    , m_form(&m_pane->form())
    , m_attempt(&m_pane->attempt())
{
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_side);
    layout->addWidget(m_pane, 1);
    wire();
    reload();
    const QList<Profile> all = m_profiles.profiles();
    showProfile(all.isEmpty() ? QString() : all.first().id);
}

void ConnectPage::wire()
{
    connect(m_list, &ProfileList::currentIdChanged, this, [this](const QString &id) {
        m_connector.abort();
        m_attempt->clear();
        showProfile(id);
    });
    connect(m_list, &ProfileList::profileActivated, this, &ConnectPage::connectTyped);
    connect(m_pane, &ConnectPane::connectRequested, this, &ConnectPage::connectTyped);
    connect(m_pane, &ConnectPane::stopRequested, this, &ConnectPage::stop);
    connect(m_pane, &ConnectPane::saveRequested, this, &ConnectPage::saveTyped);
    connect(m_pane, &ConnectPane::deleteRequested, this, &ConnectPage::deleteProfile);
    connect(m_attempt, &AttemptView::trusted, this, &ConnectPage::trust);
    connect(m_side, &ProfileSide::newRequested, this, &ConnectPage::newProfile);
    connect(m_side, &ProfileSide::demoRequested, this, &ConnectPage::demoRequested);
    connect(&m_connector, &Connector::connected, this, [this] {
        m_attempt->clear();
        showBusy();
        emit connected();
        if (m_notSaved)
            emit profileNotSaved(*m_notSaved);
    });
    connect(&m_connector, &Connector::failed, this, &ConnectPage::attemptFailed);
    connect(&m_connector, &Connector::secretMissing, this, [this] {
        showBusy();
        m_attempt->showSecretMissing(m_connector.profile());
        m_form->focusSecret();
    });
}

void ConnectPage::reload()
{
    m_list->setProfiles(m_profiles.profiles());
}

void ConnectPage::showProfile(const QString &id)
{
    const std::optional<Profile> found = m_profiles.find(id);
    m_pane->showProfile(found);
    m_list->select(found ? id : QString());
    showBusy();
}

void ConnectPage::newProfile()
{
    m_connector.abort();
    m_attempt->clear();
    showProfile({});
    m_form->focusName();
}

// Deleting is undone by connecting once more, so that no question stands in the way: what was typed
// stays in the fields.
void ConnectPage::deleteProfile()
{
    const QString id = m_list->currentId();
    const std::optional<Profile> gone = m_profiles.find(id);
    if (!gone)
        return;
    m_connector.abort();
    if (const auto removed = m_profiles.remove(id); !removed) {
        m_attempt->showError(removed.error());
        return;
    }
    m_removing = m_secrets.remove(id, [] {});
    emit profileDeleted(id);
    reload();
    showProfile({});
    Profile again = *gone;
    again.id.clear();
    again.hasSecret = false;
    m_form->setProfile(again);
    m_attempt->showDeleted(gone->name);
}

std::optional<Profile> ConnectPage::typed() const
{
    std::optional<Profile> profile = m_form->profile();
    if (profile && profile->id.isEmpty())
        profile->id = newProfileId();
    return profile;
}

Result<void> ConnectPage::save(const Profile &profile)
{
    Result<void> saved = m_profiles.save(profile);
    if (!saved)
        return saved;
    const QString secret = m_form->secret();
    reload();
    showProfile(profile.id);
    m_form->setSecret(secret);
    return {};
}

void ConnectPage::saveTyped()
{
    const std::optional<Profile> profile = typed();
    if (!profile)
        return;
    if (const Result<void> saved = save(*profile); !saved)
        m_attempt->showError(saved.error());
}

std::unique_ptr<Session> ConnectPage::takeSession()
{
    m_form->setSecret({});
    return m_connector.takeSession();
}

void ConnectPage::keepSecret(const Profile &profile, const QString &secret)
{
    if (!profile.id.isEmpty())
        m_connector.keepSecret(profile.id, secret);
}

Result<void> ConnectPage::keepTrusted(const QString &profileId, const QByteArray &sha256)
{
    std::optional<Profile> profile = m_profiles.find(profileId);
    if (!profile)
        return {};
    profile->trustedCertificate = sha256;
    if (m_list->currentId() == profileId)
        m_form->setTrustedCertificate(sha256);
    return m_profiles.save(*profile);
}

void ConnectPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Asked when it matters: a desktop may ask its user to unlock the keychain.
    m_place = m_secrets.findPlace([this](SecretPlace place) { m_form->setSecretPlace(place); });
    if (event->spontaneous() || isAncestorOf(window()->focusWidget()))
        return;
    if (m_list->currentItem())
        m_list->setFocus();
    else
        m_form->focusName();
}

void ConnectPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_connector.isBusy())
        stop();
    else
        QWidget::keyPressEvent(event);
}

} // namespace falconer
