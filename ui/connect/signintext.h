// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/session/profile.h"
#include "ui/shared/errortext.h"

namespace falconer {

// What a profile signs in with, as its field is called: "Password" or "Token".
QString secretName(const Profile &profile);

// A failed attempt to sign in, in the words of this profile's fields.
ErrorText signInText(const Profile &profile, const Error &error);

} // namespace falconer
