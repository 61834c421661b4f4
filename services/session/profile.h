// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/clientoptions.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

namespace falconer {

// How to reach one hawkBit and how to tell it from others. Holds no secret: those lie in the
// SecretStore under the profile's id.
struct Profile {
    QString id; // never changes, see newProfileId()
    QString name;
    QUrl server;
    Credentials::Scheme scheme = Credentials::Scheme::Basic; // Basic or Bearer
    QString user;                                            // Basic only
    QString colour; // of the environment: a word of ui/ or #rrggbb, empty: none
    QString notes;
    bool isProduction = false;
    QByteArray trustedCertificate; // SHA-256 of the one certificate to accept; empty: as usual
    bool hasSecret = false;        // the keychain holds one: a keychain cannot be listed
    QDateTime lastUsedAt;          // UTC, invalid: never

    bool operator==(const Profile &) const = default;
};

QString newProfileId();

// What tells a profile from all others for ever: its id; of one that is not kept, its address and
// user.
QString identityOf(const Profile &profile);

// How a client reaches the profile's server.
ClientOptions toClientOptions(const Profile &profile, const QString &secret);

} // namespace falconer
