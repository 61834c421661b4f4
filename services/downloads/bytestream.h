// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace falconer {

// One GET whose body is handed on as it comes, in memory that stays flat. Deleting it ends it on
// the wire too; whoever hears its signals deletes it later.
class ByteStream final : public QObject {
    Q_OBJECT

public:
    struct Wanted {
        QNetworkRequest request;
        qint64 offset = 0;             // what the request's Range begins with, 0: it has none
        qint64 size = 0;               // of the whole
        int patienceMs = 0;            // without a byte
        QByteArray trustedCertificate; // see ClientOptions
    };

    ByteStream(QNetworkAccessManager &network, Wanted wanted, QObject *parent);
    ~ByteStream() override;

    void start();

signals:
    void begun(bool isFromStart); // before the first bytes: they begin at 0, not at offset
    void arrived(const QByteArray &bytes);
    // isRangeWrong: the server does not answer the range that was asked for.
    void finished(const std::optional<falconer::Error> &error, bool isRangeWrong);

private:
    void judge(const QList<QSslError> &problems);
    bool isBody(); // whether what comes is the artifact's bytes
    bool isWantedRange() const;
    void take();
    void read();
    void end();
    std::optional<Error> errorOfReply();

    QNetworkAccessManager &m_network;
    Wanted m_wanted;
    QPointer<QNetworkReply> m_reply; // goes with the manager
    QTimer m_timer;
    std::optional<bool> m_isBody;
    std::optional<PeerCertificate> m_refused;
    bool m_isRangeWrong = false;
    bool m_isLengthWrong = false;
    bool m_timedOut = false;
};

} // namespace falconer
