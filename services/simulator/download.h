// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

namespace falconer {

// The binary of an artifact with the headers, ranges and conditions of hawkbit-api 6.2: 200, 206,
// 410, 412 or 416. Of a generated artifact (no content, but a size) the bytes are made on demand.
SimResponse artifactDownload(const SimContext &context, const SimArtifact &artifact);
QByteArray artifactContent(const SimArtifact &artifact);

} // namespace falconer
