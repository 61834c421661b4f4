// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/upload.h"

#include <QObject>
#include <QPointer>

namespace falconer {

class ClosingSheet;
enum class QueueKeeping;
class UploadQueue;

// Asks before a window closes, where that would interrupt uploads or what is still to be queued,
// and closes it if that is the answer.
class UploadsClosing final : public QObject {
    Q_OBJECT

public:
    UploadsClosing(UploadQueue &queue, QWidget *window);

    // Not: all uploads end with the program, and the question says so.
    void setKept(bool kept) { m_isKept = kept; }
    // A profile whose uploads end with the program: nothing is asked about them.
    void setPassing(const QString &profileId) { m_passing = profileId; }

    bool mayClose();        // false: it asks
    bool isLooking() const; // at what is to come into the queue

private:
    QueueKeeping keeping() const;
    bool wouldInterrupt(const Upload &upload) const;
    QList<qint64> underWay() const;
    void withdraw();
    void closeLooked();
    void stopAll();
    void close();

    UploadQueue &m_queue;
    QWidget *m_window;
    QString m_passing;
    bool m_isKept = true;
    QPointer<ClosingSheet> m_sheet;
    bool m_closesLooked = false; // the sheet waits for files to be looked at
    bool m_hasAnswered = false;  // closing is what was wanted
};

} // namespace falconer
