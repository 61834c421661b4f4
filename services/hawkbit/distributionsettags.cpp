// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/distributionsettags.h"

#include "services/hawkbit/changes.h"
#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QByteArray tagPath(qint64 id)
{
    return managementPath({ u"distributionsettags"_s, QString::number(id) });
}

QByteArray assignedPath(qint64 tagId, qint64 distributionSetId)
{
    return tagPath(tagId) + "/assigned/" + QByteArray::number(distributionSetId);
}

RequestData changeOfSeveral(Verb verb, qint64 tagId, const QList<qint64> &setIds)
{
    QJsonArray ids;
    for (const qint64 id : setIds)
        ids << id;
    return change(verb, tagPath(tagId) + "/assigned", ids);
}

QJsonObject toJson(const NewDistributionSetTag &tag)
{
    QJsonObject json{ { "name"_L1, tag.name } };
    insertText(json, "description"_L1, tag.description);
    insertText(json, "colour"_L1, tag.colour);
    return json;
}

QJsonObject toJson(const DistributionSetTagChange &wanted)
{
    QJsonObject json;
    insertText(json, "name"_L1, wanted.name);
    insertText(json, "description"_L1, wanted.description);
    insertText(json, "colour"_L1, wanted.colour);
    return json;
}

} // namespace

DistributionSetTag readDistributionSetTag(const JsonReader &json)
{
    return {
        .id = json.integer("id"_L1),
        .name = json.text("name"_L1),
        .description = json.textOr("description"_L1),
        .colour = json.textOr("colour"_L1),
    };
}

Request<Page<DistributionSetTag>> listDistributionSetTags(const ListQuery &query)
{
    return { { .path = managementPath({ u"distributionsettags"_s }), .query = toQuery(query) },
        readJson(readPage<DistributionSetTag, readDistributionSetTag>) };
}

Request<QList<DistributionSetTag>> createDistributionSetTags(
    const QList<NewDistributionSetTag> &tags)
{
    return { change(Verb::Post, managementPath({ u"distributionsettags"_s }),
                 toJsonArray<NewDistributionSetTag>(tags, toJson)),
        readJson(readList<DistributionSetTag, readDistributionSetTag>) };
}

Request<DistributionSetTag> updateDistributionSetTag(
    qint64 id, const DistributionSetTagChange &wanted)
{
    return { change(Verb::Put, tagPath(id), toJson(wanted)), readJson(readDistributionSetTag) };
}

Request<Nothing> deleteDistributionSetTag(qint64 id)
{
    return { change(Verb::Delete, tagPath(id)), ignoreBody() };
}

Request<Page<DistributionSet>> listSetsOfTag(qint64 tagId, const ListQuery &query)
{
    return { { .path = tagPath(tagId) + "/assigned", .query = toQuery(query) },
        readJson(readPage<DistributionSet, readDistributionSet>) };
}

Request<Nothing> assignDistributionSetTag(qint64 tagId, qint64 distributionSetId)
{
    return { change(Verb::Post, assignedPath(tagId, distributionSetId)), ignoreBody() };
}

Request<Nothing> unassignDistributionSetTag(qint64 tagId, qint64 distributionSetId)
{
    return { change(Verb::Delete, assignedPath(tagId, distributionSetId)), ignoreBody() };
}

Request<Nothing> assignDistributionSetTag(qint64 tagId, const QList<qint64> &setIds)
{
    return { changeOfSeveral(Verb::Post, tagId, setIds), ignoreBody() };
}

Request<Nothing> unassignDistributionSetTag(qint64 tagId, const QList<qint64> &setIds)
{
    return { changeOfSeveral(Verb::Delete, tagId, setIds), ignoreBody() };
}

} // namespace falconer
