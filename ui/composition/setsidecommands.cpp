// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/live/feed.h"
#include "ui/composition/clonesetsheet.h"
#include "ui/composition/compositiontext.h"
#include "ui/composition/deletesetsheet.h"
#include "ui/composition/differencesheet.h"
#include "ui/composition/editsetsheet.h"
#include "ui/composition/invalidatesheet.h"
#include "ui/composition/newsetsheet.h"
#include "ui/composition/rowmarks.h"
#include "ui/composition/setdrops.h"
#include "ui/composition/setsplan.h"
#include "ui/composition/setssheet.h"
#include "ui/composition/setsside.h"
#include "ui/composition/unlocksetsheet.h"
#include "ui/plan/journalnote.h"
#include "ui/repository/modulemimedata.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/loadbanner.h"

namespace falconer {

void SetsSide::run(SetCommand command)
{
    if (!verdict(command).allowed)
        return;
    const std::optional<SetDeed> deed = deedOf(command);
    if (deed && selectedCount() > 1)
        return openSeveral(*deed);
    const DistributionSet set = currentSet().value_or(DistributionSet());
    const auto show = [this, id = set.id](FormSheet *sheet) {
        connect(sheet, &FormSheet::written, this, [this, id] { afterWrite(id); });
        sheet->open();
    };
    switch (command) {
    case SetCommand::New: {
        auto *const sheet = new NewSetSheet(m_context, m_types, this);
        connect(sheet, &NewSetSheet::created, this, &SetsSide::showCreated);
        return show(sheet);
    }
    case SetCommand::Clone: {
        auto *const sheet = new CloneSetSheet(m_context, set, this);
        connect(sheet, &CloneSetSheet::created, this, &SetsSide::showCreated);
        return show(sheet);
    }
    case SetCommand::Edit:
        return show(new EditSetSheet(m_context, set, this));
    case SetCommand::Compare:
        return openCompare();
    case SetCommand::Lock:
        return m_writer.lock(set);
    case SetCommand::Unlock:
        return openUnlock(set, {});
    case SetCommand::Invalidate:
        return show(new InvalidateSheet(m_context, set, this));
    case SetCommand::Delete:
        return openDelete(set);
    }
}

void SetsSide::showCreated(qint64 id)
{
    selectSet(id);
    emit created();
}

// What is gone is not selected any more.
void SetsSide::openDelete(const DistributionSet &set)
{
    auto *const sheet = new DeleteSetSheet(m_context, set, this);
    connect(sheet, &FormSheet::written, this, [this, id = set.id] { afterWrite(id); });
    connect(sheet, &DeleteSetSheet::deleted, &m_selection, &SelectionByKey::clearAll);
    sheet->open();
}

void SetsSide::openSeveral(SetDeed deed)
{
    auto *const sheet = new SetsSheet(m_context, deed, picked(), this);
    connect(sheet, &SetsSheet::deleted, this,
        [this](const QStringList &left) { m_selection.selectKeys(left); });
    connect(sheet, &SetsSheet::written, this, [this] { afterWrite(0); });
    sheet->open();
}

void SetsSide::openUnlock(const DistributionSet &set, const std::function<void()> &then)
{
    auto *const sheet = new UnlockSetSheet(m_context, set, this);
    connect(sheet, &FormSheet::written, this, [this, id = set.id] { afterWrite(id); });
    if (then)
        connect(sheet, &UnlockSetSheet::unlocked, this, then);
    sheet->open();
}

void SetsSide::openCompare()
{
    QList<DistributionSet> sets = picked().items;
    std::sort(sets.begin(), sets.end(), [](const DistributionSet &a, const DistributionSet &b) {
        return a.createdAt < b.createdAt; // the older one left
    });
    auto *const sheet = new DifferenceSheet(m_context.client, m_context.sheets, this);
    if (sets.size() == 2)
        sheet->compare(sets.first(), sets.last());
    else
        sheet->askForTarget(sets.first());
    sheet->open();
}

// Locked meanwhile: the way out is offered, and what was asked for is then done.
void SetsSide::showRefusal(const SetRefusal &refusal)
{
    if (refusal.error.kind != ErrorKind::Locked) {
        m_banner->showFailure(refusal.error);
        m_banner->offer(tr("Try again"), refusal.again);
        return;
    }
    m_banner->showNotice(tr("%1 is locked.").arg(titleOf(refusal.set)),
        tr("Unlock it and go on, or make a new version of it."));
    DistributionSet set = refusal.set;
    set.locked = true; // whatever was known before
    m_banner->offer(
        tr("Unlock..."), [this, set, again = refusal.again] { openUnlock(set, again); });
}

// Tags change nothing that devices get.
void SetsSide::writeDown(const SetChange &change)
{
    using What = JournalEntry::What;
    const auto write = [this](What what, const QString &subject) {
        writeToJournal(m_context.sheets, what, subject);
    };
    const QString title = titleOf(change.set);
    QStringList modules;
    for (const SoftwareModule &module : change.modules)
        modules << titleOf(module);
    const QString names = journalNames(modules);
    switch (change.what) {
    case SetChange::What::ModulesIn:
        return write(What::SetComposed, tr("%1 (put in: %2)").arg(title, names));
    case SetChange::What::ModulesOut:
        return write(What::SetComposed, tr("%1 (taken out: %2)").arg(title, names));
    case SetChange::What::Locked:
        return write(What::SetLocked, title);
    case SetChange::What::Unlocked:
        return write(What::SetUnlocked, title);
    case SetChange::What::Tags:
        break;
    }
}

void SetsSide::afterWrite(qint64 setId)
{
    m_model.applyPending();
    m_model.reload();
    m_context.feed.refresh();
    emit written(setId);
}

// A tag that is dropped on a selected set is for all that are selected.
QList<qint64> SetsSide::taggedWith(const DistributionSet &set) const
{
    const QList<qint64> several = severalSets();
    return several.contains(set.id) ? several : QList<qint64>{ set.id };
}

std::optional<DropVerdict> SetsSide::dropVerdict(
    const QMimeData &mime, const DistributionSet &set) const
{
    return falconer::dropVerdict(
        mime, set, taggedWith(set), m_types.rulesOf(set.type), m_context.server);
}

std::function<void()> SetsSide::dropDeed(const QMimeData &mime, const DistributionSet &set)
{
    const std::function<void()> deed = falconer::dropDeed(mime, set, taggedWith(set), m_writer);
    if (!ModuleMimeData::modulesOf(&mime))
        return deed;
    return [this, deed, id = set.id] {
        if (selectedCount() != 1 || !currentSet() || currentSet()->id != id)
            selectSet(id);
        emit composed();
        deed();
    };
}

void SetsSide::showDrag(const QMimeData *mime)
{
    const std::optional<DropVerdict> whole
        = mime ? wholeTableVerdict(*mime) : std::optional<DropVerdict>();
    if (!whole || !m_table->model())
        return;
    m_table->showDrag({ true, dragSentence(*mime) });
    m_marks->start([this, mime = QPointer<const QMimeData>(mime)](int row) {
        const std::optional<DistributionSet> set = setAt(row);
        const std::optional<DropVerdict> its
            = set && mime ? dropVerdict(*mime, *set) : std::nullopt;
        return its && its->allowed;
    });
}

void SetsSide::endDrag()
{
    m_marks->stop();
    m_table->endDrag();
}

} // namespace falconer
