// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journal.h"
#include "services/session/profile.h"
#include "services/uploads/upload.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QSettings;

namespace falconer {

class Notifier;
class ProfileStore;
class SecretStore;
class Session;
class StatusLine;
class TrustSheet;
class UploadQueue;
class UploadSignIn;
class UploadsClosing;
class UploadsDock;

// What the window does about uploads: shows them in a dock and in its status line, gives them the
// credentials of whoever signs in, tells the desktop and the journal what ended, and asks before
// the window closes.
class WindowUploads final : public QObject {
    Q_OBJECT

public:
    WindowUploads(UploadQueue &queue, const ProfileStore &profiles, SecretStore &secrets,
        QSettings &settings, StatusLine &status, Notifier &notifier, QWidget *window);

    // The content with the dock below it; becomes their parent.
    QWidget *around(QWidget *content);
    UploadsDock &dock() const { return *m_dock; }
    void showDock();

    // Its uploads go on; again after signing in again. They go on when the window turns to another
    // server, too.
    void connectSession(Session &session);
    void leaveSession(); // the window stands before no server: each upload names its own
    // The profile was deleted: its uploads ask, and its credentials are used no more.
    void forgetProfile(const QString &id);

    void writeTo(Journal &journal) { m_journal = &journal; } // what ended
    UploadsClosing &closing() const { return *m_closing; }   // asks before it

signals:
    // The server of this profile no longer takes its credentials.
    void signInNeeded(const QString &profileId);
    // Somebody did, for the uploads to a server that is not the window's.
    void signedIn(const falconer::Profile &profile, const QString &secret);
    // A person trusts this certificate of its server from now on; the uploads go on.
    void serverTrusted(const QString &profileId, const QByteArray &sha256);
    void connectionLost(const QString &profileId); // an upload felt it

private:
    std::optional<Profile> findProfile(const QString &id) const;
    QString profileName(const QString &id) const; // empty: there is no such profile
    void letGoOn(Session &session);
    void askToSignIn(const QString &profileId);
    QString waitingText() const;
    void forgetMissingProfiles();
    void askToTrust(const QString &profileId);
    void showTotals();
    void collect(const Upload &upload);
    void write(JournalEntry::What what, const QString &subject, const Upload &upload) const;
    void tell();

    UploadQueue &m_queue;
    const ProfileStore &m_profiles;
    QSettings &m_settings;
    StatusLine &m_status;
    Notifier &m_notifier;
    QWidget *m_window;
    QString m_profile;               // of the window's session
    QHash<QString, Profile> m_met;   // not all of them are kept
    QHash<QString, QString> m_users; // who is signed in, by profile
    Journal *m_journal = nullptr;
    UploadsClosing *m_closing;
    UploadSignIn *m_signIn;
    UploadsDock *m_dock;
    QPointer<TrustSheet> m_trusting;
    QList<Upload> m_ended; // not yet told
    QTimer m_tellSoon;
};

} // namespace falconer
