// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/targettypes.h"

#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

TargetType readTargetType(const JsonReader &json)
{
    return {
        .id = json.integer("id"_L1),
        .key = json.textOr("key"_L1),
        .name = json.text("name"_L1),
        .description = json.textOr("description"_L1),
        .colour = json.textOr("colour"_L1),
    };
}

Request<Page<TargetType>> listTargetTypes(const ListQuery &query)
{
    return { { .path = managementPath({ u"targettypes"_s }), .query = toQuery(query) },
        readJson(readPage<TargetType, readTargetType>) };
}

Request<QList<DistributionSetType>> listCompatibleDistributionSetTypes(qint64 targetTypeId)
{
    return { { .path = managementPath({ u"targettypes"_s, QString::number(targetTypeId),
                   u"compatibledistributionsettypes"_s }) },
        readJson(readList<DistributionSetType, readDistributionSetType>) };
}

} // namespace falconer
