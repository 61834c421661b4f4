// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journallist.h"

#include "models/columndata.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

JournalList::JournalList(
    const Journal &journal, QList<Column<JournalEntry>> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_journal(journal)
    , m_columns(std::move(columns))
{
    connect(&journal, &Journal::added, this, &JournalList::take);
    connect(&journal, &Journal::earlierAdded, this, &JournalList::readAgain);
    readAgain();
}

void JournalList::setSearch(const QString &words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    readAgain();
}

bool JournalList::matches(const JournalEntry &entry) const
{
    if (m_words.isEmpty())
        return true;
    QString text;
    for (const Column<JournalEntry> &column : m_columns)
        text += column.text(entry) + u'\n';
    return std::ranges::all_of(
        m_words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void JournalList::readAgain()
{
    beginResetModel();
    m_rows.clear();
    std::ranges::copy_if(m_journal.entries(), std::back_inserter(m_rows),
        [this](const JournalEntry &entry) { return matches(entry); });
    std::ranges::reverse(m_rows);
    endResetModel();
}

void JournalList::take(const JournalEntry &entry)
{
    if (!matches(entry))
        return;
    beginInsertRows({}, 0, 0);
    m_rows.prepend(entry);
    endInsertRows();
    const int last = int(m_rows.size()) - 1;
    if (last < Journal::most)
        return;
    beginRemoveRows({}, last, last);
    m_rows.removeLast();
    endRemoveRows();
}

int JournalList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JournalList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant JournalList::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    return columnData(m_columns[index.column()], m_rows[index.row()], role);
}

QVariant JournalList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    return columnHeader(m_columns[section], role);
}

} // namespace falconer
