// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/fieldparts.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using Q = const QString &;
using Field = QueryField<SimTarget>;

QStringList typeSubs()
{
    return { u"key"_s, u"id"_s, u"name"_s };
}

QStringList setSubs()
{
    return { u"name"_s, u"version"_s };
}

QueryFields<SimTarget> plainFields()
{
    const auto id
        = [](const Fleet &, const SimTarget &target, Q) { return textValue(target.controllerId); };
    return {
        Field{ { .name = u"id"_s }, id },
        Field{ { .name = u"controllerid"_s }, id },
        Field{ { .name = u"name"_s },
            [](const Fleet &, const SimTarget &target, Q) { return textValue(target.name); } },
        Field{ { .name = u"description"_s },
            [](const Fleet &, const SimTarget &target, Q) {
                return textValue(target.description);
            } },
        Field{ { .name = u"updatestatus"_s,
                   .kind = QueryKind::Enum,
                   .constants
                   = { u"unknown"_s, u"in_sync"_s, u"pending"_s, u"error"_s, u"registered"_s } },
            [](const Fleet &, const SimTarget &target, Q) {
                return textValue(target.updateStatus);
            } },
        Field{ { .name = u"ipaddress"_s },
            [](const Fleet &, const SimTarget &target, Q) { return textValue(target.address); } },
        Field{ { .name = u"lastcontrollerrequestat"_s, .kind = QueryKind::Number },
            [](const Fleet &, const SimTarget &target, Q) {
                return timeValue(target.lastRequestAt);
            } },
        Field{ { .name = u"attribute"_s, .kind = QueryKind::Map, .isSortable = false },
            [](const Fleet &, const SimTarget &target, Q key) {
                return mapValue(target.attributes, key, [](const QString &value) { return value; });
            } },
        Field{ { .name = u"metadata"_s, .kind = QueryKind::Map, .isSortable = false },
            [](const Fleet &, const SimTarget &target, Q key) {
                return metadataValue(target.metadata, key);
            } },
    };
}

QueryFields<SimTarget> referenceFields()
{
    return {
        Field{ { .name = u"assignedds"_s, .subs = setSubs() },
            [](const Fleet &fleet, const SimTarget &target, Q sub) {
                return setValue(fleet, target.assignedSet, sub);
            } },
        Field{ { .name = u"installedds"_s, .subs = setSubs() },
            [](const Fleet &fleet, const SimTarget &target, Q sub) {
                return setValue(fleet, target.installedSet, sub);
            } },
        Field{ { .name = u"tag"_s, .subs = { u"name"_s, u"id"_s }, .defaultSub = u"name"_s },
            [](const Fleet &fleet, const SimTarget &target, Q sub) {
                return tagNames(fleet.targetTags, target.tags, sub);
            } },
        Field{ { .name = u"targettype"_s, .subs = typeSubs() },
            [](const Fleet &fleet, const SimTarget &target, Q sub) {
                return typeValue(fleet.targetTypes.find(target.typeId), sub);
            } },
    };
}

QueryFields<SimTarget> newFields()
{
    return {
        Field{ { .name = u"type"_s, .subs = typeSubs(), .defaultSub = u"key"_s },
            [](const Fleet &fleet, const SimTarget &target, Q sub) {
                return typeValue(fleet.targetTypes.find(target.typeId), sub);
            } },
        Field{ { .name = u"group"_s },
            [](const Fleet &, const SimTarget &target, Q) { return textValue(target.group); } },
        Field{ { .name = u"autoconfirm"_s, .kind = QueryKind::Boolean, .isSortable = false },
            [](const Fleet &, const SimTarget &target, Q) -> QueryValue {
                return target.autoConfirm.has_value();
            } },
    };
}

} // namespace

QueryFields<SimTarget> targetFields(const Fleet &fleet)
{
    QueryFields<SimTarget> fields = plainFields() + referenceFields();
    if (!fleet.isOldWire())
        fields += newFields();
    addAuditFields(fields, fleet);
    return fields;
}

} // namespace falconer
