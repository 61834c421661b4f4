// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/patterndraft.h"

#include <QString>

namespace falconer {

QString roleWord(PatternRole role); // "Begin of a step"
// Whose words a line is about: "yours", "RAUC", "any client".
QString clientWord(const PatternLine &line);

// What is wrong with a pattern, and what to do about it.
QString patternProblemSentence(const PatternProblem &problem, const MessagePattern &pattern);

} // namespace falconer
