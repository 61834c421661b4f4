// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/distributionsets.h"
#include "services/hawkbit/targettypes.h"

#include <QCryptographicHash>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString hashOf(const QByteArray &bytes, QCryptographicHash::Algorithm algorithm)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, algorithm).toHex());
}

void checkSets(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const Fixture &fixture = scenario.fixture;
    const auto sets
        = scenario.server.ask(listDistributionSets({ .sort = { u"version"_s, Qt::DescendingOrder },
            .filter = "name=="_L1 + fixture.run + '*'_L1 }));
    if (!steps.check(sets && sets->total == 4 && sets->content.size() == 4,
            u"the distribution sets are listed"_s, seenOf(sets)))
        return;
    const DistributionSet &next = sets->content.first();
    steps.check(next.id == fixture.nextSet && next.version == "2.5.0"_L1 && next.type == "os_app"_L1
            && next.complete && next.valid && !next.deleted,
        u"sorted by version, with what they are"_s, next.name + u' ' + next.version);
    steps.check(sets->content.at(1).modules.size() == 2, u"with their modules"_s);
    for (const DistributionSet &listed : sets->content) {
        const auto read = scenario.server.ask(getDistributionSet(listed.id));
        steps.check(read && read->name == listed.name && read->complete == listed.complete
                && read->modules.size() == listed.modules.size(),
            "the same when read alone: "_L1 + fixture.shortName(listed.name) + u' '
                + listed.version,
            seenOf(read));
        if (listed.id == fixture.incompleteSet)
            steps.check(!listed.complete, u"a set without a needed module is incomplete"_s);
    }
}

void checkModules(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const Fixture &fixture = scenario.fixture;
    const auto modules
        = scenario.server.ask(listSoftwareModules({ .sort = { u"name"_s, Qt::DescendingOrder },
            .filter = "name=="_L1 + fixture.run + '*'_L1 }));
    steps.check(modules && modules->total == 2 && modules->content.first().id == fixture.osModule
            && modules->content.first().type == "os"_L1
            && modules->content.first().vendor == "Falconer"_L1,
        u"the software modules are listed"_s, seenOf(modules));
    const auto artifacts = scenario.server.ask(listArtifacts(fixture.osModule));
    if (!steps.check(
            artifacts && artifacts->size() == 1, u"with their artifacts"_s, seenOf(artifacts)))
        return;
    const Artifact &artifact = artifacts->first();
    steps.check(
        artifact.providedFilename == "rootfs.raucb"_L1 && artifact.size == fixture.osImage.size(),
        u"an artifact has its name and size"_s, artifact.providedFilename);
    steps.check(artifact.sha1 == hashOf(fixture.osImage, QCryptographicHash::Sha1)
            && artifact.md5 == hashOf(fixture.osImage, QCryptographicHash::Md5)
            && artifact.sha256 == hashOf(fixture.osImage, QCryptographicHash::Sha256),
        u"and the hashes of its bytes"_s);
}

} // namespace

void checkSoftware(Scenario &scenario)
{
    checkSets(scenario);
    checkModules(scenario);
    Steps &steps = scenario.steps;
    const auto types
        = scenario.server.ask(listTargetTypes({ .filter = "name=="_L1 + scenario.fixture.run }));
    steps.check(
        types && types->total == 1 && types->content.first().id == scenario.fixture.targetType,
        u"the target types are listed"_s, seenOf(types));
    const auto accepted
        = scenario.server.ask(listCompatibleDistributionSetTypes(scenario.fixture.targetType));
    steps.check(accepted && accepted->size() == 1 && accepted->first().key == "os_app"_L1,
        u"and which types of sets they take"_s, seenOf(accepted));
}

} // namespace falconer
