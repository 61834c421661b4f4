// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journaltext.h"

#include "services/deployment/journalstore.h"

#include <QCoreApplication>
#include <QDir>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

using What = JournalEntry::What;

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::JournalText)
};

// With targets and their actions, n of them; without a subject several sets were meant.
QString deploymentText(What what, bool hasSubject, int n)
{
    switch (what) {
    case What::Assigned:
        return Words::tr("Assigned %1 to %n target(s)", nullptr, n);
    case What::Undone:
        return Words::tr("Undid the assignment of %1: asked %n target(s) to cancel", nullptr, n);
    case What::Cancelled:
        return hasSubject ? Words::tr("Asked %n target(s) to cancel %1", nullptr, n)
                          : Words::tr("Asked %n target(s) to cancel", nullptr, n);
    case What::Forced:
        return hasSubject ? Words::tr("Forced %n action(s) of %1", nullptr, n)
                          : Words::tr("Forced %n action(s)", nullptr, n);
    case What::ForceQuit:
        return hasSubject ? Words::tr("Force-quit %n action(s) of %1", nullptr, n)
                          : Words::tr("Force-quit %n action(s)", nullptr, n);
    case What::AssignedAgain:
        return hasSubject ? Words::tr("Assigned %1 to %n target(s) again", nullptr, n)
                          : Words::tr("Assigned to %n target(s) again", nullptr, n);
    case What::HistoryDeleted:
        return Words::tr("Deleted the history of %n action(s)", nullptr, n);
    default:
        return {};
    }
}

QString moduleText(What what, int n)
{
    switch (what) {
    case What::ModuleCreated:
        return Words::tr("Created the software module(s) %1", nullptr, n);
    case What::ModuleChanged:
        return Words::tr("Changed the software module(s) %1", nullptr, n);
    case What::ModuleLocked:
        return Words::tr("Locked the software module(s) %1", nullptr, n);
    case What::ModuleUnlocked:
        return Words::tr("Unlocked the software module(s) %1", nullptr, n);
    case What::ModuleDeleted:
        return Words::tr("Deleted the software module(s) %1", nullptr, n);
    case What::ArtifactDeleted:
        return Words::tr("Deleted the artifact %1");
    case What::Uploaded:
        return Words::tr("Uploaded %1");
    case What::FoundThere:
        return Words::tr("Found %1 on the server, with the same content");
    default:
        return {};
    }
}

QString setText(What what, int n)
{
    switch (what) {
    case What::SetCreated:
        return Words::tr("Created the distribution set(s) %1", nullptr, n);
    case What::SetChanged:
        return Words::tr("Changed the distribution set(s) %1", nullptr, n);
    case What::SetComposed:
        return Words::tr("Changed the modules of %1");
    case What::SetLocked:
        return Words::tr("Locked the distribution set(s) %1", nullptr, n);
    case What::SetUnlocked:
        return Words::tr("Unlocked the distribution set(s) %1", nullptr, n);
    case What::SetInvalidated:
        return Words::tr("Invalidated the distribution set(s) %1", nullptr, n);
    case What::SetDeleted:
        return Words::tr("Deleted the distribution set(s) %1", nullptr, n);
    case What::TypeCreated:
        return Words::tr("Created the type %1");
    case What::TypeChanged:
        return Words::tr("Changed the type %1");
    case What::TypeDeleted:
        return Words::tr("Deleted the type %1");
    default:
        return {};
    }
}

QString tailText(const JournalEntry &entry)
{
    QString text;
    const qint64 same = entry.asked - entry.done - entry.failed;
    if (entry.what == What::Assigned && same > 0)
        text += u", "_s + Words::tr("%n had it already", nullptr, int(same));
    if (entry.failed > 0)
        text += u", "_s + Words::tr("%n failed", nullptr, int(entry.failed));
    return text;
}

} // namespace

QString journalText(const JournalEntry &entry)
{
    const int done = int(entry.done);
    if (entry.what == What::Uploaded && done == 0)
        return Words::tr("Could not upload %1").arg(entry.subject);
    QString text = deploymentText(entry.what, !entry.subject.isEmpty(), done);
    if (text.isEmpty())
        text = moduleText(entry.what, done);
    if (text.isEmpty())
        text = setText(entry.what, done);
    if (text.contains("%1"_L1))
        text = text.arg(entry.subject);
    return text + tailText(entry);
}

CellLook journalLook(const JournalEntry &entry)
{
    if (entry.failed == 0)
        return {};
    return entry.done > 0 ? CellLook{ Meaning::Attention, Sign::Warning }
                          : CellLook{ Meaning::Failure, Sign::Failed };
}

QString journalTroubleText(const JournalStore &store)
{
    if (store.error())
        return Words::tr("The journal cannot be written to this computer's disk: what is new in "
                         "it is lost when Falconer ends.");
    if (store.putAside().isEmpty())
        return {};
    return Words::tr("The file of the journal was damaged and is now %1. A new one was begun.")
        .arg(QDir::toNativeSeparators(store.putAside()));
}

} // namespace falconer
