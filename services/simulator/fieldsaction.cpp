// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/fieldparts.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using Q = const QString &;
using Field = QueryField<SimAction>;

QStringList detailedStatuses()
{
    return { u"finished"_s, u"error"_s, u"warning"_s, u"running"_s, u"canceled"_s, u"canceling"_s,
        u"retrieved"_s, u"download"_s, u"scheduled"_s, u"cancel_rejected"_s, u"downloaded"_s,
        u"wait_for_confirmation"_s };
}

QueryValue detailedStatus(const Fleet &, const SimAction &action, Q)
{
    return action.status;
}

QueryValue targetValue(const Fleet &fleet, const SimAction &action, Q sub)
{
    if (sub == "controllerid"_L1)
        return action.controllerId;
    const std::optional<SimTarget> target = fleet.targets.find(action.controllerId);
    if (!target)
        return {};
    if (sub == "updatestatus"_L1)
        return target->updateStatus;
    return textValue(sub == "address"_L1 ? target->address : target->name);
}

QueryFields<SimAction> sharedFields()
{
    return {
        Field{ { .name = u"id"_s, .kind = QueryKind::Number },
            [](const Fleet &, const SimAction &action, Q) -> QueryValue { return action.id; } },
        Field{ { .name = u"weight"_s, .kind = QueryKind::Number },
            [](const Fleet &, const SimAction &action, Q) -> QueryValue {
                return qint64(action.weight);
            } },
        Field{ { .name = u"laststatuscode"_s, .kind = QueryKind::Number },
            [](const Fleet &, const SimAction &action, Q) -> QueryValue {
                return action.lastStatusCode ? QueryValue(qint64(*action.lastStatusCode))
                                             : QueryValue();
            } },
        Field{ { .name = u"externalref"_s },
            [](const Fleet &, const SimAction &action, Q) {
                return textValue(action.externalRef);
            } },
        Field{ { .name = u"target"_s,
                   .subs = { u"controllerid"_s, u"name"_s, u"updatestatus"_s, u"address"_s } },
            targetValue },
        Field{ { .name = u"distributionset"_s,
                   .subs = { u"id"_s, u"name"_s, u"version"_s, u"type"_s } },
            [](const Fleet &fleet, const SimAction &action, Q sub) {
                return setValue(fleet, action.setId, sub);
            } },
        Field{ { .name = u"rollout"_s, .subs = { u"id"_s, u"name"_s } },
            [](const Fleet &, const SimAction &, Q) -> QueryValue { return {}; } },
        Field{ { .name = u"rolloutgroup"_s, .subs = { u"id"_s, u"name"_s } },
            [](const Fleet &, const SimAction &, Q) -> QueryValue { return {}; } },
    };
}

} // namespace

QueryFields<SimAction> actionFields(const Fleet &fleet)
{
    QueryFields<SimAction> fields = sharedFields();
    if (fleet.isOldWire()) {
        fields << Field{ { .name = u"status"_s,
                             .kind = QueryKind::Enum,
                             .constants = { u"pending"_s, u"finished"_s } },
            [](const Fleet &, const SimAction &action, Q) -> QueryValue {
                return action.active ? u"pending"_s : u"finished"_s;
            } };
        fields << Field{
            { .name = u"detailstatus"_s, .kind = QueryKind::Enum, .constants = detailedStatuses() },
            detailedStatus
        };
        return fields;
    }
    fields << Field{
        { .name = u"status"_s, .kind = QueryKind::Enum, .constants = detailedStatuses() },
        detailedStatus
    };
    fields << Field{ { .name = u"active"_s, .kind = QueryKind::Boolean },
        [](const Fleet &, const SimAction &action, Q) -> QueryValue { return action.active; } };
    addAuditFields(fields, fleet);
    return fields;
}

QueryFields<SimStatus> statusFields(const Fleet &fleet)
{
    using StatusField = QueryField<SimStatus>;
    QueryFields<SimStatus> fields{
        StatusField{ { .name = u"id"_s, .kind = QueryKind::Number },
            [](const Fleet &, const SimStatus &status, Q) -> QueryValue { return status.id; } },
        StatusField{ { .name = u"reportedat"_s, .kind = QueryKind::Number },
            [](const Fleet &, const SimStatus &status, Q) {
                return timeValue(status.reportedAt);
            } },
        StatusField{ { .name = u"createdat"_s, .kind = QueryKind::Number },
            [](const Fleet &, const SimStatus &status, Q) {
                return timeValue(status.reportedAt);
            } },
    };
    if (!fleet.isOldWire())
        fields << StatusField{ { .name = u"timestamp"_s, .kind = QueryKind::Number },
            [](const Fleet &, const SimStatus &status, Q) { return timeValue(status.timestamp); } };
    return fields;
}

} // namespace falconer
