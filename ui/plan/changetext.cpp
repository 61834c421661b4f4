// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/changetext.h"

#include "models/softwaretitles.h"
#include "ui/plan/plannames.h"

#include <QCoreApplication>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype changesInSentence = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PlanText)

public:
    static QString change(
        const PlanChange &change, const DistributionSet &set, bool known, bool isNamed);
};

QString Words::change(
    const PlanChange &change, const DistributionSet &set, bool known, bool isNamed)
{
    const QString count = numberText(change.targets.size());
    switch (change.from) {
    case PlanChange::From::Nothing:
        return tr("first installation (%1)").arg(count);
    case PlanChange::From::Unknown:
        return known ? tr("in place of another set (%1)").arg(count)
                     : tr("what is installed is not known (%1)").arg(count);
    case PlanChange::From::Set:
        break;
    }
    if (change.former == SetName{ set.name, set.version })
        return tr("%1 once more (%2)").arg(titleOf(set), count);
    const bool isSameSet = change.former.name == set.name;
    const QString former = isSameSet && isNamed ? change.former.version
                                                : change.former.name + u' ' + change.former.version;
    return tr("%1 → %2 (%3)", "from set and version, to set or version, number of targets")
        .arg(former, isSameSet ? set.version : titleOf(set), count);
}

} // namespace

QString changesText(const Plan &plan)
{
    const bool known = plan.part(PlanPart::Installed).isKnown();
    QStringList texts;
    bool isNamed = false; // the set in another version is named once
    for (const PlanChange &change :
        plan.changes.first(std::min(changesInSentence, plan.changes.size()))) {
        texts << Words::change(change, plan.set, known, isNamed);
        isNamed |= change.former.name == plan.set.name;
    }
    if (plan.changes.size() > changesInSentence)
        texts << Words::tr("and %1 more").arg(numberText(plan.changes.size() - changesInSentence));
    return texts.join(", "_L1);
}

} // namespace falconer
