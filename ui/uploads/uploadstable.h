// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/relativetime.h"
#include "models/uploadlist.h"
#include "ui/shared/tableview.h"
#include "ui/uploads/uploadanswers.h"

namespace falconer {

class UploadQueue;

// The table of uploads. A row that asks has its sentence and its answers in it and is as high as
// they need; rows are dragged to other places, by the mouse and by Alt and an arrow.
class UploadsTable final : public TableView {
    Q_OBJECT

public:
    UploadsTable(UploadQueue &queue, UploadList &model, QWidget *parent);

    QList<qint64> selectedIds() const; // in the order of the rows
    void focusAnswer(int row);         // to its first answer, if it asks
    int heightFor(int rows) const;     // of them so high, with the heads; at least one row

signals:
    void selectionChangedByUser();
    // What needs a name or a file first.
    void nameWanted(qint64 id);
    void fileWanted(qint64 id);
    void signInWanted(const QString &profileId);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void wire();
    void showRow(int row);
    void arrangeRow(int row);
    void focusRow(int row); // the table, with this row as the current one
    void showAllRows();
    void countDown();
    void answer(qint64 id, UploadAnswer answer);
    void moveSelected(int by);

    UploadQueue &m_queue;
    UploadList &m_list;
    QTimer m_clock; // for countdowns, while somebody sees them
};

} // namespace falconer
