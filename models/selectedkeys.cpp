// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectedkeys.h"

#include <algorithm>
#include <utility>

namespace falconer {

bool SelectedKeys::contains(const QString &key) const
{
    return m_rowOf.contains(key) || m_placeless.contains(key);
}

QStringList SelectedKeys::inOrder() const
{
    QList<int> known = rows();
    std::ranges::sort(known);
    QStringList keys;
    for (const int row : std::as_const(known))
        keys << m_keyAt.value(row);
    return keys + QStringList(m_placeless.values());
}

void SelectedKeys::clear()
{
    takePlaced();
    m_placeless.clear();
}

void SelectedKeys::setPlaceless(const QStringList &keys)
{
    takePlaced();
    m_placeless = QSet<QString>(keys.begin(), keys.end());
}

void SelectedKeys::place(int row, const QString &key)
{
    m_rowOf.remove(m_keyAt.take(row));
    m_keyAt.remove(m_rowOf.value(key, row));
    m_keyAt.insert(row, key);
    m_rowOf.insert(key, row);
    m_placeless.remove(key);
}

void SelectedKeys::displace(int row)
{
    const QString key = m_keyAt.take(row);
    m_rowOf.remove(key);
    m_placeless.insert(key);
}

void SelectedKeys::displaceAll()
{
    const QHash<int, QString> placed = takePlaced();
    m_placeless.unite(QSet<QString>(placed.cbegin(), placed.cend()));
}

QHash<int, QString> SelectedKeys::takePlaced()
{
    m_rowOf.clear();
    return std::exchange(m_keyAt, {});
}

} // namespace falconer
