// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/deploycommands.h"

#include "models/softwaretitles.h"
#include "models/timelinesource.h"
#include "services/hawkbit/rsql.h"
#include "ui/composition/differencesheet.h"
#include "ui/deploy/selectionbar.h"
#include "ui/deploy/setspane.h"
#include "ui/deploy/targetspane.h"
#include "ui/plan/plansheet.h"
#include "ui/plan/recoverysheet.h"
#include "ui/plan/recoverytext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

void enable(QAction &action, const DropVerdict &verdict)
{
    action.setEnabled(verdict.allowed);
    action.setToolTip(verdict.sentence);
}

QString withSet(const DistributionSet &set, const QString &which)
{
    return rsqlSame(which + u".name"_s, set.name) + u';'
        + rsqlSame(which + u".version"_s, set.version);
}

// The only one that is selected; empty: none is, or several are.
QString onlyTarget(const PickedTargets &picked)
{
    const TargetSelection &selection = picked.selection;
    if (picked.count != 1 || selection.filter)
        return {};
    return selection.targets.isEmpty() ? selection.controllerIds.value(0)
                                       : selection.targets.first().controllerId;
}

} // namespace

DeployCommands::DeployCommands(const Parts &parts, QWidget *workspace)
    : QObject(workspace)
    , m_parts(parts)
    , m_workspace(workspace)
    , m_running(parts.client, parts.server.dialect)
{
    auto *const assign = new QAction(tr("Assign..."), workspace);
    assign->setShortcut(Qt::CTRL | Qt::Key_Return);
    workspace->addAction(assign);
    connect(assign, &QAction::triggered, this, &DeployCommands::assignSelection);
    connect(&parts.targets, &TargetsPane::assignRequested, this, &DeployCommands::assignSelection);
    connect(&parts.targets, &TargetsPane::recoverRequested, this,
        [this](RecoveryKind kind) { recover(kind, m_parts.targets.picked().selection); });
    connect(&m_running, &RunningActions::found, this, &DeployCommands::openRecovery);
    connect(&m_running, &RunningActions::failed, &parts.targets, &TargetsPane::showFailure);
}

DropVerdict DeployCommands::assignVerdictNow() const
{
    const std::optional<DistributionSet> set = m_parts.sets.currentSet();
    return set ? assignVerdict(*set, m_parts.targets.picked(), m_parts.server)
               : DropVerdict{ false, tr("Select a distribution set too.") };
}

DropVerdict DeployCommands::recoverVerdictNow(RecoveryKind kind) const
{
    const ReadTargets read{ m_parts.lanes.shownActions(), m_parts.lanes.readLanes() };
    return recoverVerdict(kind, m_parts.targets.picked(), read, m_parts.server);
}

void DeployCommands::update()
{
    SelectionBar &bar = m_parts.targets.bar();
    const DropVerdict assign = assignVerdictNow();
    bar.setAssignable(assign.allowed, assign.sentence);
    for (const RecoveryKind kind : recoveryKinds) {
        const DropVerdict recover = recoverVerdictNow(kind);
        bar.setRecoverable(kind, recover.allowed, recover.sentence);
    }
    emit comparable(compareVerdictNow());
}

DropVerdict DeployCommands::compareVerdictNow() const
{
    const std::optional<DistributionSet> set = m_parts.sets.currentSet();
    const PickedTargets picked = m_parts.targets.picked();
    if (!set)
        return { false,
            tr("Select a distribution set too: it is compared with what is installed.") };
    if (picked.count > 1)
        return { false, tr("Select one target only: what it has installed is compared.") };
    const QString id = onlyTarget(picked);
    return { true,
        id.isEmpty() ? tr("Compare %1 with what a target has installed").arg(titleOf(*set))
                     : tr("Compare %1 with what %2 has installed").arg(titleOf(*set), id) };
}

void DeployCommands::compare()
{
    if (!compareVerdictNow().allowed)
        return;
    const DistributionSet set = *m_parts.sets.currentSet();
    const QString id = onlyTarget(m_parts.targets.picked());
    auto *const sheet = new DifferenceSheet(m_parts.client, m_parts.sheets, m_workspace->window());
    if (id.isEmpty())
        sheet->askForTarget(set);
    else
        sheet->compareWithInstalled(id, set);
    sheet->open();
}

void DeployCommands::fillTargetsMenu(QMenu &menu)
{
    enable(*menu.addAction(tr("Assign..."), this, &DeployCommands::assignSelection),
        assignVerdictNow());
    menu.addSeparator();
    for (const RecoveryKind kind : recoveryKinds)
        enable(*menu.addAction(recoveryCommand(kind), this,
                   [this, kind] { recover(kind, m_parts.targets.picked().selection); }),
            recoverVerdictNow(kind));
    menu.addSeparator();
    addCompare(menu);
    menu.addAction(tr("Details"), &m_parts.targets, &TargetsPane::detailsRequested);
    const PickedTargets picked = m_parts.targets.picked();
    QStringList ids = picked.selection.controllerIds;
    for (const Target &target : picked.selection.targets)
        ids << target.controllerId;
    QAction *const copy = menu.addAction(tr("Copy the controller id(s)", nullptr, int(ids.size())),
        this, [ids] { QGuiApplication::clipboard()->setText(ids.join(u'\n')); });
    copy->setEnabled(!picked.selection.filter && !ids.isEmpty());
}

void DeployCommands::addCompare(QMenu &menu)
{
    enable(*menu.addAction(tr("Compare with installed..."), this, &DeployCommands::compare),
        compareVerdictNow());
}

void DeployCommands::fillSetsMenu(QMenu &menu)
{
    const std::optional<DistributionSet> set = m_parts.sets.currentSet();
    if (!set)
        return;
    enable(*menu.addAction(tr("Assign..."), this, &DeployCommands::assignSelection),
        assignVerdictNow());
    menu.addSeparator();
    menu.addAction(tr("Show targets that have it installed"), this,
        [this, set] { emit targetsWanted(withSet(*set, u"installedds"_s)); });
    menu.addAction(tr("Show targets that have it assigned"), this,
        [this, set] { emit targetsWanted(withSet(*set, u"assignedds"_s)); });
    menu.addSeparator();
    addCompare(menu);
    menu.addAction(tr("Details"), &m_parts.sets, &SetsPane::detailsRequested);
}

void DeployCommands::assignSelection()
{
    if (assignVerdictNow().allowed)
        assign(*m_parts.sets.currentSet(), m_parts.targets.picked());
}

void DeployCommands::assign(const DistributionSet &set, const PickedTargets &picked)
{
    auto *const sheet
        = new PlanSheet(m_parts.client, m_parts.server, m_parts.sheets, m_workspace->window());
    connect(sheet, &PlanSheet::assigned, this, &DeployCommands::written);
    connect(sheet, &PlanSheet::undone, this, &DeployCommands::written);
    sheet->plan(set, picked.selection);
    sheet->open();
}

void DeployCommands::recover(RecoveryKind kind, const TargetSelection &selection)
{
    m_wantedRecovery = kind;
    m_running.find(selection);
}

void DeployCommands::openRecovery(const QList<Action> &actions, bool limited)
{
    if (actions.isEmpty()) {
        m_parts.targets.showNotice(limited
                ? tr("Nothing runs on the first %1 of the selected targets; select fewer to look "
                     "at the others.")
                      .arg(QLocale().toString(RunningActions::limit))
                : tr("Nothing runs on the selected targets."));
        return;
    }
    auto *const sheet = new RecoverySheet(
        m_parts.client, m_parts.sheets, m_wantedRecovery, actions, m_workspace->window());
    if (limited)
        sheet->sayLimit(RunningActions::limit);
    connect(sheet, &RecoverySheet::recovered, this, &DeployCommands::written);
    sheet->open();
}

} // namespace falconer
