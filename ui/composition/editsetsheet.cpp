// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/editsetsheet.h"

#include "services/hawkbit/dialect.h"
#include "ui/composition/compositiontext.h"
#include "ui/shared/formfield.h"

#include <QCheckBox>
#include <QLabel>

namespace falconer {

using namespace Qt::StringLiterals;

EditSetSheet::EditSetSheet(
    const RepositoryContext &context, const DistributionSet &set, QWidget *window)
    : SetFormSheet(context, window)
    , m_set(set)
{
    setTitle(tr("Edit %1").arg(titleOf(set)));
    addNameFields();
    auto *const type = new QLabel(typeText(set), this);
    addField(tr("Type"), type)->setHint(tr("The type stays for ever."));
    addTextFields();
    fill({ set.name, set.version, set.description, set.requiredMigrationStep });
    // Up to 0.9 a lock does not keep it (hawkbit-api 1.10).
    if (set.locked && context.server.dialect.detailedActionStatus) {
        migrationBox()->setEnabled(false);
        migrationBox()->setToolTip(tr("The set is locked: unlock it first."));
    }
    setButtons(tr("Save"));
}

void EditSetSheet::submit()
{
    const std::optional<Typed> values = typed();
    if (!values)
        return;
    DistributionSetChange change;
    if (values->name != m_set.name)
        change.name = values->name;
    if (values->version != m_set.version)
        change.version = values->version;
    if (values->description != m_set.description)
        change.description = values->description;
    if (values->requiredMigrationStep != m_set.requiredMigrationStep)
        change.requiredMigrationStep = values->requiredMigrationStep;
    if (change == DistributionSetChange())
        return closeSheet();
    beginSending(tr("Saving..."));
    m_call = client().send(
        updateDistributionSet(m_set.id, change), [this](const Result<DistributionSet> &answer) {
            if (!answer)
                return showRefusal(answer.error(), m_set.type);
            succeed();
        });
}

} // namespace falconer
