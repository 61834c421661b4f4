// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/profile.h"

#include <QUuid>

namespace falconer {

QString newProfileId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString identityOf(const Profile &profile)
{
    return profile.id.isEmpty() ? profile.server.toString() + u' ' + profile.user : profile.id;
}

ClientOptions toClientOptions(const Profile &profile, const QString &secret)
{
    return { .server = profile.server,
        .credentials = { .scheme = profile.scheme, .user = profile.user, .secret = secret },
        .trustedCertificate = profile.trustedCertificate };
}

} // namespace falconer
