// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/plan.h"
#include "services/deployment/targetselection.h"
#include "services/hawkbit/dialect.h"
#include "services/http/client.h"

#include <QObject>

#include <memory>

namespace falconer {

// Gathers what is to be known before a set goes to targets, a request for many targets each time,
// never one a target, and offers a new plan whenever something is known. A part that fails leaves
// the others. Beyond detailLimit targets only types and polling are known of the rest; the parts
// of the plan say how many they cover.
class PlanGatherer final : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 detailLimit = 5'000;

    PlanGatherer(Client &client, ServerFacts server, QObject *parent = nullptr);
    ~PlanGatherer() override;

    // Starts again; whatever ran before is dropped.
    void gather(const DistributionSet &set, const TargetSelection &selection);
    void stop();

    const Plan &plan() const;
    const ServerFacts &server() const;

signals:
    void changed(); // plan() knows more; isComplete() when that was all

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace falconer
