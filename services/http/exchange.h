// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"
#include "services/http/request.h"
#include "services/http/result.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QIODevice;
class QNetworkAccessManager;

namespace falconer {

// One request on the wire, once: its answer, or why there is none. It follows redirects of a GET
// within the origin, gives up after a time without progress, and never lets QNAM send a body twice.
class Exchange final : public QObject {
    Q_OBJECT

public:
    struct Outgoing {
        QNetworkRequest request;
        Verb verb = Verb::Get;
        QByteArray body;
        int patienceMs = 0; // without progress
        QByteArray trustedCertificate;
        QIODevice *device = nullptr; // in place of body, of a known size, read while it is sent
    };
    struct Outcome {
        Result<Response> result;
    };

    Exchange(QNetworkAccessManager &network, Outgoing outgoing, QObject *parent);
    ~Exchange() override;

    void start();
    // At once, on the wire too; nothing is emitted afterwards.
    void cancel();
    void setPatience(int patienceMs); // counts from now

signals:
    void progressed(qint64 sentBytes, qint64 bodySize); // of the body
    void sent();                                        // also for every redirect
    void finished(const falconer::Exchange::Outcome &outcome);

private:
    void sendBody();
    void restartTimer();
    static void abort(QNetworkReply &reply);
    void giveUp();
    void judgeCertificate(QNetworkReply *reply, const QList<QSslError> &problems);
    void replyFinished();
    Result<Response> resultOf(QNetworkReply &reply) const;
    Error connectionError(const QNetworkReply &reply) const;
    bool followRedirect(const QNetworkReply &reply);

    QNetworkAccessManager &m_network;
    Outgoing m_out;
    QNetworkReply *m_reply = nullptr;
    QTimer m_timer;
    std::optional<PeerCertificate> m_refused; // of this server, by this request or another
    int m_hops = 0;
    bool m_timedOut = false;
    bool m_wasSent = false;
};

} // namespace falconer
