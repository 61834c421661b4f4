// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace falconer {

class PagedModelBase;
class SelectionByKey;
class TableView;

// The line below a table: what is selected, what can be done with it, which rows are in sight.
class CommandBar : public QWidget {
    Q_OBJECT

public:
    explicit CommandBar(QWidget *parent = nullptr);

    // Tells from now on what is selected of these rows and which are in sight.
    void follow(
        const TableView &table, const PagedModelBase &model, const SelectionByKey &selection);

    QSize minimumSizeHint() const override;

protected:
    // After those added before. It is disabled until enable() says what it will do.
    QPushButton *addCommand(const QString &name, const QString &text, const QString &toolTip);
    // toolTip: what it will do, or why it cannot.
    static void enable(QPushButton &command, bool enabled, const QString &toolTip);

    void resizeEvent(QResizeEvent *event) override;

private:
    void setCount(qint64 selected);
    void setRows(int first, int last, qint64 total);
    void layOutRows();

    QLabel *m_selected;
    QHBoxLayout *m_commands;
    QLabel *m_rows;
};

} // namespace falconer
