// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>

namespace falconer {

// Keys that are selected, each at the row where it is shown, or without a row while nobody knows
// where it is. No key has two rows, no row has two keys.
class SelectedKeys final {
public:
    qsizetype count() const { return m_keyAt.size() + m_placeless.size(); }
    qsizetype placedCount() const { return m_keyAt.size(); }
    bool contains(const QString &key) const;
    bool isPlaceless(const QString &key) const { return m_placeless.contains(key); }
    QStringList inOrder() const; // of their rows; those without one last

    QString at(int row) const { return m_keyAt.value(row); } // empty: none that is known
    int rowOf(const QString &key) const { return m_rowOf.value(key, -1); }
    QList<int> rows() const { return m_keyAt.keys(); } // in no order

    void clear();
    void setPlaceless(const QStringList &keys); // instead of all
    void addPlaceless(const QString &key) { m_placeless.insert(key); }
    void place(int row, const QString &key);
    void displace(int row); // its key stays
    void displaceAll();
    QHash<int, QString> takePlaced(); // forgets them

private:
    QHash<int, QString> m_keyAt;
    QHash<QString, int> m_rowOf; // the same the other way round
    QSet<QString> m_placeless;
};

} // namespace falconer
