// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

#include <QStringList>

namespace falconer {

// What a reader must know of a history to judge what is drawn: a sentence a note that the lane does
// not say by itself.
QStringList noteSentences(const Timeline &timeline);

} // namespace falconer
