// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/editsetsheet.h"

#include "services/hawkbit/dialect.h"
#include "services/repository/setcreation.h"
#include "ui/composition/compositiontext.h"
#include "ui/plan/journalnote.h"
#include "ui/shared/banner.h"
#include "ui/shared/formfield.h"

#include <QCheckBox>
#include <QLabel>

namespace falconer {

using namespace Qt::StringLiterals;

EditSetSheet::EditSetSheet(
    const RepositoryContext &context, const DistributionSet &set, QWidget *window)
    : SetFormSheet(context, window)
    , m_set(set)
    , m_holdsStep(context.server.dialect.detailedActionStatus)
{
    setTitle(tr("Edit %1").arg(titleOf(set)));
    addNameFields();
    auto *const type = new QLabel(typeText(set), this);
    addField(tr("Type"), type)->setHint(tr("The type stays for ever."));
    addTextFields();
    fill({ set.name, set.version, set.description, set.requiredMigrationStep });
    connect(migrationBox(), &QCheckBox::toggled, this, &EditSetSheet::showLock);
    showLock();
}

bool EditSetSheet::needsUnlock() const
{
    const bool isOtherStep = migrationBox()->isChecked() != m_set.requiredMigrationStep;
    return m_set.locked && (m_wasRefused || (m_holdsStep && isOtherStep));
}

// Said before anything is sent, as far as it is known.
void EditSetSheet::showLock()
{
    setButtons(needsUnlock() ? tr("Unlock and save") : tr("Save"));
    if (!needsUnlock())
        return banner().clear();
    banner().showMessage(Tone::Attention,
        m_wasRefused ? tr("The set is locked, so the server did not take this.")
                     : tr("The set is locked: whether devices must go through it cannot change."),
        tr("Saving unlocks it first; its modules stay locked. Lock it again afterwards, or make a "
           "new version instead."));
}

void EditSetSheet::submit()
{
    const std::optional<Typed> values = typed();
    if (!values)
        return;
    const DistributionSetChange change = setChange(m_set,
        { .name = values->name,
            .version = values->version,
            .description = values->description,
            .requiredMigrationStep = values->requiredMigrationStep });
    if (change == DistributionSetChange())
        return closeSheet();
    if (needsUnlock())
        unlock(change);
    else
        save(change);
}

void EditSetSheet::unlock(const DistributionSetChange &change)
{
    beginSending(tr("Unlocking..."));
    m_call = client().send(updateDistributionSet(m_set.id, { .locked = false }),
        [this, change](const Result<DistributionSet> &answer) {
            if (!answer)
                return refuse(answer.error());
            m_set.locked = false;
            setButtons(tr("Save")); // whatever comes of the rest
            save(change);
        });
}

void EditSetSheet::save(const DistributionSetChange &change)
{
    beginSending(tr("Saving..."));
    m_call = client().send(updateDistributionSet(m_set.id, change),
        [this](const Result<DistributionSet> &answer) { answered(answer); });
}

void EditSetSheet::answered(const Result<DistributionSet> &answer)
{
    if (answer) {
        writeToJournal(context(), JournalEntry::What::SetChanged, titleOf(m_set));
        return succeed();
    }
    if (answer.error().kind != ErrorKind::Locked)
        return showRefusal(answer.error(), m_set.type);
    m_set.locked = true; // since it was read
    m_wasRefused = true;
    endSending();
    showLock();
}

} // namespace falconer
