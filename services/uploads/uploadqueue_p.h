// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/client.h"
#include "services/uploads/filewalk.h"
#include "services/uploads/ratelimit.h"
#include "services/uploads/serverlimits.h"
#include "services/uploads/uploadlane.h"
#include "services/uploads/uploadlook.h"
#include "services/uploads/uploadqueue.h"
#include "services/uploads/uploadrules.h"
#include "services/uploads/uploadrun.h"
#include "services/uploads/uploadspeed.h"
#include "services/uploads/uploadstore.h"
#include "services/uploads/uploadtally.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <vector>

namespace falconer {

// The queue in six parts: its rows (uploadrows.cpp), what is written of them (uploadwriting.cpp),
// to which servers it is connected (uploadconnecting.cpp), what is under way (uploadschedule.cpp)
// and being sent (uploadsending.cpp), and how that ends (uploadending.cpp).
struct UploadQueue::Private {
    struct Server {
        std::unique_ptr<Client> client; // none: not connected
        QString address;                // of the last connection, see serverAddress()
        QStringList permissions;
        ServerLimits limits;
        int connection = 0;                       // counts them
        std::optional<PeerCertificate> untrusted; // since then there is no client
        ClientOptions untrustedOptions;           // of the client of before
    };
    struct Running {
        UploadRun *run = nullptr;
        QString profileId;
        QString server;
        qint64 softwareModuleId = 0;
        QString filename;
        int connection = 0;
        bool isReadyToSend = false; // once it is written
        UploadSpeed speed;
    };
    // While one is there figures are not told, but once at its end: what concerns thousands of
    // uploads would tell them thousands of times.
    class Together final {
    public:
        explicit Together(Private &queue);
        ~Together();
        Q_DISABLE_COPY_MOVE(Together)

    private:
        Private &d;
    };
    struct Unanswered {
        QString server;
        qint64 softwareModuleId = 0;
        AwaitedFile file;
    };

    Private(UploadQueue &queue, const QString &path);
    ~Private();

    // Rows.
    void load();
    qsizetype rowOf(qint64 id) const; // -1: none
    Upload *find(qint64 id);
    void insert(const Upload &upload);
    void remove(qint64 id);
    void reorder(const QList<qint64> &order);
    // Tells and writes.
    void change(qint64 id, const std::function<void(Upload &)> &mutate);
    void changeUnwritten(qint64 id, const std::function<void(Upload &)> &mutate);
    void changeAll(const QList<qint64> &ids, bool (*which)(UploadState),
        const std::function<void(Upload &)> &mutate);
    void askAnew(Upload &upload) const; // what it failed of, or asked, is over
    QList<qint64> ids() const;
    void tellTotals();
    void holdBesideInterrupted();
    void letGo(); // what is held and need not be any more

    // Writing.
    void writeLater(qint64 id);
    void flush();
    QList<Upload> dirtyUploads() const;
    void written(const std::optional<Error> &error);
    void fallBehind();
    bool isWritten(qint64 id) const;
    void noteStorage(const std::optional<Error> &error);

    // Connecting.
    bool isConnected(const QString &profileId) const;
    bool isUntrusted(const QString &profileId) const;
    // A connected profile of the same server, for an upload whose own is gone; empty: there is
    // none.
    QString heirOf(const Upload &upload) const;
    void offerHeir(Upload &upload) const; // it asks whether to be sent by that
    void meet(const Upload &upload, const QString &profileId, bool isBack);
    void disconnect(const QString &profileId, bool (*stops)(UploadState));
    bool isCurrent(const Running &one) const; // nobody has connected its profile anew since
    void signOut(qint64 id, const Running &running);
    void distrust(qint64 id, const Running &running, const PeerCertificate &certificate);

    // Schedule.
    void scheduleLater();
    void schedule();
    void goOn(const Upload &upload);
    void beginInTurn(const Upload &upload);
    void ask(qint64 id, UploadProblem problem, const QString &profileServer = {});
    void askForHeir(qint64 id);
    int runningFor(const QString &profileId) const;
    const Running *inTheWayOf(const Upload &upload) const; // into the same module
    void look(const Upload &upload);                       // nobody has yet
    void looked(qint64 id, const FileLook &look);
    void begin(const Upload &upload, UploadLane &lane);
    UploadLane *freeLane(); // nullptr: too many hang, one that answers says so
    void listen(qint64 id, UploadRun &run);
    void stop(qint64 id); // because somebody wants it
    void drop(qint64 id); // because it has ended
    void leaveUnanswered(qint64 id);
    void await(const Upload &upload, qint64 patienceMs);
    QList<AwaitedFile> awaitedBeside(const Upload &upload) const;
    void readyToSend(qint64 id);
    void sendWritten();
    void progress(qint64 id, qint64 sentBytes);
    void noteStalls();
    void reach(const char *point, qint64 id) const;

    // Ending.
    void end(qint64 id, const UploadOutcome &outcome);
    void countBreak(qint64 id, const Error &error);
    void settle(qint64 id, const UploadOutcome &outcome);
    UploadOutcome afterNameRefusals(qint64 id, const UploadOutcome &outcome);
    void retryLater(qint64 id, const Error &error);
    void wakeRetries();

    UploadQueue &q;
    QString path;
    UploadLimits limits;
    QList<Upload> uploads;
    mutable QHash<qint64, qsizetype> rows; // where each was last seen: it may be nearer to the top
    UploadTally tally;
    int togethers = 0;
    bool areTotalsDue = false;
    qint64 lastId = 0;
    std::map<QString, Server> servers;
    QSet<QString> goneProfiles;
    QHash<const FileWalk *, QString> walks; // whose uploads come of it
    std::map<qint64, Running> running;
    QList<Unanswered> unanswered;
    std::map<qint64, UploadLook *> looking; // at files that are new in the queue
    QHash<qint64, int> failures;            // in a row, by upload
    QHash<qint64, UploadBreaks> breaks;
    QHash<qint64, Error> nameRefusals; // see isNameRefusal()
    QSet<qint64> unlocking;            // a person said so
    bool isSuspended = false;
    bool isScheduled = false;
    qint64 firstPauseMs = 2'000; // before the second try
    qint64 storageRefusalMs = 5LL * 60'000;
    qint64 (*storingMs)(qint64 size) = &falconer::storingMs;
    QTimer retries;
    QTimer stalls; // runs while something is being sent
    QElapsedTimer clock;

    RateLimit rateLimit; // outlives the lanes
    std::vector<std::unique_ptr<UploadLane>> lanes;

    UploadStore store;
    bool isStored = false; // the file could be read: it may be written, if not now then later
    bool isFlushing = false;
    bool isBehind = false; // a write failed: the next one writes all
    bool isOrderDirty = false;
    QSet<qint64> dirty;
    QSet<qint64> removed;
    QSet<qint64> inFlight; // being written
    QTimer catchUp;        // while behind
    std::optional<Error> storageError;
    std::optional<Error> putAside; // since the start

    // What a test hears of: each step that an upload reaches, before anything else happens.
    std::function<void(const QByteArray &point, qint64 id)> probe;
};

// For tests only.
struct UploadQueueAccess {
    static UploadQueue::Private &of(UploadQueue &queue) { return *queue.d; }
};

} // namespace falconer
