// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/request.h"

#include <QStringList>

namespace falconer {

// Who the server takes us for. The cheapest call that needs credentials: the sign-in check.
struct UserInfo {
    QString tenant;
    QString username;
    QStringList permissions; // as granted, roles not expanded; empty before 0.9

    bool operator==(const UserInfo &) const = default;
};

UserInfo readUserInfo(const JsonReader &json);

Request<UserInfo> getUserInfo();

} // namespace falconer
