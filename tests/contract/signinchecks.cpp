// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "services/hawkbit/systemconfig.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

void checkWrongPassword(Steps &steps, ClientOptions options)
{
    options.credentials.secret = u"surely-not-this-one"_s;
    Conversation stranger(options);
    const auto user = stranger.ask(getUserInfo());
    steps.check(isRefused(user, ErrorKind::Unauthorized, 401), u"a wrong password is refused"_s,
        seenOf(user));
    steps.check(!user && !describe(user.error()).contains(options.credentials.secret),
        u"the refusal does not repeat the password"_s, seenOf(user));
    steps.check(stranger.client().sentCount() == 1, u"a wrong password is tried once"_s);
    const auto facts = stranger.await<ServerFacts>(
        [&](auto done) { return probeServer(stranger.client(), std::move(done)); });
    steps.check(isRefused(facts, ErrorKind::Unauthorized, 401),
        u"nothing is probed without being signed in"_s, seenOf(facts));
    steps.check(stranger.client().sentCount() == 2, u"nothing else was asked"_s);
}

} // namespace

bool checkSignIn(
    Scenario &scenario, const ClientOptions &options, std::optional<bool> detailedStatus)
{
    Steps &steps = scenario.steps;
    checkWrongPassword(steps, options);

    Conversation &server = scenario.server;
    const auto facts = server.await<ServerFacts>(
        [&](auto done) { return probeServer(server.client(), std::move(done)); });
    if (!steps.check(facts.has_value(), u"signing in"_s, seenOf(facts)))
        return false;
    scenario.facts = *facts;
    steps.check(!facts->user.username.isEmpty(), u"the server says who signed in"_s);
    steps.check(facts->mayAssign() && facts->mayUpdateTargets(),
        u"the user may assign and update targets"_s, facts->user.permissions.join(u' '));
    if (detailedStatus) {
        steps.check(facts->dialect.detailedActionStatus == *detailedStatus,
            u"the dialect fits the wire"_s, facts->dialect.name());
    }
    const auto config = server.ask(getSystemConfig());
    steps.check(config && config->value(u"pollingTime"_s).value.isString()
            && config->value(u"authentication.targettoken.enabled"_s).value.isBool(),
        u"the settings of the tenant are read"_s, seenOf(config));
    steps.check(config && *config == facts->config, u"the probe brought the same settings"_s);
    return true;
}

} // namespace falconer
