// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/page.h"
#include "services/hawkbit/softwaremodules.h"

#include <QDateTime>

namespace falconer {

// Software that is rolled out together. Source: Management API "distributionsets".
struct DistributionSet {
    qint64 id = 0;
    QString name;
    QString version;
    QString description;
    QString type; // key
    QString typeName;
    bool complete = false; // every module that its type demands is there
    bool valid = true;     // false: invalidated, for good
    bool locked = false;   // from 0.5: its modules can no longer change
    bool deleted = false;  // only hidden: it was assigned once
    bool requiredMigrationStep = false;
    QList<SoftwareModule> modules;
    QString createdBy;
    QDateTime createdAt;      // UTC
    QDateTime lastModifiedAt; // UTC

    bool operator==(const DistributionSet &) const = default;
};

DistributionSet readDistributionSet(const JsonReader &json);

Request<Page<DistributionSet>> listDistributionSets(const ListQuery &query);
Request<DistributionSet> getDistributionSet(qint64 id);

} // namespace falconer
