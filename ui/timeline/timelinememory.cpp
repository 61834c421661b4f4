// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinememory.h"

#include "ui/timeline/sidetabs.h"
#include "ui/timeline/timelinehead.h"

#include <QSettings>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString alignment = u"alignment"_s;
const QString utc = u"utc"_s;
const QString sort = u"order"_s;
const QString group = u"groups"_s;
const QString density = u"lanes"_s;
const QString tab = u"tab"_s;

constexpr int none = -1;

int numberOf(const std::optional<LaneSort> &chosen)
{
    return chosen ? int(*chosen) : none;
}

std::optional<LaneSort> sortOf(int number)
{
    return number == none ? std::nullopt : std::optional(LaneSort(number));
}

} // namespace

TimelineMemory::TimelineMemory(
    QSettings &settings, const QString &key, TimelineHead &head, SideTabs &side, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_key(key + u'/')
    , m_head(head)
    , m_side(side)
{
    restore();
    connect(&head, &TimelineHead::axisChanged, this, &TimelineMemory::keep);
    connect(&head, &TimelineHead::arrangementChanged, this, &TimelineMemory::keep);
    connect(&side, &SideTabs::opened, this, &TimelineMemory::keep);
}

// The file may be of another version, or somebody wrote into it.
int TimelineMemory::stored(const QString &name, int most, int fallback) const
{
    bool isNumber = false;
    const int number = m_settings.value(m_key + name, fallback).toInt(&isNumber);
    return isNumber && number >= none && number <= most ? number : fallback;
}

void TimelineMemory::restore()
{
    const TimeAxis axis = m_head.axis();
    const int origin = stored(alignment, int(LaneAlignment::InstallStart), int(axis.alignment));
    const bool isUtc = stored(utc, 1, axis.zone == Qt::UTC) == 1;
    m_head.setAxis({ origin == none ? axis.alignment : LaneAlignment(origin),
        isUtc ? Qt::UTC : Qt::LocalTime });

    LaneArrangement arrangement = m_head.arrangement();
    arrangement.sort = sortOf(stored(sort, int(LaneSort::Type), none));
    arrangement.group = sortOf(stored(group, int(LaneSort::Type), none));
    if (const int kept = stored(density, int(LaneDensity::Compact), none); kept != none)
        arrangement.density = LaneDensity(kept);
    m_head.setArrangement(arrangement);

    if (const int kept = stored(tab, SideTabs::Failures, none); kept != none)
        m_side.open(SideTabs::Tab(kept));
}

void TimelineMemory::keep()
{
    const LaneArrangement &arrangement = m_head.arrangement();
    m_settings.setValue(m_key + alignment, int(m_head.axis().alignment));
    m_settings.setValue(m_key + utc, int(m_head.axis().zone == Qt::UTC));
    m_settings.setValue(m_key + sort, numberOf(arrangement.sort));
    m_settings.setValue(m_key + group, numberOf(arrangement.group));
    m_settings.setValue(m_key + density, int(arrangement.density));
    m_settings.setValue(m_key + tab, int(m_side.current()));
}

} // namespace falconer
