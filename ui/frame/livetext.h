// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/live/feed.h"
#include "ui/shared/theme.h"

#include <QString>

namespace falconer {

// How alive the picture is, in words: "live, 2 s ago".
struct LiveText {
    Tone tone = Tone::Quiet;
    QString text;
    QString toolTip;
};

// Times in UTC; an invalid lastSuccess: nothing was answered yet.
LiveText liveText(Feed::State state, const QDateTime &lastSuccess, const QDateTime &now);

} // namespace falconer
