// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connectpage.h"

#include "services/session/profilestore.h"
#include "services/session/secretstore.h"
#include "services/session/session.h"
#include "ui/connect/attemptview.h"
#include "ui/connect/profileform.h"
#include "ui/connect/profilelist.h"
#include "ui/connect/profileside.h"
#include "ui/shared/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 520;

} // namespace

ConnectPage::ConnectPage(ProfileStore &profiles, SecretStore &secrets, QWidget *parent)
    : QWidget(parent)
    , m_profiles(profiles)
    , m_secrets(secrets)
    , m_connector(profiles, secrets)
    , m_side(new ProfileSide(this))
    , m_list(&m_side->list())
    , m_form(new ProfileForm(this))
    , m_title(new QLabel(this))
    , m_attempt(new AttemptView(this))
    , m_connect(new QPushButton(this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_delete(new QPushButton(tr("Delete"), this))
{
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_side);
    layout->addWidget(buildForm(), 1);
    wire();
    reload();
    const QList<Profile> all = m_profiles.profiles();
    showProfile(all.isEmpty() ? QString() : all.first().id);
}

QWidget *ConnectPage::buildForm()
{
    m_title->setFont(themeFont(TextSize::Title, QFont::DemiBold));
    m_connect->setProperty("look", u"primary"_s);
    m_delete->setProperty("look", u"danger"_s);
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(m_connect);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    buttons->addWidget(m_delete);

    auto *const sheet = new QWidget(this);
    sheet->setMaximumWidth(formWidth);
    auto *const column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_title);
    column->addWidget(m_attempt);
    column->addWidget(m_form);
    column->addLayout(buttons);
    column->addStretch(1);

    auto *const page = new QFrame(this);
    page->setProperty("look", u"panel"_s);
    auto *const middle = new QHBoxLayout(page);
    middle->setContentsMargins(32, 36, 32, 24);
    middle->addStretch(1);
    middle->addWidget(sheet, 100);
    middle->addStretch(1);
    auto *const scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(page);
    return scroll;
}

void ConnectPage::wire()
{
    connect(m_list, &ProfileList::currentIdChanged, this, [this](const QString &id) {
        m_connector.abort();
        m_attempt->clear();
        showProfile(id);
    });
    connect(m_list, &ProfileList::profileActivated, this, &ConnectPage::connectTyped);
    connect(m_form, &ProfileForm::submitted, this, &ConnectPage::connectTyped);
    connect(m_save, &QPushButton::clicked, this, &ConnectPage::saveTyped);
    connect(m_delete, &QPushButton::clicked, this, &ConnectPage::deleteProfile);
    connect(m_attempt, &AttemptView::trusted, this, &ConnectPage::trust);
    connect(m_side, &ProfileSide::newRequested, this, &ConnectPage::newProfile);
    connect(m_side, &ProfileSide::demoRequested, this, &ConnectPage::demoRequested);
    connect(m_connect, &QPushButton::clicked, this, [this] {
        if (m_connector.isBusy())
            stop();
        else
            connectTyped();
    });
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
    m_form->setProfile(found.value_or(Profile()));
    m_title->setText(found ? found->name : tr("Connect to a hawkBit server"));
    m_list->select(found ? id : QString());
    m_delete->setVisible(found.has_value());
    m_attempt->hideCertificate();
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
    const Result<void> saved = m_profiles.save(profile);
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

void ConnectPage::showBusy()
{
    const bool busy = m_connector.isBusy();
    m_connect->setText(busy ? tr("Stop") : tr("Connect"));
    m_connect->setToolTip(busy ? tr("Esc") : tr("Enter"));
    m_save->setEnabled(!busy);
    m_save->setToolTip(busy ? tr("Not while connecting") : QString());
}

void ConnectPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Asked when it matters: a desktop may ask its user to unlock the keychain.
    m_place = m_secrets.findPlace([this](SecretPlace place) { m_form->setSecretPlace(place); });
}

void ConnectPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_connector.isBusy())
        stop();
    else
        QWidget::keyPressEvent(event);
}

} // namespace falconer
