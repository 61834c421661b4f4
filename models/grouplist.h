// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QSet>

#include <algorithm>
#include <memory>
#include <vector>

namespace falconer {

// What a row of a GroupList says beside Qt's roles and PagedModelBase's MeaningRole and SignRole.
enum GroupRole {
    DetailRole = Qt::UserRole + 200, // of a head: what stands below its words
    CountRole,                       // of a head: how many it holds
    DevicesRole,                     // QStringList of controller ids: of a head all below it
};

// A collection in groups: a tree of heads with their items below. A new state is compared with the
// old one by key: rows are removed, moved, inserted and changed one by one, never reset, so that
// selection, open groups and scroll position stay.
template <typename Head, typename Item> class GroupList : public QAbstractItemModel {
public:
    struct Group {
        Head head;
        QList<Item> items;
    };
    using QAbstractItemModel::QAbstractItemModel;

    // Keys of heads, and of items in a group, must be unique.
    void setGroups(const QList<Group> &groups);

    bool isHead(const QModelIndex &index) const { return index.internalPointer() == nullptr; }
    const Head &headOf(const QModelIndex &index) const { return nodeOf(index).head; }
    const QList<Item> &itemsOf(const QModelIndex &index) const { return nodeOf(index).items; }
    const Item &itemAt(const QModelIndex &index) const { return nodeOf(index).items[index.row()]; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    virtual QString keyOf(const Head &head) const = 0;
    virtual QString keyOf(const Item &item) const = 0;

private:
    struct Node {
        Head head;
        QList<Item> items;
        int row = 0;
    };

    Node &nodeOf(const QModelIndex &index) const
    {
        return isHead(index) ? *m_nodes[size_t(index.row())]
                             : *static_cast<Node *>(index.internalPointer());
    }
    void renumber();
    void removeMissing(const QList<Group> &groups);
    void place(const Group &group, int row);
    void setItems(Node &node, const QList<Item> &items);
    void placeItem(Node &node, const Item &item, int row);
    QModelIndex indexOf(const Node &node) const { return index(node.row, 0); }
    void announce(int row, const QModelIndex &parent)
    {
        emit dataChanged(index(row, 0, parent), index(row, this->columnCount(parent) - 1, parent));
    }

    // Items point to theirs, whose address must not change.
    std::vector<std::unique_ptr<Node>> m_nodes;
};

template <typename Head, typename Item>
QModelIndex GroupList<Head, Item>::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= this->columnCount(parent))
        return {};
    return this->createIndex(row, column, parent.isValid() ? &nodeOf(parent) : nullptr);
}

template <typename Head, typename Item>
QModelIndex GroupList<Head, Item>::parent(const QModelIndex &index) const
{
    if (!index.isValid() || isHead(index))
        return {};
    return this->createIndex(nodeOf(index).row, 0, nullptr);
}

template <typename Head, typename Item>
int GroupList<Head, Item>::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_nodes.size());
    return isHead(parent) && parent.column() == 0 ? int(nodeOf(parent).items.size()) : 0;
}

template <typename Head, typename Item> void GroupList<Head, Item>::renumber()
{
    for (size_t row = 0; row < m_nodes.size(); ++row)
        m_nodes[row]->row = int(row);
}

template <typename Head, typename Item>
void GroupList<Head, Item>::setGroups(const QList<Group> &groups)
{
    removeMissing(groups);
    for (int row = 0; row < int(groups.size()); ++row)
        place(groups[row], row);
}

template <typename Head, typename Item>
void GroupList<Head, Item>::removeMissing(const QList<Group> &groups)
{
    QSet<QString> keys;
    for (const Group &group : groups)
        keys << keyOf(group.head);
    for (int row = int(m_nodes.size()) - 1; row >= 0; --row) {
        if (keys.contains(keyOf(m_nodes[size_t(row)]->head)))
            continue;
        this->beginRemoveRows({}, row, row);
        m_nodes.erase(m_nodes.begin() + row);
        renumber();
        this->endRemoveRows();
    }
}

template <typename Head, typename Item>
void GroupList<Head, Item>::place(const Group &group, int row)
{
    const auto start = m_nodes.begin() + row;
    const auto found = std::find_if(start, m_nodes.end(),
        [&](const auto &node) { return keyOf(node->head) == keyOf(group.head); });
    if (found == m_nodes.end()) {
        this->beginInsertRows({}, row, row);
        m_nodes.insert(start, std::make_unique<Node>(Node{ group.head, group.items, row }));
        renumber();
        this->endInsertRows();
        return;
    }
    if (found != start) {
        const int from = int(found - m_nodes.begin());
        this->beginMoveRows({}, from, from, {}, row);
        std::rotate(start, found, found + 1);
        renumber();
        this->endMoveRows();
    }
    Node &node = *m_nodes[size_t(row)];
    if (!(node.head == group.head)) {
        node.head = group.head;
        announce(row, {});
    }
    setItems(node, group.items);
}

template <typename Head, typename Item>
void GroupList<Head, Item>::setItems(Node &node, const QList<Item> &items)
{
    QSet<QString> keys;
    for (const Item &item : items)
        keys << keyOf(item);
    for (int row = int(node.items.size()) - 1; row >= 0; --row) {
        if (keys.contains(keyOf(node.items[row])))
            continue;
        this->beginRemoveRows(indexOf(node), row, row);
        node.items.removeAt(row);
        this->endRemoveRows();
    }
    for (int row = 0; row < int(items.size()); ++row)
        placeItem(node, items[row], row);
}

template <typename Head, typename Item>
void GroupList<Head, Item>::placeItem(Node &node, const Item &item, int row)
{
    const QModelIndex parent = indexOf(node);
    const auto found = std::find_if(node.items.cbegin() + row, node.items.cend(),
        [&](const Item &each) { return keyOf(each) == keyOf(item); });
    if (found == node.items.cend()) {
        this->beginInsertRows(parent, row, row);
        node.items.insert(row, item);
        this->endInsertRows();
        return;
    }
    if (const int from = int(found - node.items.cbegin()); from != row) {
        this->beginMoveRows(parent, from, from, parent, row);
        node.items.move(from, row);
        this->endMoveRows();
    }
    if (!(node.items[row] == item)) {
        node.items[row] = item;
        announce(row, parent);
    }
}

} // namespace falconer
