// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/newtagsheet.h"

#include "services/http/client.h"
#include "ui/connect/environment.h"
#include "ui/shared/formfield.h"

#include <QComboBox>
#include <QLineEdit>

namespace falconer {

using namespace Qt::StringLiterals;

NewTagSheet::NewTagSheet(const RepositoryContext &context, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_client(context.client)
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_colour(new QComboBox(this))
{
    setTitle(tr("New tag for distribution sets"));
    m_name->setObjectName(u"tagName"_s);
    m_name->setMaxLength(128);
    m_nameField = addField(tr("Name"), m_name, u"name"_s);
    addField(tr("Description"), m_description, u"description"_s);
    m_description->setMaxLength(512);
    for (const EnvironmentColour &one : environmentColours())
        m_colour->addItem(one.title, one.colour.isValid() ? one.colour.name() : QString());
    addField(tr("Colour"), m_colour, u"colour"_s);
    setFirstField(m_name);
    setButtons(tr("Create"));
}

void NewTagSheet::submit()
{
    const NewDistributionSetTag wanted{ .name = m_name->text().trimmed(),
        .description = m_description->text(),
        .colour = m_colour->currentData().toString() };
    m_nameField->setProblem(wanted.name.isEmpty() ? tr("A name is wanted.") : QString());
    if (wanted.name.isEmpty())
        return;
    beginSending(tr("Creating..."));
    m_call = m_client.send(createDistributionSetTags({ wanted }),
        [this, name = wanted.name](const Result<QList<DistributionSetTag>> &answer) {
            if (!answer && answer.error().code == "repo.entityAlreadyExists"_L1) {
                return refuse(m_nameField, tr("There is a tag %1 already.").arg(name));
            }
            if (!answer)
                return refuse(answer.error());
            const DistributionSetTag tag = answer->value(0);
            succeed();
            emit created(tag);
        });
}

} // namespace falconer
