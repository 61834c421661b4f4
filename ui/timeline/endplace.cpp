// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/endplace.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr double gap = 4;    // between end and sign
constexpr double beside = 5; // between sign and words
constexpr double edge = 6;   // between words and the edge of the view

} // namespace

EndPlace endPlace(double end, double sign, double words, double width)
{
    EndPlace place;
    place.sign = std::min(end + gap, std::max(end - sign, width - sign - gap));
    place.words = end + gap + sign + beside;
    const double behind = width - edge - place.words;
    const double before = std::min(end, place.sign) - beside - edge;
    place.isBefore = words > behind && before > behind;
    if (!place.isBefore) {
        place.width = std::max(0.0, std::min(words, behind));
        return place;
    }
    place.width = std::min(words, before);
    place.words = before + edge - place.width;
    return place;
}

} // namespace falconer
