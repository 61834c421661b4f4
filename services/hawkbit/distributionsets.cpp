// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/distributionsets.h"

#include "services/hawkbit/changes.h"
#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QByteArray setPath(qint64 id)
{
    return managementPath({ u"distributionsets"_s, QString::number(id) });
}

QJsonObject toJson(const NewDistributionSet &set)
{
    QJsonObject json{ { "name"_L1, set.name }, { "version"_L1, set.version },
        { "requiredMigrationStep"_L1, set.requiredMigrationStep },
        { "modules"_L1, idObjects(set.modules) } };
    insertText(json, "type"_L1, set.type);
    insertText(json, "description"_L1, set.description);
    return json;
}

QJsonObject toJson(const DistributionSetChange &wanted)
{
    QJsonObject json;
    insertText(json, "name"_L1, wanted.name);
    insertText(json, "version"_L1, wanted.version);
    insertText(json, "description"_L1, wanted.description);
    insertFlag(json, "locked"_L1, wanted.locked);
    insertFlag(json, "requiredMigrationStep"_L1, wanted.requiredMigrationStep);
    return json;
}

QString wordOf(ActionCancelation cancelation)
{
    switch (cancelation) {
    case ActionCancelation::Soft:
        return u"soft"_s;
    case ActionCancelation::Force:
        return u"force"_s;
    case ActionCancelation::None:
        break;
    }
    return u"none"_s;
}

QMap<QString, qint64> readCounts(const JsonReader &json, QLatin1StringView key)
{
    QMap<QString, qint64> counts;
    if (!json.has(key))
        return counts;
    const JsonReader member = json.member(key);
    const QStringList words = member.asTextMap().keys();
    for (const QString &word : words)
        counts[word] = member.integer(QLatin1StringView(word.toLatin1()));
    return counts;
}

} // namespace

DistributionSet readDistributionSet(const JsonReader &json)
{
    return {
        .id = json.integer("id"_L1),
        .name = json.text("name"_L1),
        .version = json.text("version"_L1),
        .description = json.textOr("description"_L1),
        .type = json.text("type"_L1),
        .typeName = json.textOr("typeName"_L1),
        .complete = json.boolean("complete"_L1),
        .valid = json.booleanOr("valid"_L1, true),
        .locked = json.booleanOr("locked"_L1, false),
        .deleted = json.booleanOr("deleted"_L1, false),
        .requiredMigrationStep = json.booleanOr("requiredMigrationStep"_L1, false),
        .modules = json.listOrEmpty<SoftwareModule>("modules"_L1, readSoftwareModule),
        .createdBy = json.textOr("createdBy"_L1),
        .createdAt = json.time("createdAt"_L1),
        .lastModifiedAt = json.time("lastModifiedAt"_L1),
    };
}

DistributionSetStatistics readDistributionSetStatistics(const JsonReader &json)
{
    return {
        .actions = readCounts(json, "actions"_L1),
        .rollouts = readCounts(json, "rollouts"_L1),
        .autoAssignments = json.integerOr("totalAutoAssignments"_L1, 0),
    };
}

Request<Page<DistributionSet>> listDistributionSets(const ListQuery &query)
{
    return { { .path = managementPath({ u"distributionsets"_s }), .query = toQuery(query) },
        readJson(readPage<DistributionSet, readDistributionSet>) };
}

Request<DistributionSet> getDistributionSet(qint64 id)
{
    return { { .path = setPath(id) }, readJson(readDistributionSet) };
}

Request<QList<DistributionSet>> createDistributionSets(const QList<NewDistributionSet> &sets)
{
    return { change(Verb::Post, managementPath({ u"distributionsets"_s }),
                 toJsonArray<NewDistributionSet>(sets, toJson)),
        readJson(readList<DistributionSet, readDistributionSet>) };
}

Request<DistributionSet> updateDistributionSet(qint64 id, const DistributionSetChange &wanted)
{
    return { change(Verb::Put, setPath(id), toJson(wanted)), readJson(readDistributionSet) };
}

Request<Nothing> deleteDistributionSet(qint64 id)
{
    return { change(Verb::Delete, setPath(id)), ignoreBody() };
}

Request<Nothing> assignSoftwareModules(qint64 setId, const QList<qint64> &moduleIds)
{
    return { change(Verb::Post, setPath(setId) + "/assignedSM", idObjects(moduleIds)),
        ignoreBody() };
}

Request<Nothing> unassignSoftwareModule(qint64 setId, qint64 moduleId)
{
    return { change(Verb::Delete, setPath(setId) + "/assignedSM/" + QByteArray::number(moduleId)),
        ignoreBody() };
}

Request<DistributionSetStatistics> getDistributionSetStatistics(qint64 id)
{
    return { { .path = setPath(id) + "/statistics" }, readJson(readDistributionSetStatistics) };
}

Request<Nothing> invalidateDistributionSet(qint64 id, ActionCancelation cancelation)
{
    // cancelRollouts: up to 0.9 only, which asks for what newer servers do by themselves.
    const QJsonObject body{ { "actionCancelationType"_L1, wordOf(cancelation) },
        { "cancelRollouts"_L1, cancelation != ActionCancelation::None } };
    return { change(Verb::Post, setPath(id) + "/invalidate", body), ignoreBody() };
}

} // namespace falconer
