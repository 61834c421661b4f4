// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/newsetsheet.h"

#include "services/repository/settypebook.h"
#include "ui/composition/compositiontext.h"
#include "ui/plan/journalnote.h"
#include "ui/shared/banner.h"
#include "ui/shared/formfield.h"
#include "ui/shared/typecolour.h"

#include <QComboBox>
#include <QLineEdit>

namespace falconer {

using namespace Qt::StringLiterals;

NewSetSheet::NewSetSheet(const RepositoryContext &context, SetTypeBook &book, QWidget *window)
    : SetFormSheet(context, window)
    , m_book(book)
    , m_type(new QComboBox(this))
{
    setTitle(tr("New distribution set"));
    m_type->setObjectName(u"type"_s);
    addNameFields();
    versionEdit()->setText(u"1.0.0"_s);
    m_typeField = addField(tr("Type"), m_type, u"type"_s);
    addTextFields();
    setButtons(tr("Create"));
    connect(m_type, &QComboBox::currentIndexChanged, this, &NewSetSheet::showRules);
    connect(&book, &SetTypeBook::changed, this, &NewSetSheet::showTypes);
    showTypes();
    if (!book.isRead())
        book.read();
}

void NewSetSheet::showTypes()
{
    const QString chosen = m_type->currentData().toString();
    const QSignalBlocker quiet(m_type);
    m_type->clear();
    QStringList colours;
    for (const SetTypeRules &rules : m_book.types()) {
        m_type->addItem(rules.type.name, rules.type.key);
        colours << rules.type.colour;
    }
    setItemColours(*m_type, colours);
    m_type->setCurrentIndex(std::max(0, m_type->findData(chosen)));
    if (m_book.error())
        banner().showError(*m_book.error(), context().profile);
    setObstacle(m_type->count() > 0 ? QString()
            : m_book.isRead()       ? tr("There is no type of distribution sets: make one first.")
                                    : tr("The types are still being read."));
    showRules();
}

void NewSetSheet::showRules()
{
    const std::optional<SetTypeRules> rules = m_book.rulesOf(m_type->currentData().toString());
    m_typeField->setHint(rules ? rulesText(*rules) : QString());
}

void NewSetSheet::submit()
{
    const std::optional<Typed> values = typed();
    if (!values)
        return;
    const NewDistributionSet wanted{ .name = values->name,
        .version = values->version,
        .type = m_type->currentData().toString(),
        .description = values->description,
        .requiredMigrationStep = values->requiredMigrationStep };
    beginSending(tr("Creating..."));
    m_creation.create(
        client(), wanted, [this, type = wanted.type](const Result<DistributionSet> &answer) {
            if (!answer)
                return showRefusal(answer.error(), type);
            writeToJournal(context(), JournalEntry::What::SetCreated, titleOf(*answer));
            emit created(answer->id);
            succeed();
        });
}

} // namespace falconer
