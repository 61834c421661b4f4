// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/clientoptions.h"
#include "services/http/result.h"
#include "services/uploads/upload.h"

#include <QList>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>

namespace falconer {

struct WalkedFiles;

struct UploadLimits {
    int atOnce = 2;            // to one server, each into another software module
    qint64 bytesPerSecond = 0; // of all together, 0: no limit
};

// What is to be queued.
struct NewUpload {
    QString profileId;
    qint64 softwareModuleId = 0;
    QString moduleTitle;
    QString path;
    QString filename; // empty: the file's own name
};

struct UploadTotals {
    int waiting = 0; // and retrying, not connected
    int held = 0;    // of these, see Upload::isHeld
    int paused = 0;
    int sending = 0; // and checking, verifying
    int stalled = 0; // of these
    int asking = 0;
    int interrupted = 0; // of these, see UploadProblem
    int failed = 0;
    int done = 0;
    qint64 bytes = 0;     // of what goes on by itself
    qint64 sentBytes = 0; // of these
    qint64 doneBytes = 0; // of what was done since nothing went on last
    qint64 bytesPerSecond = 0;
};

// A server whose certificate was refused.
struct UntrustedServer {
    QString profileId;
    PeerCertificate certificate;
    QByteArray trustedBefore; // SHA-256 of another one, empty: none was
};

// The files on their way to the servers, in the order in which they are sent. Lives in a SQLite
// file and is written before anything is sent: whatever happens to the program, after the next
// start each upload is done, waits, or asks. Uploads of several servers run side by side; reading,
// hashing and sending happen on a thread of their own. Lives on the GUI thread and never blocks it.
class UploadQueue final : public QObject {
    Q_OBJECT

public:
    // path: of the queue's file; its folder is made, and its content is read at once. If it cannot
    // be read, or another Falconer has it, the queue begins empty and lives in memory; if it can be
    // read, but not written, it lives in memory until it can be. storageError() says why. A damaged
    // file is put aside, and the queue begins anew: putAside().
    explicit UploadQueue(const QString &path, QObject *parent = nullptr);
    ~UploadQueue() override;

    const QList<Upload> &uploads() const; // in the order in which they are sent
    const Upload *find(qint64 id) const;
    int rowOf(qint64 id) const; // -1: there is none
    // The name of the file that this one waits for, since it is under way into the same software
    // module; empty: it does not wait because of that.
    QString inTheWayOf(const Upload &upload) const;
    const UploadTotals &totals() const;
    int count(UploadState state) const;
    QStringList profiles() const;                     // that have uploads here
    QMap<QString, int> waitingForSignIn() const;      // how many, by profile; see needsSignIn()
    const std::optional<Error> &storageError() const; // why it cannot be kept now
    // A damaged file was: what was wrong with it, and where it is since.
    const std::optional<Error> &putAside() const;

    // How many artifacts a module of this profile's server may have; 0: it has not said yet.
    qint64 artifactLimit(const QString &profileId) const;

    // This profile's server was not there, and answers again: what waits for its next try because
    // of that need not. It counts as one try more, all the same.
    void noteConnection(const QString &profileId);
    // Something was deleted from this profile's server: its storage may have room again.
    void noteRoom(const QString &profileId);

    UploadLimits limits() const;
    void setLimits(const UploadLimits &limits);

    // The uploads of a profile can go on: credentials are kept in memory only. Again after signing
    // in anew. Those that were queued for another server than this one ask first. permissions: what
    // the user was granted, see services/hawkbit/permissions.h; what is lacking is said before
    // anything is sent.
    void connectProfile(const QString &profileId, const ClientOptions &options,
        const QStringList &permissions = {});
    void disconnectProfile(const QString &profileId); // what is under way waits: NotConnected
    // It is no longer there: what waits for it asks, and can be sent by another profile of the same
    // server once that is connected.
    void forgetProfile(const QString &profileId);

    // To which nothing is sent, and what is for them waits: UploadProblem::Certificate.
    QList<UntrustedServer> untrustedServers() const;
    // A person trusts exactly this certificate: goes on with the credentials of before. Nothing
    // happens if it is not the one that was refused last.
    void trustServer(const QString &profileId, const QByteArray &sha256);

    // The new upload's id. Invalid: the name is empty, or longer than 256 characters. The file is
    // looked at later, on another thread: FileGone or FileEmpty, if it cannot be sent.
    Result<qint64> add(const NewUpload &upload);
    // Looks into files and folders on a thread of its own, whatever becomes of who asked for it;
    // take adds what is found, and is called once. profileId: whose uploads these become.
    using TakeFiles = std::function<void(const WalkedFiles &files)>;
    void lookInto(const QString &profileId, const QList<QUrl> &urls, const TakeFiles &take);
    QStringList lookingFor() const; // profiles, one for each look under way; totalsChanged() tells

    void pause(const QList<qint64> &ids);
    void resume(const QList<qint64> &ids); // paused, or waiting for its next try ("now")
    void retry(const QList<qint64> &ids);  // failed or asking: checks all anew
    void cancel(const QList<qint64> &ids); // and forgets; what was stored stays on the server
    void removeFinished();                 // the Done ones
    void moveTo(const QList<qint64> &ids, int row); // before the upload that is at row now
    void sendFirst(qint64 id); // pauses nothing: the next to begin, although it was paused

    // Answers to UploadState::Asking, each checks all anew.
    void sendToProfileServer(qint64 id);             // OtherServer: there, if it has the module
    void replaceExisting(qint64 id);                 // NameTaken: delete that one, then send
    void sendAs(qint64 id, const QString &filename); // NameTaken
    void takeFile(qint64 id, const QString &path);   // FileGone, FileEmpty: another, or elsewhere
    void takeChangedFile(qint64 id);                 // FileChanged: as it is now
    void unlockModule(qint64 id);                    // ModuleLocked

    // Stops what is under way so that it goes on at the next start without being asked.
    void suspend();

signals:
    void aboutToInsert(int row);
    void inserted(int row);
    void aboutToRemove(int row);
    void removed(int row);
    void aboutToReorder();
    void reordered();
    void changed(int row);
    void totalsChanged();                          // once for all that a call changes
    void finished(const falconer::Upload &upload); // Done or Failed, once
    // Asks or Failed: its software module is gone or locked, which others may not know yet.
    void moduleRefused(const falconer::Upload &upload);
    // What somebody agreed to has happened on the server, whatever becomes of the upload.
    void moduleUnlocked(const falconer::Upload &upload);
    void artifactReplaced(const falconer::Upload &upload); // deleted, so far
    void signInNeeded(const QString &profileId);           // a server refused the credentials
    void trustNeeded(const QString &profileId);            // its certificate was refused
    void connectionLost(const QString &profileId); // an upload is tried again because of that
    void storageFailed();                          // storageError() says why
    void storageRecovered();                       // all is written again

private:
    friend struct UploadQueueAccess;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace falconer
