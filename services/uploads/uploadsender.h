// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/http/clientoptions.h"
#include "services/http/redaction.h"
#include "services/uploads/uploadbody.h"
#include "services/uploads/uploadrules.h"

#include <QNetworkRequest>
#include <QObject>

#include <atomic>

namespace falconer {

class EarlyAnswer;
class Exchange;
class RateLimit;

// What came of sending a file.
struct SendResult {
    Result<Artifact> answer;
    UploadBody::Break broken = UploadBody::Break::None; // the file: then answer says nothing
};

// What an upload does with its file: looks at it, hashes it, sends it. Lives on a thread of its own
// with a QNetworkAccessManager of its own, and does one thing at a time. Each thing belongs to a
// run, whose number stands in every signal; a run that was abandoned is not heard of any more.
class UploadSender final : public QObject {
    Q_OBJECT

public:
    explicit UploadSender(RateLimit &limit)
        : m_limit(limit)
    {
    }
    ~UploadSender() override;

    // On any thread: what is still to be done for earlier runs is not worth its time.
    void setRun(quint64 run) { m_run = run; }

    // On its thread.
    void look(quint64 run, const QString &path);
    void hash(quint64 run, const QString &path, QCryptographicHash::Algorithm algorithm);
    void send(quint64 run, const Upload &upload, const ClientOptions &options);
    void stop();  // what is on the wire
    void leave(); // stops, and says that nothing before it holds the thread any more

signals:
    void looked(quint64 run, const falconer::FileLook &look);
    void hashed(quint64 run, const QString &hex);   // empty: it could not be read
    void progressed(quint64 run, qint64 sentBytes); // of the file
    void wholeSent(quint64 run, const QString &sha256);
    void ended(quint64 run, const falconer::SendResult &result);
    void left();

private:
    void start(quint64 run, const Upload &upload, const ClientOptions &options);
    void progress(quint64 run, qint64 sent, qint64 bodySize);
    void finish(quint64 run, const Result<Response> &result);
    void findOut(quint64 run, const Error &error);
    void end(quint64 run, Result<Artifact> answer);
    bool isBrokenOnTheWay(const Error &error) const;
    void breakOff(quint64 run);

    RateLimit &m_limit;
    std::atomic<quint64> m_run = 0;
    Exchange *m_exchange = nullptr; // with all that it needs as its children
    UploadBody *m_body = nullptr;
    EarlyAnswer *m_early = nullptr;
    QNetworkRequest m_request;
    QByteArray m_trustedCertificate;
    bool m_isDirect = true; // no proxy on the way
    Redaction m_redaction;
    QString m_where;
    int m_lastPatienceMs = 0; // for the answer to the last byte
};

} // namespace falconer
