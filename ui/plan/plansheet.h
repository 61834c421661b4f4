// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/assigner.h"
#include "services/deployment/targetselection.h"
#include "services/hawkbit/distributionsets.h"
#include "ui/plan/sheetcontext.h"
#include "ui/shared/sheet.h"

#include <memory>

namespace falconer {

class Client;

// What will happen when a set goes to targets, before it does: the consequences a line each, the
// options, and after "Assign" the progress and what really happened, with copy and undo. Nothing is
// sent before "Assign" but questions. Make it, plan() and open() it; it deletes itself when closed.
// While an assignment is under way it stays open.
class PlanSheet final : public Sheet {
    Q_OBJECT

public:
    PlanSheet(
        Client &client, const ServerFacts &server, const SheetContext &context, QWidget *window);
    ~PlanSheet() override;

    void plan(const DistributionSet &set, const TargetSelection &selection);

    void reject() override;
    bool isAtWork() const override;

signals:
    void assigned(const falconer::AssignmentOutcome &outcome); // something was sent and is over
    void undone();                                             // cancels were sent

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace falconer
