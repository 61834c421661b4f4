// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/dialect.h"

#include "services/hawkbit/permissions.h"
#include "services/hawkbit/serverprobe.h"

namespace falconer {

using namespace Qt::StringLiterals;

QString Dialect::runningActionsFilter() const
{
    return detailedActionStatus ? u"active==true"_s : u"status==pending"_s;
}

QString Dialect::name() const
{
    return detailedActionStatus ? u"1.0 dialect"_s : u"0.9 dialect"_s;
}

bool ServerFacts::mayUpdateTargets() const
{
    return isGranted(user.permissions, u"UPDATE_TARGET"_s);
}

bool ServerFacts::mayAssign() const
{
    return mayUpdateTargets() && isGranted(user.permissions, u"READ_DISTRIBUTION_SET"_s);
}

bool ServerFacts::confirmationFlow() const
{
    return config.value(u"user.confirmation.flow.enabled"_s).value.toBool();
}

Call probeServer(Client &client, std::function<void(Result<ServerFacts>)> done)
{
    return ServerProbe::start(client, std::move(done));
}

} // namespace falconer
