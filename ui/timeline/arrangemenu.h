// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/lanerows.h"

#include <QMenu>

#include <functional>
#include <utility>

namespace falconer {

// How lanes are ordered, grouped, how high they are, and in which zone the clock is read.
class ArrangeMenu final : public QMenu {
    Q_OBJECT

public:
    explicit ArrangeMenu(QWidget *parent = nullptr);

    const LaneArrangement &arrangement() const { return m_arrangement; }
    Qt::TimeSpec zone() const { return m_zone; }
    // Announced when they are others; what the menu does not offer changes nothing.
    void setArrangement(const LaneArrangement &arrangement);
    void setZone(Qt::TimeSpec zone);

signals:
    void arrangementChanged();
    void zoneChanged();

private:
    struct Choice {
        QString title;
        std::function<void()> choose;
        std::function<bool()> isChosen;
    };

    // Of these one is chosen.
    void addChoices(const QString &title, const QList<Choice> &choices);
    Choice order(const QString &title, std::optional<LaneSort> sort);
    Choice groups(const QString &title, std::optional<LaneSort> group);
    Choice density(const QString &title, LaneDensity density);
    Choice clock(const QString &title, Qt::TimeSpec zone);

    bool isOffered() const;
    void showChosen();

    QList<std::pair<QAction *, std::function<bool()>>> m_choices;
    LaneArrangement m_arrangement;
    Qt::TimeSpec m_zone = Qt::LocalTime;
};

} // namespace falconer
