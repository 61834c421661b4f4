// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/downloads/partfile.h"
#include "services/http/clientoptions.h"
#include "services/http/redaction.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace falconer {

class ByteStream;

// The half of ArtifactDownload that waits for the network and the disk: lives on a thread of its
// own, with a QNetworkAccessManager of its own. Each thing belongs to a run, whose number stands in
// every signal; a run that was abandoned is not heard of any more.
class DownloadWorker final : public QObject {
    Q_OBJECT

public:
    DownloadWorker();
    ~DownloadWorker() override;

    // On any thread: what is still to be done for earlier runs is not worth its time. False: too
    // late, the file of the current run is getting its final name, which ended() will say.
    bool setRun(quint64 run);

    // On its thread.
    void begin(quint64 run, const DownloadOrder &order, const ClientOptions &options,
        const QList<int> &retryDelays);
    // How much an earlier start left. Without a part the final file may be there: it ended while
    // nobody heard of it.
    void measure(quint64 run, const DownloadOrder &order);
    void stop();                              // keeps the part
    void discard(const DownloadOrder &order); // removes it

signals:
    void measured(quint64 run, qint64 receivedBytes);
    void progressed(quint64 run, qint64 receivedBytes);
    void begunAnew(quint64 run);
    void retrying(quint64 run, const QDateTime &at, const falconer::Error &error);
    void verifying(quint64 run);
    void ended(quint64 run, falconer::DownloadProblem problem,
        const std::optional<falconer::Error> &error);

private:
    bool isWanted() const { return m_run == m_current || m_run == finishing; }
    void ask(); // for what is still missing
    void takeBegin(bool isFromStart);
    void takeBytes(const QByteArray &bytes);
    void takeEnd(const std::optional<Error> &error, bool isRangeWrong);
    bool beginAnew(); // false: the file does not let it, or it was done too often
    void verify();
    void giveName();
    void handleWrongHash();
    void retry(const Error &error);
    void fail(const FileFault &fault);
    void end(DownloadProblem problem, std::optional<Error> error);

    static constexpr quint64 finishing = ~0ULL; // m_run of the current run, which cannot be left

    std::atomic<quint64> m_run = 0;
    quint64 m_current = 0;
    DownloadOrder m_order;
    ClientOptions m_options;
    QList<int> m_retryDelays;
    QNetworkAccessManager *m_network = nullptr; // made on its thread
    ByteStream *m_stream = nullptr;
    std::unique_ptr<PartFile> m_part;
    QTimer m_retryTimer;
    QElapsedTimer m_sinceProgress;
    Redaction m_redaction;
    QString m_where;
    int m_triesInVain = 0;
    int m_timesBegunAnew = 0;
    bool m_isContinued = false; // some of the part came in another request
    bool m_knowsNoRange = false;
};

} // namespace falconer
