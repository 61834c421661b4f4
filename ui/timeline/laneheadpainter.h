// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/lanepainter.h"

namespace falconer {

// Draws the left column of a lane: its name, and its state as sign and words.
class LaneHeadPainter final {
public:
    LaneHeadPainter(QPainter &painter, const QPalette &palette);

    void paint(const QRect &rect, const LanePicture &picture, bool selected);

private:
    void paintWide(const QRect &rect, const LanePicture &picture, bool selected);
    void paintSlim(const QRect &rect, const LanePicture &picture, bool selected);
    void paintSign(const QRect &rect, const LaneWords &words, bool selected);
    QColor colour(Tone tone, bool selected) const;

    QPainter &m_painter;
    const Colours &m_colours;
    QFont m_nameFont;
    QFont m_wordFont;
};

} // namespace falconer
