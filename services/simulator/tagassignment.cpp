// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/pagedlist.h"
#include "services/simulator/tagjson.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

SimResponse unknownTag(SimContext &context, const QString &type)
{
    return notFound(type, context.number(0));
}

SimResponse taggedTargets(SimContext &context)
{
    const qint64 id = context.number(0);
    if (!context.fleet.targetTags.find(id))
        return unknownTag(context, u"TargetTag"_s);
    return pagedTargets(
        context, [id](const SimTarget &target) { return target.tags.contains(id); },
        "tag "_L1 + QString::number(id), infoOf(tagFields(context.fleet)));
}

SimResponse taggedSets(SimContext &context)
{
    const qint64 id = context.number(0);
    if (!context.fleet.setTags.find(id))
        return unknownTag(context, u"DistributionSetTag"_s);
    QList<const SimSet *> rows;
    for (const SimSet *set : listedRows(context.fleet.sets)) {
        if (set->tags.contains(id))
            rows << set;
    }
    return pagedRows<SimSet>(
        context, rows, setFields(context.fleet),
        [&](const SimSet &set) { return setJson(context, set, false); },
        infoOf(setTagFields(context.fleet)));
}

// Tags or untags what is found; what else was named decides the answer.
SimResponse changeTargets(SimContext &context, const QStringList &ids)
{
    const qint64 tag = context.number(0);
    if (!context.fleet.targetTags.find(tag))
        return unknownTag(context, u"TargetTag"_s);
    const QString policy = context.request.query("onNotFoundPolicy");
    if (!QStringList{
            QString(), u"FAIL"_s, u"ON_WHAT_FOUND_AND_FAIL"_s, u"ON_WHAT_FOUND_AND_SUCCESS"_s }
             .contains(policy))
        return notReadable();
    QJsonArray missing;
    for (const QString &id : ids) {
        if (!context.fleet.targets.rowOf(id))
            missing << id;
    }
    const bool fails = !missing.isEmpty() && policy != "ON_WHAT_FOUND_AND_SUCCESS"_L1;
    if (fails && !policy.startsWith("ON_WHAT"_L1))
        return notFound(u"Target"_s, missing);
    for (const QString &id : ids) {
        SimTarget *target = context.fleet.targets.edit(id);
        if (!target)
            continue;
        if (context.request.method == "DELETE")
            target->tags.remove(tag);
        else
            target->tags.insert(tag);
        context.fleet.touch(target->audit, context.who());
    }
    return fails ? notFound(u"Target"_s, missing) : context.done();
}

SimResponse changeTarget(SimContext &context)
{
    return changeTargets(context, { context.ids.at(1) });
}

SimResponse changeSeveralTargets(SimContext &context)
{
    if (context.request.method == "PUT" && !context.isOldWire())
        return springError(405);
    const QJsonArray wanted = context.body.toArray();
    QStringList ids;
    for (const QJsonValue &id : wanted) {
        if (!id.isString())
            return notReadable();
        ids << id.toString();
    }
    return changeTargets(context, ids);
}

SimResponse changeSets(SimContext &context, const QList<qint64> &ids)
{
    const qint64 tag = context.number(0);
    if (!context.fleet.setTags.find(tag))
        return unknownTag(context, u"DistributionSetTag"_s);
    QJsonArray missing;
    for (const qint64 id : ids) {
        if (!context.fleet.sets.find(id))
            missing << id;
    }
    if (!missing.isEmpty())
        return notFound(u"DistributionSet"_s, missing);
    for (const qint64 id : ids) {
        SimSet *set = context.fleet.sets.find(id);
        if (context.request.method == "DELETE")
            set->tags.remove(tag);
        else
            set->tags.insert(tag);
        context.fleet.touch(set->audit, context.who());
    }
    return context.done();
}

SimResponse changeSet(SimContext &context)
{
    return changeSets(context, { context.number(1) });
}

SimResponse changeSeveralSets(SimContext &context)
{
    const QJsonArray wanted = context.body.toArray();
    QList<qint64> ids;
    for (const QJsonValue &id : wanted) {
        if (!id.isDouble())
            return notReadable();
        ids << id.toInteger();
    }
    return changeSets(context, ids);
}

} // namespace

void addTagAssignmentRoutes(Routes &routes)
{
    const Needs writing{ u"UPDATE_TARGET"_s };
    routes.add("GET", "targettags/{n}/assigned", { u"READ_TARGET"_s }, taggedTargets);
    for (const char *method : { "POST", "PUT", "DELETE" })
        routes.add(method, "targettags/{n}/assigned", { writing.right, BodyKind::Array },
            changeSeveralTargets);
    for (const char *method : { "POST", "DELETE" })
        routes.add(method, "targettags/{n}/assigned/{id}", writing, changeTarget);
    const Needs sets{ u"UPDATE_DISTRIBUTION_SET"_s };
    routes.add(
        "GET", "distributionsettags/{n}/assigned", { u"READ_DISTRIBUTION_SET"_s }, taggedSets);
    for (const char *method : { "POST", "DELETE" }) {
        routes.add(method, "distributionsettags/{n}/assigned", { sets.right, BodyKind::Array },
            changeSeveralSets);
        routes.add(method, "distributionsettags/{n}/assigned/{n2}", sets, changeSet);
    }
}

} // namespace falconer
