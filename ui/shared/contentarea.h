// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace falconer {

// As high as its content where there is room, else it scrolls; its parent's layout must hold it,
// and its parent's maximum width say how wide it is. It sizes the content itself: a resizable
// QScrollArea makes it at least as high as its minimum size, which wrapped labels guess for a width
// of their own, and what is too much becomes gaps beside sentences cut off.
class ContentArea final : public QScrollArea {
    Q_OBJECT

public:
    explicit ContentArea(QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return { 200, 60 }; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int contentHeight(int width) const;
    void fitContent();
};

} // namespace falconer
