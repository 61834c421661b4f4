// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSettings;

namespace falconer {

class SideTabs;
class TimelineHead;

// Remembers how somebody looks at a timeline: where time begins and its zone, order, groups and
// height of the lanes, and which tab is open beside them.
class TimelineMemory final : public QObject {
    Q_OBJECT

public:
    // Restores what was kept under key, as far as it still makes sense, and keeps what changes. All
    // outlive it.
    TimelineMemory(QSettings &settings, const QString &key, TimelineHead &head, SideTabs &side,
        QObject *parent);

private:
    void restore();
    void keep();
    int stored(const QString &name, int most, int fallback) const;

    QSettings &m_settings;
    QString m_key;
    TimelineHead &m_head;
    SideTabs &m_side;
};

} // namespace falconer
