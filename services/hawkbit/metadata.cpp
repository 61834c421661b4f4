// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/metadata.h"

namespace falconer {

using namespace Qt::StringLiterals;

Metadata readMetadata(const JsonReader &json)
{
    return {
        .key = json.text("key"_L1),
        .value = json.textOr("value"_L1), // 0.9 lets one be stored without
        .targetVisible = json.booleanOr("targetVisible"_L1, false),
    };
}

QList<Metadata> readMetadataList(const JsonReader &json)
{
    return json.list<Metadata>("content"_L1, readMetadata);
}

} // namespace falconer
