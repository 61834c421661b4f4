// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/targettags.h"

#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

TargetTag readTargetTag(const JsonReader &json)
{
    return {
        .id = json.integer("id"_L1),
        .name = json.text("name"_L1),
        .description = json.textOr("description"_L1),
        .colour = json.textOr("colour"_L1),
    };
}

Request<Page<TargetTag>> listTargetTags(const ListQuery &query)
{
    return { { .path = managementPath({ u"targettags"_s }), .query = toQuery(query) },
        readJson(readPage<TargetTag, readTargetTag>) };
}

} // namespace falconer
