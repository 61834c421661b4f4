// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/userinfo.h"

#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString readText(const JsonReader &json)
{
    return json.asText();
}

} // namespace

UserInfo readUserInfo(const JsonReader &json)
{
    return {
        .tenant = json.text("tenant"_L1),
        .username = json.text("username"_L1),
        .permissions = json.listOrEmpty<QString>("permissions"_L1, readText),
    };
}

Request<UserInfo> getUserInfo()
{
    return { { .path = managementPath({ u"userinfo"_s }), .patience = Patience::Probe },
        readJson(readUserInfo) };
}

} // namespace falconer
