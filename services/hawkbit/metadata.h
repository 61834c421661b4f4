// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/json.h"

namespace falconer {

struct Metadata {
    QString key;
    QString value;
    bool targetVisible = false; // software modules only

    bool operator==(const Metadata &) const = default;
};

Metadata readMetadata(const JsonReader &json);

// {"content":[...]}; never paged by newer servers, read whole from older ones.
QList<Metadata> readMetadataList(const JsonReader &json);

} // namespace falconer
