// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/putintoset.h"

#include "models/softwaretitles.h"
#include "services/repository/setwriter.h"
#include "ui/composition/setsside.h"
#include "ui/composition/setverdicts.h"
#include "ui/repository/modulespane.h"

#include <QShortcut>

namespace falconer {

PutIntoSet::PutIntoSet(
    ModulesPane &modules, SetsSide &sets, const ServerFacts &facts, QWidget *parent)
    : QAction(parent)
    , m_modules(modules)
    , m_sets(sets)
    , m_facts(facts)
    , m_refusal(new QShortcut(Qt::CTRL | Qt::Key_Return, parent))
{
    setShortcut(m_refusal->key());
    setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(&modules, &ModulesPane::currentChanged, this, &PutIntoSet::update);
    connect(&sets, &SetsSide::currentChanged, this, &PutIntoSet::update);
    connect(&sets.types(), &SetTypeBook::changed, this, &PutIntoSet::update);
    m_refusal->setContext(Qt::WidgetWithChildrenShortcut);
    connect(
        m_refusal, &QShortcut::activated, this, [this] { m_sets.showNotice(verdict().sentence); });
    connect(this, &QAction::triggered, this, &PutIntoSet::put);
    update();
}

DropVerdict PutIntoSet::verdict() const
{
    const std::optional<DistributionSet> set = m_sets.currentSet();
    const QList<SoftwareModule> modules = m_modules.picked().items;
    if (!set)
        return { false, tr("Select the distribution set that they go into first.") };
    if (modules.isEmpty())
        return { false, tr("Select the software modules that go into it first.") };
    return addVerdict(*set, m_sets.types().rulesOf(set->type), modules, m_facts);
}

void PutIntoSet::update()
{
    const std::optional<DistributionSet> set = m_sets.currentSet();
    const DropVerdict now = verdict();
    setText(set ? tr("Put into %1").arg(titleOf(*set)) : tr("Put into a set"));
    setEnabled(now.allowed);
    setToolTip(now.sentence);
    m_refusal->setEnabled(!now.allowed);
}

void PutIntoSet::put()
{
    if (verdict().allowed)
        m_sets.writer().addModules(*m_sets.currentSet(), m_modules.picked().items);
}

} // namespace falconer
