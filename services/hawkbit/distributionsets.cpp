// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/distributionsets.h"

#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

DistributionSet readDistributionSet(const JsonReader &json)
{
    return {
        .id = json.integer("id"_L1),
        .name = json.text("name"_L1),
        .version = json.text("version"_L1),
        .description = json.textOr("description"_L1),
        .type = json.text("type"_L1),
        .typeName = json.textOr("typeName"_L1),
        .complete = json.boolean("complete"_L1),
        .valid = json.booleanOr("valid"_L1, true),
        .locked = json.booleanOr("locked"_L1, false),
        .deleted = json.booleanOr("deleted"_L1, false),
        .requiredMigrationStep = json.booleanOr("requiredMigrationStep"_L1, false),
        .modules = json.listOrEmpty<SoftwareModule>("modules"_L1, readSoftwareModule),
        .createdBy = json.textOr("createdBy"_L1),
        .createdAt = json.time("createdAt"_L1),
        .lastModifiedAt = json.time("lastModifiedAt"_L1),
    };
}

Request<Page<DistributionSet>> listDistributionSets(const ListQuery &query)
{
    return { { .path = managementPath({ u"distributionsets"_s }), .query = toQuery(query) },
        readJson(readPage<DistributionSet, readDistributionSet>) };
}

Request<DistributionSet> getDistributionSet(qint64 id)
{
    return { { .path = managementPath({ u"distributionsets"_s, QString::number(id) }) },
        readJson(readDistributionSet) };
}

} // namespace falconer
