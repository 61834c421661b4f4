// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/dropverdict.h"

#include <QFrame>

class QLabel;

namespace falconer {

// Where a module is dropped to take it out of its set; in sight while one is dragged out of it.
class TakeOutZone final : public QFrame {
    Q_OBJECT

public:
    // source: the view that a drag must come from.
    explicit TakeOutZone(const QWidget *source, QWidget *parent = nullptr);

    void open(const DropVerdict &verdict); // why not, if it is not allowed
    void close();

signals:
    void dropped();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setUnderPointer(bool under);

    const QWidget *m_source;
    DropVerdict m_verdict;
    bool m_isUnderPointer = false;
};

} // namespace falconer
