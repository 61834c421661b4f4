// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/types/typepane.h"

#include "ui/shared/emptystate.h"
#include "ui/shared/tableheader.h"
#include "ui/shared/tableview.h"
#include "ui/shared/typecolour.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

TypePane::TypePane(
    const QString &title, QAbstractItemModel &model, int colourColumn, QWidget *parent)
    : QWidget(parent)
    , m_table(new TableView(this))
{
    m_table->setAccessibleName(title);
    m_table->setModel(&model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(colourColumn, new ColourDelegate(m_table));
    m_table->header().setStretchLastSection(true);
    auto *const commands = new QHBoxLayout;
    commands->setSpacing(8);
    m_new = addCommand(*commands, u"new"_s, tr("New..."));
    m_edit = addCommand(*commands, u"edit"_s, tr("Edit..."));
    m_delete = addCommand(*commands, u"delete"_s, tr("Delete..."));
    commands->addStretch(1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(m_table, 1);
    layout->addLayout(commands);
    connect(m_new, &QPushButton::clicked, this, &TypePane::newWanted);
    connect(m_edit, &QPushButton::clicked, this, &TypePane::editWanted);
    connect(m_delete, &QPushButton::clicked, this, &TypePane::deleteWanted);
    connect(m_table, &QTableView::doubleClicked, m_edit, &QPushButton::click);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TypePane::update);
    connect(&m_table->emptyState(), &EmptyState::actionTriggered, this, &TypePane::retryWanted);
    addKeys();
    update();
}

QPushButton *TypePane::addCommand(QHBoxLayout &row, const QString &name, const QString &text)
{
    auto *const button = new QPushButton(text, this);
    button->setObjectName(name);
    row.addWidget(button);
    return button;
}

void TypePane::addKeys()
{
    const std::pair<Qt::Key, QPushButton *> keys[]{ { Qt::Key_Insert, m_new },
        { Qt::Key_F2, m_edit }, { Qt::Key_Return, m_edit }, { Qt::Key_Enter, m_edit },
        { Qt::Key_Delete, m_delete } };
    for (const auto &[key, button] : keys) {
        auto *const shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    }
}

int TypePane::currentRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void TypePane::select(int row)
{
    const QModelIndex index = m_table->model()->index(row, 0);
    m_table->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

void TypePane::setObstacles(
    const QString &creating, const QString &editing, const QString &deleting)
{
    m_obstacles[0] = creating;
    m_obstacles[1] = editing;
    m_obstacles[2] = deleting;
    update();
}

void TypePane::update()
{
    const QString chooseFirst = currentRow() < 0 ? tr("Choose a type first.") : QString();
    const std::tuple<QPushButton *, QString, QString> commands[]{
        { m_new, m_obstacles[0], tr("Make a type (Insert)") },
        { m_edit, m_obstacles[1].isEmpty() ? chooseFirst : m_obstacles[1],
            tr("Change the chosen type (F2)") },
        { m_delete, m_obstacles[2].isEmpty() ? chooseFirst : m_obstacles[2],
            tr("Delete the chosen type (Delete)") },
    };
    for (const auto &[button, obstacle, words] : commands) {
        button->setEnabled(obstacle.isEmpty());
        button->setToolTip(obstacle.isEmpty() ? words : obstacle);
    }
}

void TypePane::showNothing(const QString &sentence, const QString &nextStep)
{
    EmptyState &state = m_table->emptyState();
    state.setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        state.setContent(Icon::Types, sentence, nextStep);
}

} // namespace falconer
