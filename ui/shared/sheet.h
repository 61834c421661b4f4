// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QFrame>
#include <QPointer>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace falconer {

// A sheet over a window: a rounded panel on dimmed ground inside the window, in place of a modal
// box. It follows the window's size, scrolls when the window is too low for it, keeps the focus
// inside; Esc closes it and Return presses the default button. Deletes itself when closed.
class Sheet : public QWidget {
    Q_OBJECT

public:
    explicit Sheet(QWidget *window);

    void open();

    // Something was sent and its outcome is still to be told and written down: until then reject()
    // does not close it, but says so, or stops behind what is under way.
    virtual bool isAtWork() const { return false; }

signals:
    void closed();

public slots:
    virtual void reject(); // Esc

protected:
    QVBoxLayout *head() const { return m_head; }
    QVBoxLayout *body() const { return m_body; }
    QVBoxLayout *foot() const { return m_foot; }
    void setPanelWidth(int widest);            // unless the window is narrower
    void setFrameColour(const QColor &colour); // all around it; invalid: none
    void setDefaultButton(QPushButton *button);
    void setFirstField(QWidget *field); // has the focus when the sheet opens
    void closeSheet();

    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QVBoxLayout *m_head = nullptr;
    QVBoxLayout *m_body = nullptr;
    QVBoxLayout *m_foot = nullptr;
    QFrame *m_panel = nullptr;
    int m_panelWidth;
    QPointer<QPushButton> m_default;
    QPointer<QWidget> m_firstField;
    QPointer<QWidget> m_formerFocus;
};

// A thin line between the parts of a sheet.
QFrame *newSheetLine(QWidget *parent);

} // namespace falconer
