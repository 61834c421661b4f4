// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace falconer {

// What went wrong decides what Falconer does next: retry, sign in again, point at a field, wait.
enum class ErrorKind {
    Network,      // no answer: see NetworkFault
    Timeout,      // no answer in time, or it stopped in the middle
    Tls,          // the certificate or the handshake: see Error::certificate
    Unauthorized, // 401
    Forbidden,    // 403 without a quota's code
    NotFound,     // 404, 410
    Conflict,     // 409
    Invalid,      // 400, 405, 406, 415, 422 and every other 4xx
    Locked,       // 423
    Quota,        // 429, up to hawkBit 0.9 403, with a quota's code: do not retry
    RateLimited,  // 429 without a code: wait
    Server,       // 5xx
    Protocol,     // an answer that is not what the endpoint promises: HTML, a missing field, not a
                  // hawkBit
    Io,           // a local file
};

enum class NetworkFault {
    None,
    HostNotFound,
    ConnectionRefused,
    ConnectionLost,
    Proxy,
    Unreachable
};

// What a server showed of itself when its certificate was not accepted. Times in UTC.
struct PeerCertificate {
    QString subject;
    QString issuer;
    QDateTime notBefore;
    QDateTime notAfter;
    QByteArray sha256;    // of the DER form, 32 bytes
    QStringList problems; // Qt's words, such as "The certificate is self-signed"

    bool operator==(const PeerCertificate &) const = default;
};

// A failure as a value. The texts are the server's or Qt's own, for the details on demand; the
// sentence for people is made in ui/ from the kind. Never holds a secret: the client redacts what
// it was given.
struct Error {
    ErrorKind kind = ErrorKind::Network;
    int httpStatus = 0; // 0: there was no answer
    QString code;       // hawkBit's errorCode without its prefix, old spellings corrected:
                        // "repo.entityNotFound"
    QString message;    // the server's or Qt's words, may be empty
    QString where;      // "GET /rest/v1/targets", or the path in a body: "content[0].name"
    NetworkFault fault = NetworkFault::None;
    std::optional<PeerCertificate> certificate;
    int retryAfterMs = 0; // what the server asked for, 0: nothing

    bool operator==(const Error &) const = default;
};

} // namespace falconer
