// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/http/call.h"
#include "services/http/clientoptions.h"
#include "services/uploads/serverlimits.h"
#include "services/uploads/uploadrules.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace falconer {

class Client;
class UploadLane;
struct SendResult;
struct SoftwareModule;

// One try of one upload, from the first look at its file to the server's answer: asks first, sends
// only what nothing speaks against. Destroying it ends what is under way.
class UploadRun final : public QObject {
    Q_OBJECT

public:
    struct Server {
        Client &client;
        QStringList permissions; // of who is signed in, see permissions.h
        ServerLimits limits = {};
    };

    // client must be there until readyToSend(), lane until stop(): it is the run's own till then.
    UploadRun(const Upload &upload, const Server &server, UploadLane &lane, QObject *parent);
    ~UploadRun() override;

    void setUnlocks(bool unlocks) { m_unlocks = unlocks; } // a locked module, instead of asking
    // The last try ended with it: names that differ in case only are the same there.
    void setNameRefusal(const Error &error) { m_nameRefusal = error; }
    // Those that the server may still be at work on in this module: are let come, or go, first.
    void setAwaited(const QList<AwaitedFile> &files) { m_awaited = files; }
    void start();
    void send(); // behind readyToSend()
    void stop(); // at once: nothing is emitted any more, and the lane is given back

signals:
    void unlocked();                    // the module, which stays so
    void replaced();                    // the one of this name is deleted
    void hashed(const QString &sha256); // of the local file
    void readyToSend();                 // nothing speaks against it
    void progressed(qint64 sentBytes);
    void wholeSent(const QString &sha256);
    void ended(const falconer::UploadOutcome &outcome); // the last one

private:
    template <typename Signal, typename Slot> void listen(Signal signal, Slot slot);
    void end(const UploadOutcome &outcome) { emit ended(outcome); }
    void judge(const FileLook &look);
    void askModule();
    void judge(const SoftwareModule &module);
    void askArtifacts();
    void judgeArtifacts();
    void hash(const ArtifactHash &like); // by the same algorithm
    void takeHash(const QString &hex);
    void goOn(const std::optional<Artifact> &inTheWay);
    bool isTooLarge() const;
    bool isModuleFull(bool isOneReplaced) const;
    bool isStorageFull(qint64 replacedBytes) const;
    void unlock(const std::optional<Artifact> &inTheWay);
    void replace(const Artifact &artifact);
    void judge(const SendResult &result);
    void judgeStored();

    Upload m_upload;
    Server m_server; // while it is asked
    ClientOptions m_options;
    UploadLane *m_lane; // until stop()
    quint64 m_run;
    bool m_unlocks = false;
    std::optional<Error> m_nameRefusal;
    QList<AwaitedFile> m_awaited;
    QTimer m_lookAgain;
    bool m_isLocked = false;
    QList<Artifact> m_artifacts;
    FileHashes m_hashes;
    QCryptographicHash::Algorithm m_hashing = QCryptographicHash::Sha256;
    std::optional<Artifact> m_stored; // the server's answer
    Call m_call;
};

} // namespace falconer
