// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/page.h"

namespace falconer {

struct SoftwareModuleType {
    qint64 id = 0;
    QString key; // what "type" of a software module holds
    QString name;
    QString description;
    QString colour;
    bool deleted = false;

    bool operator==(const SoftwareModuleType &) const = default;
};

SoftwareModuleType readSoftwareModuleType(const JsonReader &json);

// What a distribution set of a type must hold to be complete.
Request<QList<SoftwareModuleType>> listMandatoryModuleTypes(qint64 distributionSetTypeId);

} // namespace falconer
