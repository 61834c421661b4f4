// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/signintext.h"

#include "ui/connect/environment.h"

#include <QCoreApplication>

namespace falconer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SignInText)
};

bool usesToken(const Profile &profile)
{
    return profile.scheme == Credentials::Scheme::Bearer;
}

} // namespace

QString secretName(const Profile &profile)
{
    return usesToken(profile) ? Words::tr("Token") : Words::tr("Password");
}

ErrorText signInText(const Profile &profile, const Error &error)
{
    const QString server = serverName(profile);
    ErrorText text = errorText(error, server);
    if (error.certificate && !profile.trustedCertificate.isEmpty()) {
        const ErrorText changed = certificateText(server, true);
        text.sentence = changed.sentence;
        text.nextStep = changed.nextStep;
    }
    if (error.kind != ErrorKind::Unauthorized)
        return text;
    if (usesToken(profile)) {
        text.sentence = Words::tr("%1 does not accept this token.").arg(server);
        text.nextStep = Words::tr("It may have expired: paste a new one.");
    } else {
        text.sentence = Words::tr("%1 does not accept this user and password.").arg(server);
        text.nextStep
            = Words::tr("Type the password again. Some servers want the user as tenant\\user.");
    }
    return text;
}

} // namespace falconer
