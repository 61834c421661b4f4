// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

namespace falconer {

// The bytes of an artifact, whole or the one range that is asked for (hawkbit-api 6.2); a range
// that cannot be read or met is 416. Several ranges are answered whole.
SimResponse binaryAnswer(const SimContext &context, const SimArtifact &artifact);

} // namespace falconer
