// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineaccessible.h"

#include "ui/timeline/timelineview.h"

#include <QAccessibleActionInterface>
#include <QPointer>
#include <QtWidgets/qaccessiblewidget.h>

#include <vector>

namespace falconer {

namespace {

// One lane, by its place: what it says and whether it is there follows the view.
class LaneAccessible final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    LaneAccessible(TimelineView *view, int lane)
        : m_view(view)
        , m_lane(lane)
    {
    }

    bool isValid() const override { return m_view && m_lane < m_view->laneCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        switch (kind) {
        case QAccessible::Name:
            return m_view->laneSentence(m_lane);
        case QAccessible::Description:
            return m_view->laneRemark(m_lane);
        default:
            return {};
        }
    }
    void setText(QAccessible::Text, const QString &) override { }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect lane = m_view->laneRect(m_lane);
        return { m_view->viewport()->mapToGlobal(lane.topLeft()), lane.size() };
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool isCurrent = m_view->currentLane() == m_lane;
        state.readOnly = true;
        state.selectable = true;
        state.focusable = true;
        state.selected = isCurrent;
        state.active = isCurrent;
        state.focused = isCurrent && m_view->hasFocus();
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->laneRect(m_lane));
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    QStringList actionNames() const override { return { pressAction(), setFocusAction() }; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        m_view->setCurrentLane(m_lane);
        if (name == setFocusAction())
            m_view->setFocus();
    }

private:
    QPointer<TimelineView> m_view;
    int m_lane;
};

class TimelineAccessible final : public QAccessibleWidget {
public:
    explicit TimelineAccessible(TimelineView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }
    ~TimelineAccessible() override
    {
        for (const QAccessible::Id id : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return view()->laneCount(); }

    // Made when they are asked for; they stay, since a screen reader may hold them.
    QAccessibleInterface *child(int lane) const override
    {
        if (lane < 0 || lane >= childCount())
            return nullptr;
        while (int(m_children.size()) <= lane) {
            auto *const made = new LaneAccessible(view(), int(m_children.size()));
            m_children.push_back(QAccessible::registerAccessibleInterface(made));
        }
        return QAccessible::accessibleInterface(m_children[size_t(lane)]);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int lane = 0; lane < int(m_children.size()); ++lane) {
            if (QAccessible::accessibleInterface(m_children[size_t(lane)]) == child)
                return lane;
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(view()->laneAt(view()->viewport()->mapFromGlobal(QPoint(x, y))));
    }
    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(view()->currentLane()) : nullptr;
    }

private:
    TimelineView *view() const { return static_cast<TimelineView *>(widget()); }

    mutable std::vector<QAccessible::Id> m_children; // by lane
};

} // namespace

QAccessibleInterface *timelineAccessible(const QString &, QObject *object)
{
    auto *const view = qobject_cast<TimelineView *>(object);
    return view ? new TimelineAccessible(view) : nullptr;
}

} // namespace falconer
