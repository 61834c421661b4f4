// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/softwaremoduletypes.h"

#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

SoftwareModuleType readSoftwareModuleType(const JsonReader &json)
{
    return {
        .id = json.integer("id"_L1),
        .key = json.text("key"_L1),
        .name = json.text("name"_L1),
        .description = json.textOr("description"_L1),
        .colour = json.textOr("colour"_L1),
        .deleted = json.booleanOr("deleted"_L1, false),
    };
}

Request<QList<SoftwareModuleType>> listMandatoryModuleTypes(qint64 distributionSetTypeId)
{
    return { { .path = managementPath({ u"distributionsettypes"_s,
                   QString::number(distributionSetTypeId), u"mandatorymoduletypes"_s }) },
        readJson(readList<SoftwareModuleType, readSoftwareModuleType>) };
}

} // namespace falconer
