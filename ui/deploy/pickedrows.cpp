// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/pickedrows.h"

#include "services/hawkbit/rsql.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString withoutTargets(const QString &filter, const QStringList &controllerIds)
{
    if (controllerIds.isEmpty())
        return filter;
    QStringList values;
    for (const QString &id : controllerIds)
        values << rsqlValue(id);
    return rsqlAnd({ filter, u"controllerid=out=("_s + values.join(u',') + u')' });
}

} // namespace

PickedTargets pickedTargets(const PagedModel<Target> &model, const SelectionByKey &selection)
{
    PickedTargets picked{ {}, selection.count() };
    if (selection.isAll()) {
        const QStringList excluded(
            selection.excludedKeys().begin(), selection.excludedKeys().end());
        picked.selection.filter = withoutTargets(model.filter(), excluded);
        return picked;
    }
    for (const QString &key : selection.keys()) {
        if (const std::optional<Target> target = model.itemOf(key))
            picked.selection.targets << *target;
        else
            picked.selection.controllerIds << key;
    }
    return picked;
}

QStringList movedTargets(const PagedModel<Target> &model, const QList<Target> &news)
{
    QStringList moved;
    for (const Target &target : news) {
        const std::optional<Target> known = model.itemOf(target.controllerId);
        if (!known || known->updateStatus != target.updateStatus)
            moved << target.controllerId;
    }
    return moved;
}

} // namespace falconer
