// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pageledger.h"
#include "models/pagequeue.h"
#include "services/hawkbit/page.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <optional>
#include <utility>

namespace falconer {

// The part of PagedModel<T> that does not depend on T: roles, signals, the query, the window and
// when which page is asked for. Whoever only shows, selects or sorts rows needs no more than this.
class PagedModelBase : public QAbstractTableModel {
    Q_OBJECT

public:
    // Of a row: RowStateRole (RowState), ErrorRole (Error, if its last request failed), KeyRole.
    // Of a cell: MeaningRole, SignRole. Of a column's header: ColumnIdRole, SortKeyRole, WidthRole,
    // HiddenRole.
    enum Role {
        RowStateRole = Qt::UserRole + 1,
        ErrorRole,
        KeyRole,
        MeaningRole,
        SignRole,
        ColumnIdRole,
        SortKeyRole,
        WidthRole,
        HiddenRole,
    };

    static constexpr int defaultPageSize = 100;
    static constexpr int pageCapacity = 60; // pages held in memory
    static constexpr int settleTime = 40;   // ms, measured: qt-notes 2

    // The rows on screen, both included; (0, -1) when there are none. The view reports every
    // change; a jump costs one look at what is missing: at once when nothing moved for settleTime,
    // else settleTime after the last change.
    void setWindow(int firstVisible, int lastVisible);
    // The one request with which a live feed keeps the rows on screen up to date (refreshRows).
    // Nothing until the first answer of a query.
    std::optional<ListQuery> windowQuery() const;

    // RSQL. Old rows stay drawn as stale until the first answer; the view goes to the top
    // (queryChanged).
    void setFilter(const QString &filter);
    const QString &filter() const { return m_filter; }
    void setSort(const Sort &sort);
    const Sort &sortOrder() const { return m_sort; }
    // Ignores a column that the server cannot sort by; -1: as the server likes.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    // Asks for what is on screen again; what is there stays drawn as stale. The first call starts
    // the model.
    void reload();
    void retry(int row); // asks for the failed page of this row again
    // Has rows fetched that are not on screen, after those that are: for a selection that needs
    // their keys. Kept over reload(); a page that fails is asked for again with the next one, or
    // once the window moved. Forgotten with the query.
    void requireRows(int first, int last);

    // Rows are being added or removed at the end: what a selection model hears then is not the
    // user.
    bool isResizing() const { return m_resizing; }
    bool isTotalKnown() const { return m_totalKnown; }
    qint64 total() const { return m_rows; } // all rows that match on the server
    bool isLoading() const { return m_queue.isBusy(); }
    // Why there is nothing to show at all: the first answer of a query failed.
    std::optional<Error> loadError() const;

    virtual QString keyAt(int row) const = 0;        // empty: not loaded
    virtual int rowOf(const QString &key) const = 0; // among loaded rows, else -1
    QList<std::pair<int, int>> loadedRows() const;   // first and last row of each held page
    bool isLoaded(int row) const { return m_ledger.isHeld(pageOf(row)); }

    // These rows are drawn differently though their values are the same (a name was found).
    void touch(const QStringList &keys);
    void touchWindow();

    // Rows that appeared, vanished or moved on the server; they wait, so that nothing jumps.
    int pendingChanges() const { return m_pending; }
    virtual void applyPending() = 0;

    // Rows that are there can be dragged.
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const final;

signals:
    void queryChanged(); // the view goes to the top; the rows drawn are stale from now on
    void rowsReplaced(); // the first answer to a query: every row is another from now on
    void totalChanged(qint64 total);
    void loadingChanged(bool loading);
    void windowChanged();                 // settled
    void rowsLoaded(int first, int last); // these rows may have got other keys
    void failed(const falconer::Error &error);
    void pendingChangesChanged(int changes);

protected:
    PagedModelBase(int pageSize, QObject *parent);

    virtual void fetchPage(int page, const ListQuery &query) = 0;
    virtual void abortPage(int page) = 0;
    virtual void dropPage(int page) = 0; // its rows are not needed any longer

    int pageSize() const { return m_pageSize; }
    int pageOf(int row) const { return row / m_pageSize; }
    bool isReplacing() const { return m_replacing; }
    RowState rowState(int row) const { return m_ledger.state(pageOf(row)); }
    std::optional<Error> rowError(int row) const { return m_ledger.error(pageOf(row)); }
    ListQuery baseQuery() const { return { .sort = m_sort, .filter = m_filter }; }

    // The answer to fetchPage: prepare before its rows are stored, publish after.
    void prepareAnswer(int page, qint64 total);
    void publishPage(int page, const QList<int> &outdatedPages);
    void pageFailed(int page, const Error &error);
    void setTotal(qint64 total);
    void setPending(int changes);
    void emitRows(int first, int last);

private:
    void changeQuery();
    void applyWindow();
    void pump();
    QList<int> missingPages() const;

    const int m_pageSize;
    PageQueue m_queue;
    PageLedger m_ledger;
    QTimer m_settle;
    qint64 m_movedAt = -settleTime; // ms of m_clock, the last change of the window
    QElapsedTimer m_clock;
    QString m_filter;
    Sort m_sort;
    std::pair<int, int> m_reported{ 0, -1 }; // by the view
    std::pair<int, int> m_window{ 0, -1 };   // settled
    int m_rows = 0;
    int m_pending = 0;
    bool m_totalKnown = false;
    bool m_replacing = false; // the rows drawn are of an older query, until its first answer
    bool m_wasBusy = false;
    bool m_resizing = false;
};

} // namespace falconer
