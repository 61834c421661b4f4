// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsettypes.h"
#include "services/hawkbit/page.h"

namespace falconer {

// Since hawkBit 0.3.0M8. A target with a type takes only sets whose type is in its compatible list.
struct TargetType {
    qint64 id = 0;
    QString key; // from 0.4.1
    QString name;
    QString description;
    QString colour;

    bool operator==(const TargetType &) const = default;
};

TargetType readTargetType(const JsonReader &json);

Request<Page<TargetType>> listTargetTypes(const ListQuery &query);
Request<QList<DistributionSetType>> listCompatibleDistributionSetTypes(qint64 targetTypeId);

} // namespace falconer
