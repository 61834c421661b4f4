// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/hawkbit/targets.h"

#include <QWidget>

#include <optional>

class QStackedWidget;

namespace falconer {

class Client;
class EmptyState;
class SetDetails;
class TargetDetails;
struct DropVerdict;

// What is known of the row that was chosen last, a target or a set. Asks for nothing while it is
// hidden.
class DetailsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit DetailsPanel(Client &client, QWidget *parent = nullptr);

    void showTarget(const std::optional<Target> &target);
    void showSet(const std::optional<DistributionSet> &set);
    // The selected set with what the selected target has installed.
    void setComparable(const DropVerdict &verdict);

signals:
    void closeRequested();
    void compareRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void apply();

    QStackedWidget *m_stack;
    EmptyState *m_empty;
    TargetDetails *m_targetDetails;
    SetDetails *m_setDetails;
    std::optional<Target> m_target;
    std::optional<DistributionSet> m_set;
};

} // namespace falconer
