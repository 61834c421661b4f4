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

class ClosingSheet;
enum class QueueKeeping;
class Notifier;
class ProfileStore;
class SecretStore;
class Session;
class StatusLine;
class TrustSheet;
class UploadQueue;
class UploadSignIn;
class UploadsDock;

// What the window does about uploads: shows them in a dock and in its status line, gives them the
// credentials of whoever signs in, tells the desktop and the journal what ended, and asks before it
// closes.
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
    // Its server was not there and answers again: what waits for its next try need not.
    void goOnNow(const QString &profileId);
    void leaveSession(); // the window stands before no server: each upload names its own
    // The profile was deleted: its uploads ask, and its credentials are used no more.
    void forgetProfile(const QString &id);

    void writeTo(Journal &journal) { m_journal = &journal; } // what ended
    // Not: all uploads end with the program, and closing says so.
    void setKept(bool kept) { m_isKept = kept; }
    // A profile whose uploads end with the program: closing does not ask about them.
    void setPassing(const QString &profileId) { m_passing = profileId; }

    // false: it asks, and closes the window itself if that is the answer.
    bool mayClose();

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
    QueueKeeping keeping() const;
    bool isInterrupted(const Upload &upload) const;
    QList<qint64> underWay() const;
    bool isLooking() const;
    void withdrawClosing();
    void closeLooked();
    void stopAll();
    void close();
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
    QString m_passing;
    bool m_isKept = true;
    Journal *m_journal = nullptr;
    UploadSignIn *m_signIn;
    UploadsDock *m_dock;
    QPointer<ClosingSheet> m_closing;
    bool m_closesLooked = false; // m_closing waits for files to be looked at
    QPointer<TrustSheet> m_trusting;
    bool m_hasAnswered = false; // closing is what was wanted
    QList<Upload> m_ended;      // not yet told
    QTimer m_tellSoon;
};

} // namespace falconer
