// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/actionhistory.h"
#include "services/simulator/answers.h"
#include "services/simulator/fieldreader.h"
#include "services/simulator/setmodules.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

void askToCancel(SimContext &context, SimAction &action)
{
    if (action.status == "canceling"_L1)
        return;
    addStatus(context.fleet, action,
        { .type = u"canceling"_s,
            .messages = { u"Update Server: manual cancelation requested"_s } });
    action.status = u"canceling"_s;
    context.fleet.touch(action.audit, context.who());
}

void quit(SimContext &context, SimAction &action)
{
    closeCanceled(context.fleet, action,
        { .type = u"canceled"_s,
            .messages = { u"Update Server: A force quit has been performed."_s } });
    context.fleet.touch(action.audit, context.who());
}

// Never taken back: nothing can be assigned from now on, open actions end as asked.
SimResponse invalidate(SimContext &context)
{
    Fleet &fleet = context.fleet;
    FieldReader reader(context.body);
    const QString kind
        = reader.word("actionCancelationType"_L1, { u"soft"_s, u"force"_s, u"none"_s });
    if (reader.refused() || kind.isNull())
        return notReadable();
    SimSet *set = fleet.sets.find(context.number(0));
    if (!set)
        return notFound(u"DistributionSet"_s, context.number(0));
    if (!isComplete(fleet, *set))
        return refusal(400, u"distributionset.incomplete"_s, u"The set is incomplete."_s);
    set->valid = false;
    fleet.touch(set->audit, context.who());
    for (auto &[id, filter] : fleet.filters.rows()) {
        if (filter.autoAssignSet == set->id)
            filter.autoAssignSet = 0;
    }
    for (auto &[id, action] : fleet.actions.rows()) {
        if (action.setId != set->id || !action.active || kind == "none"_L1)
            continue;
        kind == "force"_L1 ? quit(context, action) : askToCancel(context, action);
    }
    return context.done();
}

} // namespace

void addSetInvalidationRoutes(Routes &routes)
{
    routes.add("POST", "distributionsets/{n}/invalidate",
        { u"UPDATE_DISTRIBUTION_SET"_s, BodyKind::Object }, invalidate);
}

} // namespace falconer
