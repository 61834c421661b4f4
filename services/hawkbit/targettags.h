// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/page.h"

namespace falconer {

struct TargetTag {
    qint64 id = 0;
    QString name;
    QString description;
    QString colour; // as it was written: a CSS name or #rrggbb

    bool operator==(const TargetTag &) const = default;
};

TargetTag readTargetTag(const JsonReader &json);

Request<Page<TargetTag>> listTargetTags(const ListQuery &query);

} // namespace falconer
