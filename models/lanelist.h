// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinelane.h"

#include <QObject>

#include <optional>

namespace falconer {

// The lanes that a timeline shows, in the order in which they were chosen. They are read by
// reference: a copy that is kept makes the next report of a device copy its history once. A lane
// may change before changed() tells it; its revision is another one at once.
class LaneList : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual int count() const = 0;
    // Valid until control returns to the event loop.
    virtual const TimelineLane &lane(int index) const = 0;

    int indexOf(const QString &key) const // -1: not here
    {
        for (int i = 0; i < count(); ++i) {
            if (lane(i).key() == key)
                return i;
        }
        return -1;
    }

signals:
    void changed();
};

// Lanes that are given as they are.
class FixedLanes final : public LaneList {
    Q_OBJECT

public:
    using LaneList::LaneList;

    void setLanes(const QList<TimelineLane> &lanes)
    {
        m_lanes = lanes;
        emit changed();
    }
    int count() const override { return int(m_lanes.size()); }
    const TimelineLane &lane(int index) const override { return m_lanes[index]; }

private:
    QList<TimelineLane> m_lanes;
};

} // namespace falconer
