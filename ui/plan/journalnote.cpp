// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/journalnote.h"

#include <QCoreApplication>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 20;

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::JournalNote)
};

} // namespace

void writeToJournal(const SheetContext &context, JournalEntry entry)
{
    if (context.journal == nullptr)
        return;
    entry.at = QDateTime::currentDateTimeUtc();
    entry.server = context.profile;
    entry.user = context.user;
    context.journal->add(entry);
}

void writeToJournal(const SheetContext &context, JournalEntry::What what, const QString &subject)
{
    writeToJournal(context, what, QStringList{ subject });
}

void writeToJournal(
    const SheetContext &context, JournalEntry::What what, const QStringList &done, qsizetype failed)
{
    if (done.isEmpty())
        return;
    writeToJournal(context,
        { .what = what,
            .subject = journalNames(done),
            .asked = done.size() + failed,
            .done = done.size(),
            .failed = failed });
}

QString journalNames(const QStringList &names)
{
    QStringList shown = names.first(std::min(names.size(), mostNamed));
    if (names.size() > mostNamed)
        shown << Words::tr("%n more", nullptr, int(names.size() - mostNamed));
    return shown.join(u", "_s);
}

} // namespace falconer
