// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowuploads.h"

#include "services/session/profilestore.h"
#include "services/session/session.h"
#include "services/uploads/uploadqueue.h"
#include "ui/connect/environment.h"
#include "ui/connect/trustsheet.h"
#include "ui/frame/notifier.h"
#include "ui/frame/statusline.h"
#include "ui/frame/uploadnews.h"
#include "ui/frame/uploadsclosing.h"
#include "ui/frame/uploadsignin.h"
#include "ui/uploads/docksplitter.h"
#include "ui/uploads/uploadsdock.h"
#include "ui/uploads/uploadtext.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr int tellDelay = 1'000; // ms: files that end together are told together

QString artifactOf(const Upload &upload)
{
    return WindowUploads::tr("%1 of %2").arg(upload.filename, upload.moduleTitle);
}

} // namespace

WindowUploads::WindowUploads(UploadQueue &queue, const ProfileStore &profiles, SecretStore &secrets,
    QSettings &settings, StatusLine &status, Notifier &notifier, QWidget *window)
    : QObject(window)
    , m_queue(queue)
    , m_profiles(profiles)
    , m_settings(settings)
    , m_status(status)
    , m_notifier(notifier)
    , m_window(window)
    , m_closing(new UploadsClosing(queue, window))
    , m_signIn(new UploadSignIn(secrets, window))
    , m_dock(new UploadsDock(
          queue, settings, [this](const QString &id) { return profileName(id); },
          &QDateTime::currentDateTimeUtc, window))
{
    m_tellSoon.setSingleShot(true);
    m_tellSoon.setInterval(tellDelay);
    connect(&m_tellSoon, &QTimer::timeout, this, &WindowUploads::tell);
    connect(&queue, &UploadQueue::totalsChanged, this, &WindowUploads::showTotals);
    connect(&queue, &UploadQueue::finished, this, &WindowUploads::collect);
    connect(&queue, &UploadQueue::moduleUnlocked, this, [this](const Upload &upload) {
        write(JournalEntry::What::ModuleUnlocked, upload.moduleTitle, upload);
    });
    connect(&queue, &UploadQueue::artifactReplaced, this, [this](const Upload &upload) {
        write(JournalEntry::What::ArtifactDeleted, artifactOf(upload), upload);
    });
    connect(&queue, &UploadQueue::signInNeeded, this, &WindowUploads::signInNeeded);
    connect(&queue, &UploadQueue::connectionLost, this, &WindowUploads::connectionLost);
    connect(m_dock, &UploadsDock::trustWanted, this, &WindowUploads::askToTrust);
    connect(m_dock, &UploadsDock::signInWanted, this, &WindowUploads::askToSignIn);
    connect(
        m_signIn, &UploadSignIn::signedIn, this, [this](Session &session, const QString &secret) {
            letGoOn(session);
            emit signedIn(session.profile(), secret);
        });
    connect(&status, &StatusLine::uploadsRequested, this, &WindowUploads::showDock);
    forgetMissingProfiles();
    showTotals();
}

// Deleted by another Falconer, or those of a demo that ended by a crash.
void WindowUploads::forgetMissingProfiles()
{
    const QStringList profiles = m_queue.profiles();
    for (const QString &id : profiles) {
        if (!m_profiles.find(id))
            m_queue.forgetProfile(id);
    }
}

void WindowUploads::askToTrust(const QString &profileId)
{
    const QList<UntrustedServer> servers = m_queue.untrustedServers();
    const auto server = std::ranges::find(servers, profileId, &UntrustedServer::profileId);
    if (server == servers.end() || m_trusting)
        return;
    m_trusting = new TrustSheet(profileName(profileId), *server, m_window);
    connect(m_trusting, &TrustSheet::trusted, this, [this, profileId](const QByteArray &sha256) {
        m_queue.trustServer(profileId, sha256);
        emit serverTrusted(profileId, sha256);
    });
    m_trusting->open();
}

QWidget *WindowUploads::around(QWidget *content)
{
    return new DockSplitter(content, m_dock, m_settings);
}

void WindowUploads::showDock()
{
    m_dock->toggle();
    if (m_dock->isOpen())
        m_dock->focusTable();
}

void WindowUploads::connectSession(Session &session)
{
    m_profile = identityOf(session.profile());
    m_dock->setProfile(m_profile);
    letGoOn(session);
}

void WindowUploads::letGoOn(Session &session)
{
    const Profile &profile = session.profile();
    m_met[identityOf(profile)] = profile;
    m_users[identityOf(profile)] = session.facts().user.username;
    m_queue.connectProfile(
        identityOf(profile), session.client().options(), session.facts().user.permissions);
}

void WindowUploads::leaveSession()
{
    m_profile.clear();
    m_dock->setProfile({});
}

// The window's own is asked for by the window.
void WindowUploads::askToSignIn(const QString &profileId)
{
    if (profileId == m_profile)
        emit signInNeeded(profileId);
    else if (const auto profile = findProfile(profileId))
        m_signIn->ask(*profile);
}

void WindowUploads::forgetProfile(const QString &id)
{
    m_met.remove(id);
    m_queue.forgetProfile(id);
}

std::optional<Profile> WindowUploads::findProfile(const QString &id) const
{
    if (auto kept = m_profiles.find(id))
        return kept;
    const auto met = m_met.constFind(id);
    return met == m_met.cend() ? std::nullopt : std::optional(*met);
}

QString WindowUploads::profileName(const QString &id) const
{
    const std::optional<Profile> profile = findProfile(id);
    return profile ? profileTitle(*profile) : QString();
}

void WindowUploads::showTotals()
{
    const UploadTotals totals = m_queue.totals();
    QStringList texts{ uploadTotalsText(totals) };
    if (m_closing->isLooking())
        texts.prepend(tr("looking at dropped files"));
    texts.removeAll(QString());
    m_status.setUploads(
        texts.join(QStringLiteral(", ")), uploadTotalsMeaning(totals), waitingText());
}

QString WindowUploads::waitingText() const
{
    QStringList lines;
    const QMap<QString, int> waiting = m_queue.waitingForSignIn();
    for (const auto &[profile, count] : waiting.asKeyValueRange()) {
        if (const QString name = profileName(profile); !name.isEmpty())
            lines << tr("%n file(s) wait(s) until you sign in to %1", nullptr, count).arg(name);
    }
    return lines.join(u'\n');
}

void WindowUploads::collect(const Upload &upload)
{
    m_ended << upload;
    m_tellSoon.start();
    using What = JournalEntry::What;
    if (wasFoundThere(upload))
        return write(What::FoundThere, artifactOf(upload), upload);
    const QString words = upload.wasThere
        ? tr("%1 into %2 (the answer was lost; the file was found there)")
        : tr("%1 into %2");
    write(What::Uploaded, words.arg(upload.filename, upload.moduleTitle), upload);
}

void WindowUploads::write(
    JournalEntry::What what, const QString &subject, const Upload &upload) const
{
    if (!m_journal)
        return;
    const bool isFailed = upload.state == UploadState::Failed;
    m_journal->add({ .at = QDateTime::currentDateTimeUtc(),
        .server = profileName(upload.profileId),
        .user = m_users.value(upload.profileId),
        .what = what,
        .subject = subject,
        .asked = 1,
        .done = isFailed ? 0 : 1,
        .failed = isFailed ? 1 : 0 });
}

void WindowUploads::tell()
{
    m_notifier.say(uploadNotification(m_ended));
    m_ended.clear();
}

} // namespace falconer
