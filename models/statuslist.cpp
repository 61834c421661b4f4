// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statuslist.h"

#include "models/meaning.h"
#include "models/pagedmodelbase.h"
#include "models/relativetime.h"
#include "services/timeline/messageparser.h"

#include <QLocale>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leastSkewMs = 2'000;

CellLook lookOf(const QString &type)
{
    if (type == "finished"_L1 || type == "downloaded"_L1)
        return { Meaning::Success, Sign::Done };
    if (type == "error"_L1)
        return { Meaning::Failure, Sign::Failed };
    if (type == "warning"_L1 || type == "cancel_rejected"_L1)
        return { Meaning::Attention, Sign::Warning };
    if (type == "wait_for_confirmation"_L1)
        return { Meaning::Attention, Sign::Waiting };
    if (type.startsWith("cancel"_L1))
        return { Meaning::Quiet, Sign::Invalid };
    if (type == "running"_L1 || type == "download"_L1)
        return { Meaning::Running, Sign::Running };
    return { Meaning::Quiet, Sign::Waiting };
}

QString messagesText(const ActionStatus &status)
{
    QStringList lines;
    for (const QString &message : joinPieces(status.messages))
        lines << readableMessage(message).trimmed();
    return lines.join(u'\n');
}

QString timeText(const QDateTime &time)
{
    return time.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
}

QString shortDeviceTime(const ActionStatus &status)
{
    const QDateTime device = status.timestamp.toLocalTime();
    const bool sameDay = device.date() == status.reportedAt.toLocalTime().date();
    return device.toString(sameDay ? u"HH:mm:ss"_s : u"d.M.yyyy"_s);
}

} // namespace

QString statusTypeText(const ActionStatus &status)
{
    if (status.type == "canceling"_L1)
        return StatusList::tr("cancelling");
    if (status.type == "canceled"_L1)
        return StatusList::tr("cancelled");
    QString type = status.type;
    return type.replace(u'_', u' ');
}

QString deviceTimeText(const ActionStatus &status)
{
    // A rollout's first entry has the time when the action was created there.
    if (status.messages.value(0).startsWith("Initiated by Rollout Group "_L1))
        return {};
    const bool differs = status.timestamp.isValid() && status.reportedAt.isValid()
        && qAbs(status.reportedAt.msecsTo(status.timestamp)) >= leastSkewMs;
    return differs ? exactTime(status.timestamp) : QString();
}

StatusList::StatusList(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void StatusList::setStatuses(qint64 actionId, QList<ActionStatus> statuses)
{
    std::ranges::sort(statuses, {}, &ActionStatus::id);
    const qsizetype known = m_statuses.size();
    const bool grows = actionId == m_actionId && statuses.size() >= known
        && std::equal(m_statuses.begin(), m_statuses.end(), statuses.begin());
    if (!grows) {
        beginResetModel();
        m_actionId = actionId;
        m_statuses = std::move(statuses);
        endResetModel();
        return;
    }
    const int count = int(statuses.size() - known);
    if (count == 0)
        return;
    const int first = m_newestFirst ? 0 : int(known);
    beginInsertRows({}, first, first + count - 1);
    m_statuses = std::move(statuses);
    endInsertRows();
}

void StatusList::setNewestFirst(bool newestFirst)
{
    if (newestFirst == m_newestFirst)
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_newestFirst = newestFirst;
    QModelIndexList mirrored;
    const QModelIndexList kept = persistentIndexList();
    for (const QModelIndex &old : kept)
        mirrored << index(int(m_statuses.size()) - 1 - old.row(), old.column());
    changePersistentIndexList(kept, mirrored);
    emit layoutChanged({}, VerticalSortHint);
}

int StatusList::rowOf(int index) const
{
    return m_newestFirst ? int(m_statuses.size()) - 1 - index : index;
}

const ActionStatus &StatusList::statusAt(int row) const
{
    return m_statuses[rowOf(row)];
}

int StatusList::rowOfEntry(qint64 entry) const
{
    const auto found = std::ranges::find(m_statuses, entry, &ActionStatus::id);
    return found == m_statuses.end() ? -1 : rowOf(int(found - m_statuses.begin()));
}

int StatusList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_statuses.size());
}

int StatusList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant StatusList::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    const ActionStatus &status = statusAt(index.row());
    QString code = status.code ? QString::number(*status.code) : QString();
    switch (role) {
    case EntryRole:
        return status.id;
    case MessageCountRole:
        return int(status.messages.size());
    case SearchRole:
        return QStringList{ statusTypeText(status), code, messagesText(status) }.join(u'\n');
    case CopyRole:
        return QStringList{ exactTime(status.reportedAt), statusTypeText(status), code,
            messagesText(status) }
            .join(u'\t');
    case Qt::ToolTipRole: {
        if (index.column() != TimeColumn)
            return {};
        const QString device = deviceTimeText(status);
        const QString exact = exactTime(status.reportedAt);
        return device.isEmpty() ? exact : exact + u'\n' + tr("device: %1").arg(device);
    }
    case PagedModelBase::MeaningRole:
    case PagedModelBase::SignRole: {
        const CellLook look = index.column() == TypeColumn ? lookOf(status.type) : CellLook{};
        return role == PagedModelBase::SignRole ? QVariant::fromValue(look.sign)
                                                : QVariant::fromValue(look.meaning);
    }
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case TimeColumn: {
        const QString device = deviceTimeText(status);
        return device.isEmpty()
            ? timeText(status.reportedAt)
            : timeText(status.reportedAt) + u'\n' + tr("device %1").arg(shortDeviceTime(status));
    }
    case TypeColumn:
        return statusTypeText(status);
    case CodeColumn:
        return code;
    default:
        return messagesText(status);
    }
}

QVariant StatusList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case TypeColumn:
        return tr("Type");
    case CodeColumn:
        return tr("Code");
    case MessagesColumn:
        return tr("Messages");
    default:
        return {};
    }
}

} // namespace falconer
