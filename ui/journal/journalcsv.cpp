// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalcsv.h"

#include "services/deployment/journalword.h"
#include "ui/export/csvcell.h"
#include "ui/journal/journaltext.h"

namespace falconer {

QByteArray journalCsv(const QList<JournalEntry> &entries)
{
    QByteArray csv = "\xef\xbb\xbf"
                     "time,server,user,event,subject,asked,done,failed,text\r\n";
    for (const JournalEntry &entry : entries) {
        const QStringList cells{ entry.at.toUTC().toString(Qt::ISODateWithMs),
            csvCell(entry.server), csvCell(entry.user), journalWord(entry.what),
            csvCell(entry.subject), QString::number(entry.asked), QString::number(entry.done),
            QString::number(entry.failed), csvCell(journalText(entry)) };
        csv += cells.join(QLatin1Char(',')).toUtf8() + "\r\n";
    }
    return csv;
}

} // namespace falconer
