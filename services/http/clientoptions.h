// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace falconer {

// How requests authenticate. Basic takes the user as typed, "tenant\user" included, as UTF-8.
struct Credentials {
    enum class Scheme { None, Basic, Bearer, GatewayToken, TargetToken };

    Scheme scheme = Scheme::None;
    QString user;   // Basic only
    QString secret; // password or token

    bool operator==(const Credentials &) const = default;
};

// Milliseconds a kind of request may be without any progress; see Patience in request.h.
struct Timeouts {
    int probe = 10'000;
    int read = 30'000;
    int write = 60'000;
    int transfer = 300'000;
};

struct ClientOptions {
    QUrl server; // a path prefix and trailing slashes are fine
    Credentials credentials;
    QByteArray
        trustedCertificate; // SHA-256 of the one certificate that is accepted whatever its faults
    Timeouts timeouts;
    int maxInFlight = 6;
    // Pauses before the second, third, ... try of a GET in ms, each shortened by up to half at
    // random.
    QList<int> retryDelays = { 250, 1'000, 3'000 };
    bool useSystemProxy = true;
};

} // namespace falconer
