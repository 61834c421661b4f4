// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/lanepainter.h"

namespace falconer {

// Draws the left column of a lane: its name, and its state as sign and words.
class LaneHeadPainter final {
public:
    // texts outlives the painter.
    LaneHeadPainter(QPainter &painter, const QPalette &palette, TextCache &texts);

    void paint(const QRect &rect, const LanePicture &picture, bool selected);

private:
    void paintWide(const QRect &rect, const LanePicture &picture, bool selected);
    void paintSlim(const QRect &rect, const LanePicture &picture, bool selected);
    void paintSign(const QRect &rect, const LaneWords &words, bool selected);
    QColor colour(Tone tone, bool selected) const;

    QPainter &m_painter;
    const Colours &m_colours;
    ShapedTexts &m_names;
    ShapedTexts &m_words;
};

} // namespace falconer
