// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace falconer {

// A sheet over a window: a rounded panel on dimmed ground inside the window, in place of a modal
// box. It follows the window's size, keeps the focus inside, and Esc closes it. Deletes itself when
// closed.
class Sheet : public QWidget {
    Q_OBJECT

public:
    explicit Sheet(QWidget *window);

    void open();

signals:
    void closed();

public slots:
    virtual void reject(); // Esc, Cancel

protected:
    QWidget *panel() const { return m_panel; }
    void closeSheet();
    void setFrameColour(const QColor &colour); // a line at the top edge; invalid: none

    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QWidget *m_panel = nullptr;
};

} // namespace falconer
