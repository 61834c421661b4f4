// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pagedmodelbase.h"

#include <algorithm>
#include <limits>

namespace falconer {

PagedModelBase::PagedModelBase(int pageSize, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pageSize(pageSize)
{
    m_clock.start();
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &PagedModelBase::applyWindow);
}

void PagedModelBase::setWindow(int firstVisible, int lastVisible)
{
    const std::pair window(firstVisible, lastVisible);
    if (m_reported == window)
        return;
    m_reported = window;
    // Out of rest a change is served at once: a jump by a key or a click is one of those. In motion
    // a small step is served while the scrolling goes on, a large one only once it has settled: so
    // a dragged thumb asks for nothing on its way.
    const qint64 now = m_clock.elapsed();
    const bool wasAtRest = now - std::exchange(m_movedAt, now) >= settleTime;
    const int step = std::abs(firstVisible - m_window.first);
    if (wasAtRest)
        m_settle.start(0);
    else if (!m_settle.isActive() || step > m_pageSize)
        m_settle.start(settleTime);
}

Qt::ItemFlags PagedModelBase::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.isValid() && isLoaded(index.row()) ? plain | Qt::ItemIsDragEnabled : plain;
}

std::optional<ListQuery> PagedModelBase::windowQuery() const
{
    if (!m_totalKnown || m_replacing)
        return std::nullopt;
    ListQuery query = baseQuery();
    query.offset = std::clamp(m_window.first, 0, std::max(0, m_rows - 1));
    const int height = m_window.second - m_window.first + 1;
    query.limit = m_rows == 0 || height <= 0 ? m_pageSize : std::min(height, 500);
    return query;
}

void PagedModelBase::setFilter(const QString &filter)
{
    if (m_filter == filter && m_totalKnown)
        return;
    m_filter = filter;
    changeQuery();
}

void PagedModelBase::setSort(const Sort &sort)
{
    if (m_sort == sort && m_totalKnown)
        return;
    m_sort = sort;
    changeQuery();
}

void PagedModelBase::sort(int column, Qt::SortOrder order)
{
    if (column < 0) {
        setSort({});
        return;
    }
    const QString key = headerData(column, Qt::Horizontal, SortKeyRole).toString();
    if (!key.isEmpty())
        setSort({ .field = key, .order = order });
}

void PagedModelBase::changeQuery()
{
    const int rows = m_window.second - m_window.first;
    m_window = { 0, rows };
    m_reported = m_window;
    m_settle.stop();
    m_replacing = true;
    m_queue.forgetRequired();
    emit queryChanged();
    reload();
}

void PagedModelBase::reload()
{
    const QList<int> running = m_queue.stop();
    for (const int page : running)
        abortPage(page);
    m_ledger.markAllStale();
    setPending(0);
    emitRows(0, m_rows - 1);
    pump();
}

void PagedModelBase::retry(int row)
{
    m_ledger.forgetFailure(pageOf(row));
    m_ledger.markStale(pageOf(row));
    emitRows(row - row % m_pageSize, row - row % m_pageSize + m_pageSize - 1);
    pump();
}

void PagedModelBase::requireRows(int first, int last)
{
    QList<int> pages;
    for (int page = pageOf(first); page <= pageOf(last); ++page) {
        if (m_ledger.needsFetch(page))
            pages << page;
    }
    m_queue.require(pages);
    pump();
}

std::optional<Error> PagedModelBase::loadError() const
{
    return m_rows == 0 || m_replacing ? m_ledger.error(0) : std::nullopt;
}

QList<std::pair<int, int>> PagedModelBase::loadedRows() const
{
    QList<std::pair<int, int>> rows;
    for (const int page : m_ledger.heldPages()) {
        const int first = page * m_pageSize;
        if (first < m_rows)
            rows.emplaceBack(first, std::min(first + m_pageSize, m_rows) - 1);
    }
    return rows;
}

void PagedModelBase::touch(const QStringList &keys)
{
    for (const QString &key : keys) {
        const int row = rowOf(key);
        emitRows(row, row);
    }
}

void PagedModelBase::touchWindow()
{
    emitRows(m_window.first, m_window.second);
}

int PagedModelBase::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

// The pages of the window and, once they are there, those of a margin around it which never adds
// up to a third page: a jump costs two requests at most, and the server works for what is on screen
// alone.
QList<int> PagedModelBase::missingPages() const
{
    const int last = m_totalKnown && !m_replacing ? std::min(m_window.second, m_rows - 1)
                                                  : std::max(m_window.second, 0);
    const int first = std::min(m_window.first, std::max(last, 0));
    const int height = last - first + 1;
    const int margin = std::clamp((m_pageSize + 1 - height) / 2, 0, std::max(height, 0));
    const int end = m_totalKnown && !m_replacing ? m_rows - 1 : last;
    QList<int> pages;
    const auto add = [&](int from, int to) {
        for (int page = pageOf(std::max(from, 0)); page <= pageOf(std::max(to, 0)); ++page) {
            if (m_ledger.needsFetch(page) && !pages.contains(page))
                pages << page;
        }
    };
    if (last >= 0) {
        add(first, last);
        if (!pages.isEmpty())
            return pages;
        add(first - margin, std::min(last + margin, end));
    } else {
        add(0, 0);
    }
    return pages;
}

void PagedModelBase::applyWindow()
{
    m_window = m_reported;
    const int first = pageOf(std::max(m_window.first, 0));
    const int last = pageOf(std::max(m_window.second, 0));
    m_ledger.forgetFailuresOutside(first - 1, last + 1);
    m_ledger.allowCorrections();
    for (int page = first; page <= last; ++page)
        m_ledger.touch(page);
    const QList<int> abandoned = m_queue.takeAbandoned(first, last, m_clock.elapsed());
    for (const int page : abandoned)
        abortPage(page);
    pump();
    emit windowChanged();
}

void PagedModelBase::pump()
{
    m_queue.requireFailed([this](int page) { return m_ledger.needsFetch(page); });
    m_queue.want(missingPages());
    while (const auto page = m_queue.takeNext(m_clock.elapsed())) {
        ListQuery query = baseQuery();
        query.offset = qint64(*page) * m_pageSize;
        query.limit = m_pageSize;
        fetchPage(*page, query);
    }
    if (m_wasBusy != m_queue.isBusy()) {
        m_wasBusy = m_queue.isBusy();
        emit loadingChanged(m_wasBusy);
    }
}

void PagedModelBase::prepareAnswer(int page, qint64 total)
{
    m_queue.finished(page);
    if (m_replacing) {
        m_replacing = false;
        const QList<int> old = m_ledger.heldPages();
        m_ledger.clear();
        for (const int oldPage : old)
            dropPage(oldPage);
        emitRows(0, m_rows - 1);
        emit rowsReplaced();
    }
    setTotal(total);
}

void PagedModelBase::publishPage(int page, const QList<int> &outdatedPages)
{
    m_ledger.setLoaded(page);
    for (const int outdated : outdatedPages) {
        m_ledger.markOutdated(outdated);
        emitRows(outdated * m_pageSize, (outdated + 1) * m_pageSize - 1);
    }
    const QList<int> excess = m_ledger.takeExcess(
        pageCapacity, pageOf(m_window.first), pageOf(std::max(m_window.second, 0)));
    for (const int unused : excess)
        dropPage(unused);
    const int first = page * m_pageSize;
    const int last = std::min(first + m_pageSize, m_rows) - 1;
    emitRows(first, last);
    if (first <= last)
        emit rowsLoaded(first, last);
    pump();
}

void PagedModelBase::pageFailed(int page, const Error &error)
{
    m_queue.failed(page);
    m_ledger.setFailed(page, error);
    emitRows(page * m_pageSize, (page + 1) * m_pageSize - 1);
    emit failed(error);
    pump();
}

void PagedModelBase::setTotal(qint64 total)
{
    const int rows = int(std::min<qint64>(total, std::numeric_limits<int>::max()));
    const bool isFirst = !std::exchange(m_totalKnown, true);
    if (rows == m_rows && !isFirst)
        return;
    m_resizing = true;
    if (rows > m_rows) {
        m_ledger.markStale(pageOf(m_rows)); // it ended where there is more now
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        for (const int page : m_ledger.heldPages()) {
            if (page * m_pageSize >= rows) {
                m_ledger.remove(page);
                dropPage(page);
            }
        }
        endRemoveRows();
    }
    m_resizing = false;
    emit totalChanged(rows);
}

void PagedModelBase::setPending(int changes)
{
    if (std::exchange(m_pending, changes) != changes)
        emit pendingChangesChanged(changes);
}

void PagedModelBase::emitRows(int first, int last)
{
    first = std::max(first, 0);
    last = std::min(last, m_rows - 1);
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

} // namespace falconer
