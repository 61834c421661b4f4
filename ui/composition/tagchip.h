// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/tagshares.h"

#include <QMimeData>
#include <QToolButton>

namespace falconer {

// A tag of distribution sets with its colour: a click takes it or gives it, to all sets that are
// looked at; a drag carries it to another set, its menu or F2 and Delete change or delete it.
class TagChip final : public QToolButton {
    Q_OBJECT

public:
    // share: of the sets that are looked at. whyKept: why it cannot be deleted; empty: it can.
    TagChip(const TagShare &share, const QString &whyKept, QWidget *parent = nullptr);

    const DistributionSetTag &tag() const { return m_share.tag; }
    bool isGiven() const { return m_share.isGiven(); }
    QSize sizeHint() const override;

signals:
    void editRequested();
    void deleteRequested();
    void dragBegun(const QMimeData *data);
    void dragEnded();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void drawDot();
    QAction *addCommand(const QString &name, const QString &text, Qt::Key key);

    TagShare m_share;
    QAction *m_edit;
    QAction *m_delete;
    QPoint m_pressedAt;
};

} // namespace falconer
