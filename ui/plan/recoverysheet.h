// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/recoverability.h"
#include "services/hawkbit/actions.h"
#include "ui/plan/sheetcontext.h"
#include "ui/shared/sheet.h"

#include <memory>

namespace falconer {

class Client;

// Cancel, force or force-quit of one or many actions, or force-quit and assign again as one act:
// the consequence in words, which of them the server would refuse and why, and then the result of
// each.
class RecoverySheet final : public Sheet {
    Q_OBJECT

public:
    RecoverySheet(Client &client, const SheetContext &context, RecoveryKind kind,
        const QList<Action> &actions, QWidget *window);
    ~RecoverySheet() override;

    // Only the actions of so many targets were looked for.
    void sayLimit(qint64 targets);
    // Of all that match a filter only so many actions were looked at.
    void sayActionLimit(qint64 actions);

    void reject() override;
    bool isAtWork() const override;

signals:
    void recovered(); // requests were sent: what is shown of these actions is out of date

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace falconer
