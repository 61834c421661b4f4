// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/uploadsclosing.h"

#include "services/uploads/uploadqueue.h"
#include "services/uploads/uploadrules.h"
#include "ui/uploads/closingsheet.h"

#include <QWidget>

namespace falconer {

UploadsClosing::UploadsClosing(UploadQueue &queue, QWidget *window)
    : QObject(window)
    , m_queue(queue)
    , m_window(window)
{
    connect(&queue, &UploadQueue::storageFailed, this, &UploadsClosing::withdraw);
    connect(&queue, &UploadQueue::storageRecovered, this, &UploadsClosing::withdraw);
    connect(&queue, &UploadQueue::totalsChanged, this, &UploadsClosing::closeLooked);
}

QueueKeeping UploadsClosing::keeping() const
{
    if (!m_isKept)
        return QueueKeeping::OfDemo;
    return m_queue.storageError() ? QueueKeeping::NotOnDisk : QueueKeeping::Kept;
}

// What waits for somebody to sign in, or to answer, only waits on, if the queue is kept.
bool UploadsClosing::wouldInterrupt(const Upload &upload) const
{
    if (upload.profileId == m_passing)
        return false;
    return keeping() == QueueKeeping::Kept ? goesOnByItself(upload) : !isFinished(upload.state);
}

// What leaving the program would interrupt.
QList<qint64> UploadsClosing::underWay() const
{
    QList<qint64> ids;
    for (const Upload &upload : m_queue.uploads()) {
        if (wouldInterrupt(upload))
            ids << upload.id;
    }
    return ids;
}

bool UploadsClosing::isLooking() const
{
    const QStringList profiles = m_queue.lookingFor();
    return profiles.count(m_passing) < profiles.size();
}

bool UploadsClosing::mayClose()
{
    const int count = int(underWay().size());
    if (m_hasAnswered || (count == 0 && !isLooking()))
        return true;
    if (m_sheet)
        return false;
    m_closesLooked = isLooking();
    const bool isNotYet = m_closesLooked && keeping() == QueueKeeping::Kept;
    m_sheet = new ClosingSheet(count, isNotYet ? QueueKeeping::NotYet : keeping(), m_window);
    connect(m_sheet, &ClosingSheet::stopChosen, this, &UploadsClosing::stopAll);
    connect(m_sheet, &ClosingSheet::goOnChosen, this, [this] {
        m_queue.suspend();
        close();
    });
    m_sheet->open();
    return false;
}

// What its sheet promises is true no longer.
void UploadsClosing::withdraw()
{
    if (m_sheet)
        m_sheet->reject();
}

// They are in the queue now: closing asks about that, or need not ask.
void UploadsClosing::closeLooked()
{
    if (!m_sheet || m_sheet->isHidden() || !m_closesLooked || isLooking())
        return; // nobody waits, or any more
    m_sheet->reject();
    m_sheet.clear();
    QMetaObject::invokeMethod(m_window, &QWidget::close, Qt::QueuedConnection);
}

void UploadsClosing::stopAll()
{
    m_queue.pause(underWay());
    close();
}

void UploadsClosing::close()
{
    m_hasAnswered = true;
    m_window->close();
}

} // namespace falconer
