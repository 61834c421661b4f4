// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/columndata.h"
#include "services/http/client.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <map>

namespace falconer {

// Where pages come from: a request of the client, or a script in a test.
template <typename T>
using Source = std::function<Call(const ListQuery &, std::function<void(Result<Page<T>>)>)>;

// The pages of a list of the server.
template <typename T>
Source<T> pageSource(Client &client, Request<Page<T>> (*list)(const ListQuery &))
{
    return [&client, list](const ListQuery &query, std::function<void(Result<Page<T>>)> done) {
        return client.send(list(query), std::move(done));
    };
}

// A list of any length on the server as a table. rowCount is the server's total at once; pages are
// fetched when the view says that their rows are on screen (setWindow), held in an LRU, and asked
// for by the server's own filter and order. data() never starts anything: a row that is not there
// has no text and says so by RowStateRole. Rows are not identities: whatever must last is held by
// key (SelectionByKey). Refuses to be sorted or filtered by a proxy, which would fetch it whole.
template <typename T> class PagedModel final : public PagedModelBase {
public:
    using Key = std::function<QString(const T &)>;

    PagedModel(Source<T> source, QList<Column<T>> columns, Key key, QObject *parent = nullptr,
        int pageSize = defaultPageSize)
        : PagedModelBase(pageSize, parent)
        , m_source(std::move(source))
        , m_columns(std::move(columns))
        , m_key(std::move(key))
    {
    }

    const QList<Column<T>> &columns() const { return m_columns; }

    std::optional<T> itemAt(int row) const
    {
        const T *const item = find(row);
        return item ? std::optional<T>(*item) : std::nullopt;
    }
    std::optional<T> itemOf(const QString &key) const { return itemAt(rowOf(key)); }
    QList<T> loadedItems(int first, int last) const;
    QString keyAt(int row) const override;
    int rowOf(const QString &key) const override;

    // Takes the answer to windowQuery() from the live feed. Values change in place; rows that
    // appeared, vanished or moved wait for applyPending. An answer to an older query is ignored.
    void refreshRows(const ListQuery &query, const Page<T> &page);
    void applyPending() override;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    void fetchPage(int page, const ListQuery &query) override;
    void abortPage(int page) override { m_asked.erase(page); }
    void dropPage(int page) override { m_pages.erase(page); }

private:
    const T *find(int row) const;
    void answered(int page, quint64 serial, Result<Page<T>> answer);
    QList<int> pagesWithRowsOf(int page) const;
    void setRow(int row, const T &item);
    int changesOfOrder(int offset, const Page<T> &page) const;

    Source<T> m_source;
    QList<Column<T>> m_columns;
    Key m_key;
    std::map<int, QList<T>> m_pages;
    struct Asked {
        quint64 serial = 0; // an answer to another question is ignored
        Call call;
    };
    std::map<int, Asked> m_asked;
    quint64 m_serial = 0;
    std::optional<std::pair<qint64, Page<T>>> m_waiting; // offset, and what waits to be applied
};

} // namespace falconer

#include "models/pagedmodel_impl.h"
