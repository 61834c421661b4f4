// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/recoverability.h"
#include "services/deployment/runningactions.h"
#include "services/hawkbit/dialect.h"
#include "ui/deploy/droprules.h"
#include "ui/plan/sheetcontext.h"

#include <QObject>

class QMenu;

namespace falconer {

class SetsPane;
class TargetsPane;
class TimelineSource;

// What can be done with selected targets and a set, by drop, button, key or menu: each opens a
// sheet that says what it means before anything is sent.
class DeployCommands final : public QObject {
    Q_OBJECT

public:
    // All of them outlive it.
    struct Parts {
        Client &client;
        const ServerFacts &server;
        SheetContext sheets;
        TargetsPane &targets;
        SetsPane &sets;
        TimelineSource &lanes;
    };

    explicit DeployCommands(const Parts &parts, QWidget *workspace);

    void assign(const DistributionSet &set, const PickedTargets &picked);
    void recover(RecoveryKind kind, const TargetSelection &selection);
    // The selected set with what the selected target has installed; asks for a target if none is.
    void compare();
    // Enables what the selection allows, or says why not.
    void update();

    void fillTargetsMenu(QMenu &menu);
    void fillSetsMenu(QMenu &menu);

signals:
    void written(); // requests were sent: what is shown is out of date
    void targetsWanted(const QString &rsql);
    void comparable(
        const falconer::DropVerdict &verdict); // what compare() would do now, or why not

private:
    DropVerdict assignVerdictNow() const;
    DropVerdict recoverVerdictNow(RecoveryKind kind) const;
    DropVerdict compareVerdictNow() const;
    void addCompare(QMenu &menu);
    void assignSelection();
    void openRecovery(const QList<Action> &actions, bool limited);

    Parts m_parts;
    QWidget *m_workspace;
    RunningActions m_running;
    RecoveryKind m_wantedRecovery = RecoveryKind::Cancel;
};

} // namespace falconer
