// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

#include <QNetworkRequest>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QTcpSocket;

namespace falconer {

// Finds out why a server hung up in the middle of a request. One that refuses a body before it has
// read all of it (413, 401, 403, or 400 because the file is too large) answers and closes;
// QNetworkAccessManager, still writing, loses what it said. This sends the head of the same request
// once more, with "Expect: 100-continue", then the head of its body and nothing of the file, and
// listens for a few seconds: a refusal comes at once, whoever would take the file says nothing. No
// server stores anything of it. Does not go through proxies.
class EarlyAnswer final : public QObject {
    Q_OBJECT

public:
    EarlyAnswer(const QNetworkRequest &request, const QByteArray &bodyHead, qint64 bodySize,
        const QByteArray &trustedCertificate, QObject *parent);
    ~EarlyAnswer() override;

    void start();

signals:
    void finished(const std::optional<falconer::Error> &refusal); // nothing: none was said

private:
    void write();
    void writeBodyHead();
    void giveUp();
    void read();
    void end(const std::optional<Error> &refusal);

    QNetworkRequest m_request;
    QByteArray m_bodyHead; // until it is written
    qint64 m_bodySize;
    QByteArray m_trustedCertificate;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_heard;
    QTimer m_timer;
};

// The refusal in the bytes of an answer; nothing: they are none, or not whole yet.
std::optional<Error> refusalIn(const QByteArray &answer, bool isWhole);

} // namespace falconer
