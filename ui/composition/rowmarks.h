// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QTableView;

namespace falconer {

// Lies over the rows of a table while something is dragged: those that would take it are lit, the
// others are dimmed. Lets the mouse through.
class RowMarks final : public QWidget {
    Q_OBJECT

public:
    using Takes = std::function<bool(int row)>;

    explicit RowMarks(QTableView *table);

    void start(const Takes &takes);
    void stop();

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTableView *m_table;
    Takes m_takes;
};

} // namespace falconer
