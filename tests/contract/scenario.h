// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/dialect.h"
#include "tests/contract/conversation.h"
#include "tests/contract/fixture.h"
#include "tests/contract/steps.h"

#include <QHash>

namespace falconer {

// What the parts of the scenario share; they run in the order of their declarations.
struct Scenario {
    Steps &steps;
    Conversation &server;
    Fixture &fixture;
    ServerFacts facts = {};
    QHash<QString, qint64> actions = {}; // by controller id: the newest one made
};

// False: nobody is signed in, the rest makes no sense. detailedStatus: which wire it is, when that
// is known.
bool checkSignIn(
    Scenario &scenario, const ClientOptions &options, std::optional<bool> detailedStatus);
void checkTargets(Scenario &scenario);
void checkTargetDetails(Scenario &scenario);
void checkSoftware(Scenario &scenario);
void checkPlanBefore(Scenario &scenario);
void checkAssignment(Scenario &scenario);
void checkPlanAfter(Scenario &scenario);
void checkRefusals(Scenario &scenario);
void checkOptions(Scenario &scenario);
void checkConnectionLoss(Scenario &scenario, const ClientOptions &options);
void checkRecovery(Scenario &scenario);
void checkDevices(Scenario &scenario, const ClientOptions &options);
// Cancels confirmed and refused, failures, batches, download-only.
void checkDeviceEnds(Scenario &scenario, const ClientOptions &options);
void checkTables(Scenario &scenario);
// Writes to the repository: modules, artifacts, metadata, types, sets, tags; see repository.h.
void checkRepository(Scenario &scenario, const ClientOptions &options);

} // namespace falconer
