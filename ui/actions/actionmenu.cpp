// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionmenu.h"

#include "services/hawkbit/rsql.h"

#include <QCoreApplication>
#include <QMenu>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ActionMenu)
};

} // namespace

void fillActionMenu(QMenu &menu, const Action &action, const Dialect &dialect,
    const std::function<void(const QString &rsql)> &search)
{
    const auto add = [&](const QString &text, const QString &rsql) {
        QObject::connect(
            menu.addAction(text), &QAction::triggered, &menu, [search, rsql] { search(rsql); });
    };
    add(Words::tr("Show actions of %1 only").arg(action.controllerId),
        rsqlSame(u"target.controllerid"_s, action.controllerId));
    const qsizetype colon = action.distributionSet.lastIndexOf(u':');
    if (colon > 0) {
        add(Words::tr("Show actions with %1 only").arg(action.setTitle()),
            rsqlSame(u"distributionset.name"_s, action.distributionSet.left(colon)) + u';'
                + rsqlSame(u"distributionset.version"_s, action.distributionSet.mid(colon + 1)));
    }
    if (action.rolloutId) {
        add(Words::tr("Show actions of the rollout %1 only").arg(action.rolloutName),
            "rollout.id=="_L1 + QString::number(*action.rolloutId));
    }
    if (dialect.detailedActionStatus && !action.createdBy.isEmpty()) {
        add(Words::tr("Show actions created by %1 only").arg(action.createdBy),
            rsqlSame(u"createdby"_s, action.createdBy));
    }
}

} // namespace falconer
