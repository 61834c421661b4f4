// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/routes.h"

#include <QJsonArray>
#include <QJsonObject>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

SimResponse userInfo(SimContext &context)
{
    return answer(200,
        QJsonObject{ { u"tenant"_s, u"DEFAULT"_s }, { u"username"_s, context.user->name },
            { u"permissions"_s, QJsonArray::fromStringList(context.user->granted) } });
}

// What newer clients probe: an empty fleet of groups. Rollouts are not simulated: there are none.
SimResponse noGroups(SimContext &context)
{
    return context.isOldWire() ? springError(404) : answer(200, QJsonArray());
}

SimResponse noRollouts(SimContext &)
{
    return answer(
        200, QJsonObject{ { u"content"_s, QJsonArray() }, { u"total"_s, 0 }, { u"size"_s, 0 } });
}

} // namespace

void addUserInfoRoutes(Routes &routes)
{
    routes.add("GET", "userinfo", {}, userInfo);
    routes.add("GET", "targetgroups", { u"READ_TARGET"_s }, noGroups);
    routes.add("GET", "rollouts", { u"READ_ROLLOUT"_s }, noRollouts);
}

} // namespace falconer
