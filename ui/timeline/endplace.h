// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace falconer {

// Where the sign of a lane's end and the words beside it lie, in pixels from the left of the lane's
// time.
struct EndPlace {
    double sign = 0;       // left
    double words = 0;      // left
    double width = 0;      // for the words: less than they want where they must be shortened
    bool isBefore = false; // over the bars, which then need a ground behind the words

    bool operator==(const EndPlace &) const = default;
};

// Behind the end if there is room up to width, else before it; where neither holds the words, on
// the roomier side. The sign stays in view as long as the end does.
EndPlace endPlace(double end, double sign, double words, double width);

} // namespace falconer
