// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/answers.h"
#include "services/simulator/fieldparts.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using Q = const QString &;

QStringList typeSubs()
{
    return { u"key"_s, u"id"_s, u"name"_s };
}

} // namespace

QueryValue setValue(const Fleet &fleet, qint64 setId, const QString &sub)
{
    const SimSet *set = fleet.sets.find(setId);
    if (!set)
        return {};
    if (sub == "id"_L1)
        return set->id;
    if (sub == "version"_L1)
        return set->version;
    if (sub.startsWith("type"_L1))
        return typeValue(fleet.setTypes.find(set->typeId), sub.section(u'.', 1));
    return set->name;
}

QueryValue tagNames(const Table<SimTag> &tags, const QSet<qint64> &ids, const QString &sub)
{
    QStringList names;
    for (const qint64 id : ids) {
        if (const SimTag *tag = tags.find(id))
            names << (sub == "id"_L1 ? QString::number(id) : tag->name);
    }
    return names;
}

QueryFields<SimSet> setFields(const Fleet &fleet)
{
    QueryFields<SimSet> fields = namedFields<SimSet>(fleet);
    fields << QueryField<SimSet>{ { .name = u"version"_s },
        [](const Fleet &, const SimSet &set, Q) { return textValue(set.version); } };
    fields << QueryField<SimSet>{ { .name = u"type"_s, .subs = typeSubs(), .defaultSub = u"key"_s },
        [](const Fleet &all, const SimSet &set, Q sub) {
            return typeValue(all.setTypes.find(set.typeId), sub);
        } };
    fields << QueryField<SimSet>{ { .name = u"module"_s, .subs = { u"id"_s, u"name"_s } },
        [](const Fleet &all, const SimSet &set, Q sub) -> QueryValue {
            QStringList names;
            for (const qint64 id : set.modules)
                names << (sub == "id"_L1 ? QString::number(id) : all.modules.find(id)->name);
            return names;
        } };
    fields << QueryField<SimSet>{
        { .name = u"tag"_s, .subs = { u"name"_s, u"id"_s }, .defaultSub = u"name"_s },
        [](const Fleet &all, const SimSet &set, Q sub) {
            return tagNames(all.setTags, set.tags, sub);
        }
    };
    fields << QueryField<SimSet>{ { .name = u"metadata"_s, .kind = QueryKind::Map },
        [](const Fleet &, const SimSet &set, Q key) { return metadataValue(set.metadata, key); } };
    fields << QueryField<SimSet>{ { .name = u"valid"_s, .kind = QueryKind::Boolean },
        [](const Fleet &, const SimSet &set, Q) -> QueryValue { return set.valid; } };
    const bool isOfPage = !fleet.isOldWire();
    fields << QueryField<SimSet>{
        { .name = u"complete"_s, .kind = QueryKind::Boolean, .isOfPage = isOfPage },
        [](const Fleet &all, const SimSet &set, Q) -> QueryValue { return isComplete(all, set); }
    };
    return fields;
}

QueryFields<SimModule> moduleFields(const Fleet &fleet)
{
    QueryFields<SimModule> fields = namedFields<SimModule>(fleet);
    fields << QueryField<SimModule>{ { .name = u"version"_s },
        [](const Fleet &, const SimModule &module, Q) { return textValue(module.version); } };
    fields << QueryField<SimModule>{
        { .name = u"type"_s, .subs = typeSubs(), .defaultSub = u"key"_s },
        [](const Fleet &all, const SimModule &module, Q sub) {
            return typeValue(all.moduleTypes.find(module.typeId), sub);
        }
    };
    fields << QueryField<SimModule>{ { .name = u"metadata"_s, .kind = QueryKind::Map },
        [](const Fleet &, const SimModule &module, Q key) {
            return metadataValue(module.metadata, key);
        } };
    return fields;
}

QueryFields<SimModuleType> moduleTypeFields(const Fleet &fleet)
{
    QueryFields<SimModuleType> fields = namedFields<SimModuleType>(fleet);
    fields << QueryField<SimModuleType>{ { .name = u"key"_s },
        [](const Fleet &, const SimModuleType &type, Q) { return textValue(type.key); } };
    fields << QueryField<SimModuleType>{ { .name = u"maxassignments"_s, .kind = QueryKind::Number },
        [](const Fleet &, const SimModuleType &type, Q) -> QueryValue {
            return qint64(type.maxAssignments);
        } };
    return fields;
}

QueryFields<SimSetType> setTypeFields(const Fleet &fleet)
{
    QueryFields<SimSetType> fields = namedFields<SimSetType>(fleet);
    fields << QueryField<SimSetType>{ { .name = u"key"_s },
        [](const Fleet &, const SimSetType &type, Q) { return textValue(type.key); } };
    return fields;
}

QueryFields<SimTargetType> targetTypeFields(const Fleet &fleet)
{
    QueryFields<SimTargetType> fields = namedFields<SimTargetType>(fleet);
    fields << QueryField<SimTargetType>{ { .name = u"key"_s },
        [](const Fleet &, const SimTargetType &type, Q) { return textValue(type.key); } };
    return fields;
}

QueryFields<SimTag> tagFields(const Fleet &fleet)
{
    QueryFields<SimTag> fields = namedFields<SimTag>(fleet);
    fields << QueryField<SimTag>{ { .name = u"colour"_s },
        [](const Fleet &, const SimTag &tag, Q) { return textValue(tag.colour); } };
    return fields;
}

QueryFields<SimTag> setTagFields(const Fleet &fleet)
{
    QueryFields<SimTag> fields = tagFields(fleet);
    fields << QueryField<SimTag>{ { .name = u"distributionset"_s, .subs = { u"id"_s, u"name"_s } },
        [](const Fleet &all, const SimTag &tag, Q sub) -> QueryValue {
            QStringList names;
            for (const auto &[id, set] : all.sets.rows()) {
                if (set.tags.contains(tag.id))
                    names << (sub == "id"_L1 ? QString::number(id) : set.name);
            }
            return names;
        } };
    return fields;
}

QueryFields<SimFilter> filterFields(const Fleet &fleet)
{
    QueryFields<SimFilter> fields = namedFields<SimFilter>(fleet);
    fields << QueryField<SimFilter>{ { .name = u"autoassigndistributionset"_s,
                                         .subs = { u"name"_s, u"version"_s, u"id"_s } },
        [](const Fleet &all, const SimFilter &filter, Q sub) {
            return setValue(all, filter.autoAssignSet, sub);
        } };
    return fields;
}

} // namespace falconer
