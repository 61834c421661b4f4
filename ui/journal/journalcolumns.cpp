// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalcolumns.h"

#include "ui/journal/journaltext.h"

#include <QCoreApplication>
#include <QLocale>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::JournalColumns)
};

QString localTime(const JournalEntry &entry)
{
    return QLocale().toString(entry.at.toLocalTime(), u"d MMM yyyy HH:mm:ss"_s);
}

QString utcTime(const JournalEntry &entry)
{
    return Words::tr("%1 UTC").arg(entry.at.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s));
}

} // namespace

QList<Column<JournalEntry>> journalColumns()
{
    return {
        { .id = u"time"_s,
            .title = Words::tr("Time"),
            .text = localTime,
            .width = 176,
            .toolTip = utcTime },
        { .id = u"server"_s,
            .title = Words::tr("Server"),
            .text = [](const JournalEntry &entry) { return entry.server; },
            .width = 130 },
        { .id = u"user"_s,
            .title = Words::tr("User"),
            .text = [](const JournalEntry &entry) { return entry.user; },
            .width = 110 },
        { .id = u"what"_s,
            .title = Words::tr("What"),
            .text = journalText,
            .width = 300,
            .look = journalLook },
    };
}

} // namespace falconer
