// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/arrangemenu.h"

#include <QActionGroup>

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
        action->setChecked(group->actions().isEmpty());
        group->addAction(action);
        connect(action, &QAction::triggered, this, choice.choose);
    }
}

ArrangeMenu::Choice ArrangeMenu::order(const QString &title, std::optional<LaneSort> sort)
{
    return { title, [this, sort] {
                m_arrangement.sort = sort;
                emit arrangementChanged();
            } };
}

ArrangeMenu::Choice ArrangeMenu::groups(const QString &title, std::optional<LaneSort> group)
{
    return { title, [this, group] {
                m_arrangement.group = group;
                emit arrangementChanged();
            } };
}

ArrangeMenu::Choice ArrangeMenu::density(const QString &title, LaneDensity density)
{
    return { title, [this, density] {
                m_arrangement.density = density;
                emit arrangementChanged();
            } };
}

ArrangeMenu::Choice ArrangeMenu::clock(const QString &title, Qt::TimeSpec zone)
{
    return { title, [this, zone] {
                m_zone = zone;
                emit zoneChanged();
            } };
}

} // namespace falconer
