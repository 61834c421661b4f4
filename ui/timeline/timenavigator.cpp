// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timenavigator.h"

namespace falconer {

namespace {

constexpr int roomBehind = 170; // for the words behind the longest lane

} // namespace

void TimeNavigator::setExtent(double firstMs, double lastMs, int width)
{
    m_firstMs = firstMs;
    m_lastMs = lastMs;
    m_width = width;
    apply();
}

void TimeNavigator::apply()
{
    if (m_follow == Follow::All)
        m_scale = TimeScale::fitting(m_firstMs, m_lastMs, m_width, roomBehind);
    else if (m_follow == Follow::End)
        m_scale.startMs = m_lastMs - (m_width - roomBehind) * m_scale.msPerPixel;
}

void TimeNavigator::zoom(double factor, double x)
{
    m_follow = Follow::Nothing;
    m_scale = m_scale.zoomed(factor, x);
}

void TimeNavigator::pan(double pixels)
{
    if (pixels == 0)
        return;
    m_follow = Follow::Nothing;
    m_scale = m_scale.panned(pixels);
}

void TimeNavigator::showAll()
{
    m_follow = Follow::All;
    apply();
}

void TimeNavigator::showStart()
{
    m_follow = Follow::Nothing;
    m_scale.startMs = m_firstMs - 14 * m_scale.msPerPixel;
}

void TimeNavigator::showEnd()
{
    m_follow = Follow::End;
    apply();
}

void TimeNavigator::showSpan(double firstMs, double lastMs)
{
    m_follow = Follow::Nothing;
    m_scale = TimeScale::fitting(firstMs, lastMs, m_width, roomBehind / 3);
}

} // namespace falconer
