// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/invalidatesheet.h"

#include "services/hawkbit/dialect.h"
#include "ui/composition/compositiontext.h"
#include "ui/composition/invalidationtext.h"
#include "ui/plan/consequencelist.h"
#include "ui/plan/journalnote.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

InvalidateSheet::InvalidateSheet(
    const RepositoryContext &context, const DistributionSet &set, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_client(context.client)
    , m_set(set)
    , m_lines(new ConsequenceList(this))
    , m_choices(new QButtonGroup(this))
{
    setTitle(tr("Invalidate %1").arg(titleOf(set)));
    addPart(m_lines);
    addPart(newSheetLine(this));
    addPart(new QLabel(tr("What becomes of the actions that run:"), this));
    addChoice(ActionCancelation::Soft, u"soft"_s, tr("Soft: ask the devices to cancel"),
        tr("An action ends when its device agrees; one that installs already may go on."));
    addChoice(ActionCancelation::Force, u"force"_s, tr("Force: end them on the server at once"),
        tr("A device that is installing is not asked and may go on without being heard."));
    addChoice(ActionCancelation::None, u"none"_s, tr("None: let them and rollouts go on"),
        tr("What was assigned is still installed; only nothing new is assigned."));
    setButtons(tr("Invalidate"), tr("Keep"));
    setDangerous();
    connect(m_choices, &QButtonGroup::idToggled, this, &InvalidateSheet::showLines);
    showLines();
    // Nobody should invalidate without knowing what it stops, as far as the server tells.
    setObstacle(tr("What it stops is being counted..."));
    m_gatherer.start(
        context.client, context.server.dialect, set.id, [this](const InvalidationImpact &impact) {
            m_impact = impact;
            showLines();
            setObstacle({});
        });
}

void InvalidateSheet::addChoice(
    ActionCancelation cancelation, const QString &name, const QString &text, const QString &meaning)
{
    auto *const box = new QWidget(this);
    auto *const button = new QRadioButton(text, box);
    button->setObjectName(name);
    button->setAccessibleDescription(meaning);
    button->setChecked(cancelation == ActionCancelation::Soft);
    m_choices->addButton(button, int(cancelation));
    auto *const words = new QLabel(meaning, box);
    words->setProperty("look", u"secondary"_s);
    words->setWordWrap(true);
    words->setContentsMargins(20, 0, 0, 0);
    auto *const layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(1);
    layout->addWidget(button);
    layout->addWidget(words);
    addPart(box);
}

ActionCancelation InvalidateSheet::chosen() const
{
    return ActionCancelation(m_choices->checkedId());
}

void InvalidateSheet::showLines()
{
    m_lines->setLines(invalidationLines(m_set, m_impact, chosen()));
}

void InvalidateSheet::submit()
{
    beginSending(tr("Invalidating..."));
    m_call = m_client.send(
        invalidateDistributionSet(m_set.id, chosen()), [this](const Result<Nothing> &answer) {
            if (!answer)
                return refuse(answer.error());
            writeToJournal(context(), JournalEntry::What::SetInvalidated, titleOf(m_set));
            succeed();
        });
}

} // namespace falconer
