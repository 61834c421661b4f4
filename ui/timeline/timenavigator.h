// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timescale.h"

namespace falconer {

// Which part of time is in view. Shows everything, and goes on doing so while things grow, until
// the user moves; from then on the user's choice stands, or the newest stays in view after End.
class TimeNavigator final {
public:
    enum class Follow { All, End, Nothing };

    const TimeScale &scale() const { return m_scale; }
    Follow follow() const { return m_follow; }

    // What there is, in ms on the axis, and the room for it in pixels.
    void setExtent(double firstMs, double lastMs, int width);
    void zoom(double factor, double x);
    void pan(double pixels);
    void showAll();
    void showStart();
    void showEnd();
    void showSpan(double firstMs, double lastMs);

private:
    void apply();

    TimeScale m_scale;
    Follow m_follow = Follow::All;
    double m_firstMs = 0;
    double m_lastMs = 1;
    int m_width = 400;
};

} // namespace falconer
