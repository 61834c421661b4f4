// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAbstractItemModel;
class QHBoxLayout;
class QPushButton;

namespace falconer {

class TableView;
struct Error;

// A table of types with what can be done with them below: new, edit, delete.
class TypePane final : public QWidget {
    Q_OBJECT

public:
    // model: must outlive the pane. colourColumn: whose texts are colours.
    TypePane(const QString &title, QAbstractItemModel &model, int colourColumn,
        QWidget *parent = nullptr);

    TableView &table() const { return *m_table; }
    int currentRow() const; // -1: none
    void select(int row);

    // Why something cannot be done; empty: it can, once a row is chosen.
    void setObstacles(const QString &creating, const QString &editing, const QString &deleting);
    void showNothing(const QString &sentence, const QString &nextStep = {}); // instead of rows

signals:
    void newWanted();
    void editWanted();
    void deleteWanted();
    void retryWanted();

private:
    QPushButton *addCommand(QHBoxLayout &row, const QString &name, const QString &text);
    void addKeys();
    void update();

    TableView *m_table;
    QPushButton *m_new;
    QPushButton *m_edit;
    QPushButton *m_delete;
    QString m_obstacles[3];
};

} // namespace falconer
