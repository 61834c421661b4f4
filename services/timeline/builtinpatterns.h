// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/messagepatterns.h"

namespace falconer {

struct BuiltInPattern {
    QString client; // whose words they are: a proper name
    MessagePattern pattern;
    QString example;
};

// What parseMessage() understands, written as patterns, to be shown beside people's own. The parser
// does not use them, since it is ten times as fast; a test holds the two together on every message
// that was ever recorded. The first one that matches counts.
QList<BuiltInPattern> builtInPatterns();

} // namespace falconer
