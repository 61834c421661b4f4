// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagedmodel.h"

#include <QStringList>

#include <functional>
#include <map>

namespace falconer {

struct TestRow {
    QString key;
    int value = 0;

    bool operator==(const TestRow &) const = default;
};

// A server for a PagedModel: notes every request, answers when told and in any order.
class ScriptedSource {
public:
    // The rows as they are now on the server, for small lists; else see makeRows().
    QList<TestRow> rows;
    // Requests as "first+count", with the sort and the filter where there are any.
    QStringList log;
    QStringList aborted;

    // A list that is made on demand: row n is "k<n>".
    void makeRows(qint64 count) { m_made = count; }
    void setNumberedRows(int count)
    {
        rows.clear();
        for (int i = 0; i < count; ++i)
            rows << TestRow{ QStringLiteral("k%1").arg(i), i };
    }

    Source<TestRow> source()
    {
        return [this](const ListQuery &query, std::function<void(Result<Page<TestRow>>)> done) {
            const int id = ++m_lastId;
            log << text(query);
            m_open.emplace(id, Open{ query, std::move(done) });
            return Call([this, id] {
                if (const auto open = m_open.extract(id))
                    aborted << text(open.mapped().query);
            });
        };
    }

    int openCount() const { return int(m_open.size()); }
    QStringList openLog() const
    {
        QStringList texts;
        for (const auto &[id, open] : m_open)
            texts << text(open.query);
        return texts;
    }
    void answerFirst() { answer(m_open.begin()->first); }
    void answerLast() { answer(m_open.rbegin()->first); }
    // Until nobody asks any longer.
    void answerAll()
    {
        while (!m_open.empty())
            answerFirst();
    }
    void failFirst(const Error &error)
    {
        const auto open = m_open.extract(m_open.begin());
        open.mapped().done(tl::unexpected(error));
    }

    Page<TestRow> page(const ListQuery &query) const
    {
        Page<TestRow> page{ .total = m_made > 0 ? m_made : rows.size() };
        const qint64 end = std::min(query.offset + query.limit, page.total);
        for (qint64 i = query.offset; i < end; ++i)
            page.content << (m_made > 0 ? TestRow{ QStringLiteral("k%1").arg(i), int(i) }
                                        : rows.at(isDescending(query) ? page.total - 1 - i : i));
        return page;
    }

private:
    struct Open {
        ListQuery query;
        std::function<void(Result<Page<TestRow>>)> done;
    };

    static bool isDescending(const ListQuery &query)
    {
        return query.sort.order == Qt::DescendingOrder;
    }
    static QString text(const ListQuery &query)
    {
        QString text = QStringLiteral("%1+%2").arg(query.offset).arg(query.limit);
        if (!query.sort.field.isEmpty())
            text += u' ' + query.sort.field + (isDescending(query) ? u" desc" : u" asc");
        return query.filter.isEmpty() ? text : QString(text + u" q=" + query.filter);
    }
    void answer(int id)
    {
        const auto open = m_open.extract(id);
        open.mapped().done(page(open.mapped().query));
    }

    std::map<int, Open> m_open;
    int m_lastId = 0;
    qint64 m_made = 0;
};

inline QList<Column<TestRow>> testColumns()
{
    return { { .id = QStringLiteral("key"),
                 .title = QStringLiteral("Key"),
                 .text = [](const TestRow &row) { return row.key; },
                 .sortKey = QStringLiteral("key") },
        { .id = QStringLiteral("value"),
            .title = QStringLiteral("Value"),
            .text = [](const TestRow &row) { return QString::number(row.value); },
            .look =
                [](const TestRow &) {
                    return CellLook{ Meaning::Quiet, Sign::Done };
                } } };
}

inline QString testKey(const TestRow &row)
{
    return row.key;
}

} // namespace falconer
