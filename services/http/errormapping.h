// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"
#include "services/http/request.h"

#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslError>

namespace falconer {

// An answer whose status is not 2xx, whatever its body is: hawkBit's JSON with errorCode, Spring's
// without, a web page, text or nothing (hawkbit-api 3.1).
Error errorOfAnswer(const Response &response, const QByteArray &retryAfter);

// A request that got no whole answer. wasSent tells a connection that broke from one that never
// was, where Qt has the same code for both.
Error errorOfConnection(QNetworkReply::NetworkError code, const QString &text, bool wasSent);

// Without the prefix, in the spelling that 0.7.0 and later write (hawkbit-api 3.2).
QString currentErrorCode(const QString &errorCode);

// Milliseconds from now; the header holds seconds or a date. 0: none.
int retryAfterMs(const QByteArray &header, const QDateTime &now);

PeerCertificate describe(const QSslCertificate &certificate, const QList<QSslError> &problems);

// Whether a body is a page for people, which no hawkBit answers to our Accept with a 2xx.
bool isWebPage(const Response &response);

} // namespace falconer
