// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/repository.h"

#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/metadata.h"
#include "tests/contract/fixturerequests.h"

#include <QCryptographicHash>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

qsizetype countOfArtifacts(Repository &repository, qint64 module)
{
    const auto list = repository.scenario.server.ask(listArtifacts(module));
    return list ? list->size() : -1;
}

void checkRefusedUploads(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    const qint64 id = repository.first.id;
    const auto damaged = scenario.server.ask(
        uploadArtifact(id, u"damaged.bin"_s, "bytes", { { "sha256sum", sha256("others") } }));
    scenario.steps.check(isRefused(damaged, ErrorKind::Invalid, 400,
                             "artifact.uploadFailed.checksum.sha256.match"_L1),
        u"a wrong hash behind the file is refused"_s, seenOf(damaged));
    const auto again = scenario.server.ask(uploadArtifact(id, u"image.bin"_s, "other"));
    scenario.steps.check(isRefused(again, ErrorKind::Conflict, 409, "repo.entityAlreadyExists"_L1),
        u"so is a taken filename"_s, seenOf(again));
    scenario.steps.check(
        countOfArtifacts(repository, id) == 1, u"nothing of what was refused is stored"_s);
}

void checkAnswers(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    const auto whole = scenario.server.ask(download(repository.first.id, repository.artifact));
    scenario.steps.check(whole && whole->status == 200 && whole->body == repository.content,
        u"it is downloaded as it was"_s, seenOf(whole));
    const auto part
        = scenario.server.ask(download(repository.first.id, repository.artifact, "bytes=10-19"));
    scenario.steps.check(
        part && part->status == 206 && part->body == repository.content.mid(10, 10),
        u"and in part (206)"_s, seenOf(part));
}

// What becomes of a key that is known, or is not, depends on the server (hawkbit-api 1.3).
void checkMetadataOf(Repository &repository, const MetadataOwner &owner, bool visible)
{
    Steps &steps = repository.scenario.steps;
    Conversation &server = repository.scenario.server;
    const bool isNew = repository.scenario.facts.dialect.detailedActionStatus;
    const Metadata site{ u"site"_s, u"Zürich & more"_s, visible };
    const Metadata empty{ u"a.b c"_s, QString(u""_s), false };
    const auto made = server.ask(createMetadata(owner, { site, empty }));
    auto listed = server.ask(listMetadata(owner)).value_or(QList<Metadata>());
    steps.check(made && listed.size() == 2 && listed.contains(site) && listed.contains(empty),
        u"metadata are written and read"_s, seenOf(made));
    const Metadata moved{ u"site"_s, u"Kiel"_s, false };
    const auto again = server.ask(createMetadata(owner, { moved }));
    steps.check(isNew ? again.has_value() : isRefused(again, ErrorKind::Conflict, 409),
        isNew ? u"a known key is overwritten"_s : u"a known key is refused"_s, seenOf(again));
    const auto changed = server.ask(updateMetadata(owner, moved));
    const auto unknown = server.ask(updateMetadata(owner, { u"other"_s, u"x"_s, false }));
    steps.check(isNew ? unknown.has_value() : isRefused(unknown, ErrorKind::NotFound, 404),
        isNew ? u"an unknown key is made by a change"_s : u"an unknown key is not changed"_s,
        seenOf(unknown));
    const auto removed = server.ask(deleteMetadata(owner, empty.key));
    listed = server.ask(listMetadata(owner)).value_or(QList<Metadata>());
    steps.check(changed && removed && listed.contains(moved) && !listed.contains(empty)
            && listed.size() == (isNew ? 2 : 1),
        u"they are changed and removed"_s, seenOf(changed));
}

} // namespace

bool checkWrittenModules(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    const QString type = repository.moduleType.key;
    const QString name = repository.name("module");
    const QList<NewSoftwareModule> wanted{ { .name = name, .version = u"1.0"_s, .type = type },
        { .name = name, .version = u"2.0"_s, .type = type, .vendor = u"Falconer"_s } };
    const auto made = scenario.server.ask(createSoftwareModules(wanted));
    if (!scenario.steps.check(made && made->size() == 2 && made->at(0).version == "1.0"_L1
                && made->at(1).vendor == "Falconer"_L1 && made->at(1).type == type,
            u"modules are made, answered in their order"_s, seenOf(made)))
        return false;
    repository.first = made->at(0);
    repository.second = made->at(1);
    const auto again = scenario.server.ask(createSoftwareModules({ wanted.at(1) }));
    scenario.steps.check(isRefused(again, ErrorKind::Conflict, 409, "repo.entityAlreadyExists"_L1),
        u"a taken version is refused"_s, seenOf(again));
    const auto changed = scenario.server.ask(
        updateSoftwareModule(repository.first.id, { .description = u"Changed"_s }));
    const auto read = scenario.server.ask(getSoftwareModule(repository.first.id));
    scenario.steps.check(changed && read && *read == *changed && read->description == "Changed"_L1,
        u"a module is described"_s, seenOf(changed));
    return true;
}

void checkArtifacts(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    repository.content = "the content of " + repository.name("module").toUtf8();
    const auto made = scenario.server.ask(uploadArtifact(repository.first.id, u"image.bin"_s,
        repository.content, { { "sha256sum", sha256(repository.content) } }));
    const auto list = scenario.server.ask(listArtifacts(repository.first.id));
    if (!scenario.steps.check(made && list && list->size() == 1
                && list->first().sha256.toLatin1() == sha256(repository.content)
                && list->first().createdAt.isValid(),
            u"an artifact is uploaded with its hash behind it"_s, seenOf(made)))
        return;
    repository.artifact = list->first().id;
    const auto read = scenario.server.ask(getArtifact(repository.first.id, repository.artifact));
    scenario.steps.check(
        read && *read == list->first(), u"it reads the same alone"_s, seenOf(read));
    checkRefusedUploads(repository);
    checkAnswers(repository);
}

void checkMetadata(Repository &repository)
{
    checkMetadataOf(repository,
        { MetadataOwner::Kind::SoftwareModule, QString::number(repository.first.id) }, true);
    checkMetadataOf(repository,
        { MetadataOwner::Kind::DistributionSet, QString::number(repository.set.id) }, false);
}

} // namespace falconer
