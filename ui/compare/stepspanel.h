// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/steptable.h"
#include "ui/compare/comparepanel.h"

namespace falconer {

class TableView;

// How long each step took on the devices in view, which is the slowest and who was.
class StepsPanel final : public ComparePanel {
    Q_OBJECT

public:
    explicit StepsPanel(QWidget *parent = nullptr);
    ~StepsPanel() override;

    TableView &table() const { return *m_table; }
    QString summary() const;
    // The selected rows, or all when none is, as a table for spreadsheets.
    void copy();

signals:
    void stepChosen(const falconer::StepKey &key);
    void deviceChosen(const QString &controllerId);

protected:
    void refresh(bool historiesChanged) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void createTable();
    void sortBy(int column, Qt::SortOrder order);
    void showLines();
    void choose(const QModelIndex &index);
    void fitColumns();
    int fitColumn(int column, int most);

    QLabel *m_summary;
    StepTable m_model;
    TableView *m_table = nullptr;
    QList<StepLine> m_lines;
    QString m_sortKey;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace falconer
