// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/pickedactions.h"

#include <QSet>

namespace falconer {

QString actionKey(const Action &action)
{
    return QString::number(action.id);
}

QList<Action> pickedAtHand(const PagedModel<Action> &model, const SelectionByKey &selection)
{
    QList<Action> actions;
    QSet<qint64> seen; // a row that moves is on two pages for a moment
    for (const auto &[first, last] : model.loadedRows()) {
        for (const Action &action : model.loadedItems(first, last)) {
            if (!selection.contains(actionKey(action)) || seen.contains(action.id))
                continue;
            seen << action.id;
            actions << action;
        }
    }
    return actions;
}

ActionSelection pickedActions(const PagedModel<Action> &model, const SelectionByKey &selection)
{
    ActionSelection picked;
    if (selection.isAll()) {
        picked.filter = model.filter();
        for (const QString &key : selection.excludedKeys())
            picked.excluded << key.toLongLong();
        return picked;
    }
    picked.actions = pickedAtHand(model, selection);
    QSet<QString> atHand;
    for (const Action &action : std::as_const(picked.actions))
        atHand << actionKey(action);
    for (const QString &key : selection.keys()) {
        if (!atHand.contains(key))
            picked.ids << key.toLongLong();
    }
    return picked;
}

} // namespace falconer
