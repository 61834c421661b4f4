// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/arrangemenu.h"

#include <QActionGroup>

#include <algorithm>
#include <utility>

namespace falconer {

ArrangeMenu::ArrangeMenu(QWidget *parent)
    : QMenu(parent)
{
    addChoices(tr("Order"),
        { order(tr("As chosen"), {}), order(tr("By name"), LaneSort::Name),
            order(tr("By state"), LaneSort::State), order(tr("Slowest first"), LaneSort::Duration),
            order(tr("Latest report first"), LaneSort::LastActivity),
            order(tr("By target type"), LaneSort::Type) });
    addChoices(tr("Groups"),
        { groups(tr("No groups"), {}), groups(tr("Grouped by state"), LaneSort::State),
            groups(tr("Grouped by target type"), LaneSort::Type) });
    addChoices(tr("Lanes"),
        { density(tr("Low when there are more than %1").arg(LaneRows::mostDetailed),
              LaneDensity::Automatic),
            density(tr("Always with all steps"), LaneDensity::Detailed),
            density(tr("Always low"), LaneDensity::Compact) });
    addChoices(tr("Clock"), { clock(tr("Local time"), Qt::LocalTime), clock(tr("UTC"), Qt::UTC) });
}

void ArrangeMenu::addChoices(const QString &title, const QList<Choice> &choices)
{
    if (!isEmpty())
        addSeparator();
    addAction(title)->setEnabled(false); // a section's own title is not drawn by every style
    auto *const group = new QActionGroup(this);
    for (const Choice &choice : choices) {
        QAction *const action = addAction(choice.title);
        action->setCheckable(true);
        group->addAction(action);
        action->setChecked(choice.isChosen());
        m_choices.emplace_back(action, choice.isChosen);
        connect(action, &QAction::triggered, this, choice.choose);
    }
}

ArrangeMenu::Choice ArrangeMenu::order(const QString &title, std::optional<LaneSort> sort)
{
    return { title,
        [this, sort] {
            m_arrangement.sort = sort;
            emit arrangementChanged();
        },
        [this, sort] { return m_arrangement.sort == sort; } };
}

ArrangeMenu::Choice ArrangeMenu::groups(const QString &title, std::optional<LaneSort> group)
{
    return { title,
        [this, group] {
            m_arrangement.group = group;
            emit arrangementChanged();
        },
        [this, group] { return m_arrangement.group == group; } };
}

ArrangeMenu::Choice ArrangeMenu::density(const QString &title, LaneDensity density)
{
    return { title,
        [this, density] {
            m_arrangement.density = density;
            emit arrangementChanged();
        },
        [this, density] { return m_arrangement.density == density; } };
}

ArrangeMenu::Choice ArrangeMenu::clock(const QString &title, Qt::TimeSpec zone)
{
    return { title,
        [this, zone] {
            m_zone = zone;
            emit zoneChanged();
        },
        [this, zone] { return m_zone == zone; } };
}

void ArrangeMenu::setArrangement(const LaneArrangement &arrangement)
{
    const LaneArrangement former = std::exchange(m_arrangement, arrangement);
    if (!isOffered())
        m_arrangement = former;
    showChosen();
    if (m_arrangement != former)
        emit arrangementChanged();
}

void ArrangeMenu::setZone(Qt::TimeSpec zone)
{
    if (std::exchange(m_zone, zone) == zone)
        return;
    showChosen();
    emit zoneChanged();
}

// Of each of the four one is chosen.
bool ArrangeMenu::isOffered() const
{
    return std::ranges::count_if(m_choices, [](const auto &choice) { return choice.second(); })
        == 4;
}

void ArrangeMenu::showChosen()
{
    for (const auto &[action, isChosen] : std::as_const(m_choices)) {
        if (isChosen())
            action->setChecked(true);
    }
}

} // namespace falconer
