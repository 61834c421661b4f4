// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/tagjson.h"

#include "services/simulator/crud.h"
#include "services/simulator/pagedlist.h"

namespace falconer {

using namespace Qt::StringLiterals;

QJsonObject tagJson(const SimContext &context, const SimTag &tag, TagKind kind, bool full)
{
    QJsonObject json;
    writeNamed(json, tag);
    writeText(json, "colour"_L1, tag.colour);
    const bool isTarget = kind == TagKind::Target;
    const QString self = context.link(
        (isTarget ? "targettags/"_L1 : "distributionsettags/"_L1) + QString::number(tag.id));
    writeLink(json, "self"_L1, self);
    if (full)
        writeLink(json, isTarget ? "assignedTargets"_L1 : "assignedDistributionSets"_L1,
            self + "/assigned?offset=0&limit=50"_L1);
    return json;
}

namespace {

// The two kinds differ in their table and their words only.
template <TagKind kind> Table<SimTag> &tableOf(SimContext &context)
{
    return kind == TagKind::Target ? context.fleet.targetTags : context.fleet.setTags;
}

template <TagKind kind> SimResponse unknown(SimContext &context)
{
    return notFound(
        kind == TagKind::Target ? u"TargetTag"_s : u"DistributionSetTag"_s, context.number(0));
}

template <TagKind kind> SimResponse list(SimContext &context)
{
    const auto fields
        = kind == TagKind::Target ? tagFields(context.fleet) : setTagFields(context.fleet);
    return pagedRows<SimTag>(context, listedRows(tableOf<kind>(context)), fields,
        [&](const SimTag &tag) { return tagJson(context, tag, kind, false); });
}

template <TagKind kind> SimResponse create(SimContext &context)
{
    return createAll<SimTag>(
        context, tableOf<kind>(context),
        [](FieldReader &reader) {
            SimTag tag;
            tag.name = reader.name(true);
            tag.description = reader.description();
            tag.colour = reader.colour();
            return tag;
        },
        [](const SimTag &a, const SimTag &b) { return a.name == b.name; },
        [&](const SimTag &tag) { return tagJson(context, tag, kind, false); });
}

template <TagKind kind> SimResponse get(SimContext &context)
{
    const SimTag *tag = tableOf<kind>(context).find(context.number(0));
    return tag ? answer(200, tagJson(context, *tag, kind, true)) : unknown<kind>(context);
}

template <TagKind kind> SimResponse put(SimContext &context)
{
    SimTag *tag = tableOf<kind>(context).find(context.number(0));
    if (!tag)
        return unknown<kind>(context);
    FieldReader reader(context.body);
    const QString name = reader.name(false);
    const QString description = reader.description();
    const QString colour = reader.colour();
    if (reader.refused())
        return *reader.refused();
    for (const auto &[id, other] : tableOf<kind>(context).rows()) {
        if (other.name == name && id != tag->id)
            return alreadyExists();
    }
    update(tag->name, name);
    update(tag->description, description);
    update(tag->colour, colour);
    context.fleet.touch(tag->audit, context.who());
    return answer(200, tagJson(context, *tag, kind, true));
}

// Ids of deleted tags stay in rows and mean nothing: ids are never given twice.
template <TagKind kind> SimResponse remove(SimContext &context)
{
    if (!tableOf<kind>(context).find(context.number(0)))
        return kind == TagKind::Target
            ? unknown<kind>(context)
            : notFoundToDelete(context, u"DistributionSetTag"_s, context.number(0));
    tableOf<kind>(context).erase(context.number(0));
    return context.done();
}

template <TagKind kind> void addRoutes(Routes &routes, const QByteArray &path, const QString &group)
{
    routes.add("GET", path, { "READ_"_L1 + group }, list<kind>);
    routes.add("POST", path, { "CREATE_"_L1 + group, BodyKind::Array }, create<kind>);
    routes.add("GET", path + "/{n}", { "READ_"_L1 + group }, get<kind>);
    routes.add("PUT", path + "/{n}", { "UPDATE_"_L1 + group, BodyKind::Object }, put<kind>);
    routes.add("DELETE", path + "/{n}", { "DELETE_"_L1 + group }, remove<kind>);
}

} // namespace

void addTagRoutes(Routes &routes)
{
    addRoutes<TagKind::Target>(routes, "targettags", u"TARGET"_s);
    addRoutes<TagKind::Set>(routes, "distributionsettags", u"DISTRIBUTION_SET"_s);
    addTagAssignmentRoutes(routes);
}

} // namespace falconer
