// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/uploadlist.h"

#include "models/columndata.h"
#include "services/uploads/uploadqueue.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <set>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// The pointer tells a drag of this queue from that of another program.
QString mimeType()
{
    return u"application/x-falconer-uploads"_s;
}

} // namespace

UploadList::UploadList(UploadQueue &queue, QList<Column<Upload>> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_queue(queue)
    , m_columns(std::move(columns))
{
    wire();
}

void UploadList::wire()
{
    connect(&m_queue, &UploadQueue::aboutToInsert, this,
        [this](int row) { beginInsertRows({}, row, row); });
    connect(&m_queue, &UploadQueue::inserted, this, [this] { endInsertRows(); });
    connect(&m_queue, &UploadQueue::aboutToRemove, this,
        [this](int row) { beginRemoveRows({}, row, row); });
    connect(&m_queue, &UploadQueue::removed, this, [this] { endRemoveRows(); });
    connect(&m_queue, &UploadQueue::aboutToReorder, this, &UploadList::prepareReorder);
    connect(&m_queue, &UploadQueue::reordered, this, &UploadList::finishReorder);
    connect(&m_queue, &UploadQueue::changed, this, &UploadList::touch);
}

void UploadList::prepareReorder()
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_persistent = persistentIndexList();
    m_persistentIds.clear();
    for (const QModelIndex &index : std::as_const(m_persistent))
        m_persistentIds << m_queue.uploads()[index.row()].id;
}

void UploadList::finishReorder()
{
    QModelIndexList moved;
    for (qsizetype i = 0; i < m_persistent.size(); ++i)
        moved << index(rowOf(m_persistentIds[i]), m_persistent[i].column());
    changePersistentIndexList(m_persistent, moved);
    m_persistent.clear();
    emit layoutChanged({}, VerticalSortHint);
}

const Upload *UploadList::uploadAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_queue.uploads()[row] : nullptr;
}

int UploadList::rowOf(qint64 id) const
{
    return m_queue.rowOf(id);
}

QList<qint64> UploadList::idsOf(const QModelIndexList &indexes) const
{
    std::set<int> rows;
    for (const QModelIndex &index : indexes)
        rows.insert(index.row());
    QList<qint64> ids;
    for (const int row : rows)
        ids << m_queue.uploads()[row].id;
    return ids;
}

void UploadList::touch(int row)
{
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int UploadList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_queue.uploads().size());
}

int UploadList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant UploadList::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const Upload &upload = m_queue.uploads()[index.row()];
    if (role == UploadRole)
        return QVariant::fromValue(upload);
    if (role == PagedModelBase::KeyRole)
        return QString::number(upload.id);
    return columnData(m_columns[index.column()], upload, role);
}

QVariant UploadList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    return columnHeader(m_columns[section], role);
}

// Between the rows, not onto them.
Qt::ItemFlags UploadList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return QAbstractTableModel::flags(index) | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

bool UploadList::moveRows(const QModelIndex &sourceParent, int sourceRow, int count,
    const QModelIndex &destinationParent, int destinationChild)
{
    if (sourceParent.isValid() || destinationParent.isValid() || count < 1 || sourceRow < 0
        || sourceRow + count > rowCount() || destinationChild < 0 || destinationChild > rowCount()
        || (destinationChild >= sourceRow && destinationChild <= sourceRow + count))
        return false; // also when they stand there already
    QList<qint64> ids;
    for (int row = sourceRow; row < sourceRow + count; ++row)
        ids << m_queue.uploads()[row].id;
    m_queue.moveTo(ids, destinationChild);
    return true;
}

QStringList UploadList::mimeTypes() const
{
    return { mimeType() };
}

QMimeData *UploadList::mimeData(const QModelIndexList &indexes) const
{
    auto *const data = new QMimeData;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << quintptr(&m_queue) << idsOf(indexes);
    data->setData(mimeType(), bytes);
    return data;
}

QList<qint64> UploadList::idsIn(const QMimeData &data) const
{
    quintptr queue = 0;
    QList<qint64> ids;
    QDataStream stream(data.data(mimeType()));
    stream >> queue >> ids;
    if (stream.status() != QDataStream::Ok || queue != quintptr(&m_queue))
        return {};
    ids.removeIf([this](qint64 id) { return rowOf(id) < 0; }); // ended during the drag
    return ids;
}

bool UploadList::canDropMimeData(
    const QMimeData *data, Qt::DropAction action, int, int, const QModelIndex &) const
{
    return action == Qt::MoveAction && !idsIn(*data).isEmpty();
}

bool UploadList::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    const QList<qint64> ids = idsIn(*data);
    if (action != Qt::MoveAction || ids.isEmpty())
        return false;
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    m_queue.moveTo(ids, before);
    return true;
}

} // namespace falconer
