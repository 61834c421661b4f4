// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setssheet.h"

#include "models/softwaretitles.h"

namespace falconer {

using namespace Qt::StringLiterals;

using Sets = SelectedItems<DistributionSet>;

namespace {

JournalEntry::What journalWord(SetDeed deed)
{
    switch (deed) {
    case SetDeed::Delete:
        return JournalEntry::What::SetDeleted;
    case SetDeed::Lock:
        return JournalEntry::What::SetLocked;
    case SetDeed::Unlock:
        return JournalEntry::What::SetUnlocked;
    }
    Q_UNREACHABLE();
}

} // namespace

SetsSheet::SetsSheet(
    const RepositoryContext &context, SetDeed deed, const SetSelection &selection, QWidget *window)
    : SeriesSheet(
        context.sheets, deed == SetDeed::Delete ? Weight::Dangerous : Weight::Harmless, window)
    , m_context(context)
    , m_deed(deed)
    , m_selection(selection)
{
    find();
}

void SetsSheet::find()
{
    showFinding(setsTitle(m_deed, m_selection.count));
    if (m_selection.isAtHand())
        return take({ m_selection.items });
    m_finder.find(m_context.client, m_selection, listDistributionSets,
        [this](const Result<Sets::Found> &found) {
            if (found)
                take(*found);
            else
                failToFind(found.error());
        });
}

void SetsSheet::take(const Sets::Found &found)
{
    m_sets = found.items;
    m_isLimited = found.limited;
    if (m_deed == SetDeed::Delete && !m_sets.isEmpty())
        readFates();
    else
        askNow();
}

// Nobody should delete without knowing what it does.
void SetsSheet::readFates()
{
    m_reader.read(m_context.client, m_sets, [this](const QList<SetFate> &fates) {
        m_fates = fates;
        askNow();
    });
}

void SetsSheet::askNow()
{
    m_toDo = setsToDo(m_deed, m_sets, m_context.server);
    QList<ConsequenceLine> lines = setsLines(m_deed, m_sets, m_fates, m_context.server);
    if (m_isLimited)
        lines.prepend(limitLine(Sets::limit, m_selection.count));
    ask({ .what = journalWord(m_deed),
        .title = setsTitle(m_deed, m_toDo.size()),
        .deed = setsButton(m_deed),
        .lines = lines,
        .names = titlesWhere(m_toDo, [](const DistributionSet &) { return true; }),
        .obstacle = m_toDo.isEmpty() ? leftOutText(m_deed) : QString() });
}

void SetsSheet::act(qsizetype index, Series::Done done)
{
    const DistributionSet &set = m_toDo.at(index);
    switch (m_deed) {
    case SetDeed::Delete:
        return m_deletion.remove(m_context.client, set.id, std::move(done));
    case SetDeed::Lock:
        return m_lock.lock(m_context.client, set.id, std::move(done));
    case SetDeed::Unlock:
        return m_lock.unlock(m_context.client, set, true, std::move(done));
    }
}

void SetsSheet::ended()
{
    if (m_deed != SetDeed::Delete)
        return;
    QStringList left;
    for (qsizetype i = 0; i < items().size(); ++i) {
        if (items().at(i).state != Series::Item::State::Done)
            left << QString::number(m_toDo.at(i).id);
    }
    emit deleted(left);
}

} // namespace falconer
