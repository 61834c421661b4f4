// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "services/hawkbit/actions.h"
#include "services/hawkbit/metadata.h"
#include "services/hawkbit/targets.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

void checkUnknown(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const auto unknown = scenario.server.ask(getTarget(scenario.fixture.unknownTarget));
    steps.check(isRefused(unknown, ErrorKind::NotFound, 404, "repo.entityNotFound"_L1),
        u"an unknown target is not found"_s, seenOf(unknown));
    const qint64 sent = scenario.server.client().sentCount();
    for (const QString &id : { u"a/b"_s, u"a;b"_s, u"a%b"_s, u"a\\b"_s, u".."_s }) {
        const auto refused = scenario.server.ask(getTarget(id));
        steps.check(isRefused(refused, ErrorKind::Invalid, 0),
            "an id that no server lets be addressed: "_L1 + id, seenOf(refused));
    }
    steps.check(scenario.server.client().sentCount() == sent, u"none of them was sent"_s);
}

} // namespace

// Of the target with the odd id, so that every path has to be encoded.
void checkTargetDetails(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    Conversation &server = scenario.server;
    const QString id = scenario.fixture.oddTarget;

    const auto target = server.ask(getTarget(id));
    steps.check(target && target->controllerId == id && target->updateStatus == "unknown"_L1
            && !target->pollStatus && target->createdAt.isValid(),
        u"a target with + # ? & and an umlaut in its id is read"_s, seenOf(target));
    const auto attributes = server.ask(getTargetAttributes(id));
    steps.check(attributes && attributes->isEmpty(), u"no attributes (204)"_s, seenOf(attributes));
    const auto assigned = server.ask(getAssignedDistributionSet(id));
    steps.check(assigned && !*assigned, u"no set assigned (204)"_s, seenOf(assigned));
    const auto installed = server.ask(getInstalledDistributionSet(id));
    steps.check(installed && !*installed, u"no set installed (204)"_s, seenOf(installed));
    const auto tags = server.ask(listTagsOfTarget(id));
    steps.check(tags && tags->size() == 1 && tags->first().name == scenario.fixture.run
            && tags->first().colour == "#2266aa"_L1,
        u"its tags are read"_s, seenOf(tags));
    const auto metadata = server.ask(listMetadata({ MetadataOwner::Kind::Target, id }));
    steps.check(metadata
            && *metadata == QList<Metadata>{ { .key = u"site"_s, .value = u"Zürich & more"_s } },
        u"its metadata are read"_s, seenOf(metadata));
    const auto actions = server.ask(listTargetActions(id, {}));
    steps.check(actions && actions->content.isEmpty() && actions->total == 0,
        u"its list of actions is empty"_s, seenOf(actions));
    const auto typed = server.ask(getTarget(scenario.fixture.typedTarget));
    steps.check(typed && typed->targetTypeId == scenario.fixture.targetType
            && typed->targetTypeName == scenario.fixture.run,
        u"a target tells its type"_s, seenOf(typed));
    checkUnknown(scenario);
}

} // namespace falconer
