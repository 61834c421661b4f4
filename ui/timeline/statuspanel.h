// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statuslist.h"
#include "models/timelinelane.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace falconer {

// The plain list of what a device reported: every status with all its messages, searchable and
// copyable.
class StatusPanel final : public QWidget {
    Q_OBJECT

public:
    explicit StatusPanel(QWidget *parent = nullptr);

    void setLane(const TimelineLane *lane); // nullptr: none is chosen
    void showEntries(const QList<qint64> &entries);

    QString filter() const;
    void setFilter(const QString &text);
    QString countText() const; // "3 of 28"

public slots:
    void copySelected();

signals:
    void entryChosen(qint64 entry);
    void hitsChanged(const QList<qint64> &entries); // of the search; empty without one

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QWidget *createHead();
    void createTable();
    void updateCount();
    void showHits();
    bool isAtNewest() const;
    void followNewest();

    StatusList m_list;
    QSortFilterProxyModel m_filtered;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_order = nullptr;
    QTreeView *m_table = nullptr;
    qint64 m_action = 0;   // whose statuses are shown
    bool m_follows = true; // the newest status stays in sight
};

} // namespace falconer
