// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsettypes.h"
#include "tests/contract/scenario.h"

namespace falconer {

// What the checks of the repository make for themselves, as they go; a module type whose modules
// may be in a set once, and a set type that demands one of them.
struct Repository {
    Scenario &scenario;
    const ClientOptions &options;
    SoftwareModuleType moduleType = {};
    DistributionSetType setType = {};
    SoftwareModule first = {};  // 1.0, with an artifact
    SoftwareModule second = {}; // 2.0
    DistributionSet set = {};   // 1.0, holds the first
    qint64 nextSet = 0;         // 1.1, holds the second
    qint64 artifact = 0;
    QByteArray content = {};

    QString name(const char *part) const
    {
        return scenario.fixture.run + u'-' + QLatin1StringView(part);
    }
};

// They run in this order; false: what follows makes no sense.
bool checkTypes(Repository &repository);
bool checkWrittenModules(Repository &repository);
void checkArtifacts(Repository &repository);
void checkDownload(Repository &repository); // into a file, from where it broke off
void checkUploads(Repository &repository);  // by the queue
void checkMetadata(Repository &repository);
bool checkComposing(Repository &repository);
void checkSetTags(Repository &repository);
void checkLocks(Repository &repository);
void checkUse(Repository &repository);       // statistics, invalidation
void checkDeletions(Repository &repository); // what is only hidden keeps its name

} // namespace falconer
