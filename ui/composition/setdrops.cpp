// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setdrops.h"

#include "services/repository/setwriter.h"
#include "ui/composition/compositiontext.h"
#include "ui/composition/setverdicts.h"
#include "ui/composition/tagmimedata.h"
#include "ui/repository/modulemimedata.h"

#include <QCoreApplication>

namespace falconer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SetDrops)
};

DropVerdict tagVerdict(const DistributionSetTag &tag, const DistributionSet &set, qsizetype tagged,
    const ServerFacts &facts)
{
    if (const QString fixed = mayUpdateSets(facts); !fixed.isEmpty())
        return { false, fixed };
    if (tagged > 1)
        return {
            true,
            Words::tr("Give the %Ln selected set(s) the tag %1", nullptr, int(tagged)).arg(tag.name)
        };
    return { true, Words::tr("Give %1 the tag %2").arg(titleOf(set), tag.name) };
}

} // namespace

std::optional<DropVerdict> dropVerdict(const QMimeData &data, const DistributionSet &set,
    const QList<qint64> &tagged, const std::optional<SetTypeRules> &rules, const ServerFacts &facts)
{
    if (const QList<SoftwareModule> *const modules = ModuleMimeData::modulesOf(&data))
        return addVerdict(set, rules, *modules, facts);
    if (const DistributionSetTag *const tag = TagMimeData::tagOf(&data))
        return tagVerdict(*tag, set, tagged.size(), facts);
    return {};
}

std::optional<DropVerdict> wholeTableVerdict(const QMimeData &data)
{
    if (ModuleMimeData::modulesOf(&data))
        return DropVerdict{ false, Words::tr("Drop modules on the set that they go into.") };
    if (TagMimeData::tagOf(&data))
        return DropVerdict{ false, Words::tr("Drop a tag on the set that it is for.") };
    return {};
}

QString dragSentence(const QMimeData &data)
{
    if (const QList<SoftwareModule> *const modules = ModuleMimeData::modulesOf(&data)) {
        return modules->size() == 1
            ? Words::tr("Drop %1 on a set that takes it").arg(titleOf(modules->first()))
            : Words::tr("Drop %n modules on a set that takes them", nullptr, int(modules->size()));
    }
    const DistributionSetTag *const tag = TagMimeData::tagOf(&data);
    return tag ? Words::tr("Drop the tag %1 on a set").arg(tag->name) : QString();
}

std::function<void()> dropDeed(const QMimeData &data, const DistributionSet &set,
    const QList<qint64> &tagged, SetWriter &writer)
{
    if (const QList<SoftwareModule> *const modules = ModuleMimeData::modulesOf(&data))
        return [&writer, set, modules = *modules] { writer.addModules(set, modules); };
    if (const DistributionSetTag *const tag = TagMimeData::tagOf(&data))
        return [&writer, tagged, tag = *tag] { writer.assignTag(tagged, tag); };
    return [] {};
}

} // namespace falconer
