// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/tagsheet.h"

#include "services/http/client.h"
#include "ui/shared/formfield.h"
#include "ui/types/colourfield.h"

#include <QLineEdit>

namespace falconer {

using namespace Qt::StringLiterals;

TagSheet::TagSheet(
    const RepositoryContext &context, const std::optional<DistributionSetTag> &tag, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_client(context.client)
    , m_tag(tag)
    , m_name(new QLineEdit(tag ? tag->name : QString(), this))
    , m_description(new QLineEdit(tag ? tag->description : QString(), this))
    , m_colour(new ColourField(tag ? tag->colour : QString(), this))
{
    setTitle(tag ? tr("Edit the tag %1").arg(tag->name) : tr("New tag for distribution sets"));
    m_name->setObjectName(u"tagName"_s);
    m_name->setMaxLength(128);
    m_nameField = addField(tr("Name"), m_name, u"name"_s);
    m_description->setObjectName(u"tagDescription"_s);
    m_description->setMaxLength(512);
    addField(tr("Description"), m_description, u"description"_s);
    m_colourField = addField(tr("Colour"), m_colour, u"colour"_s);
    connect(m_colour, &ColourField::edited, this, [this] { m_colourField->setProblem({}); });
    setFirstField(m_name);
    setButtons(tag ? tr("Save") : tr("Create"));
}

NewDistributionSetTag TagSheet::typed() const
{
    return { .name = m_name->text().trimmed(),
        .description = m_description->text(),
        .colour = m_colour->colour() };
}

bool TagSheet::isComplete(const NewDistributionSetTag &wanted)
{
    if (!m_colour->isValid())
        refuse(m_colourField, tr("This is no colour: write it as #3584e4, or by its name."));
    if (wanted.name.isEmpty())
        refuse(m_nameField, tr("A name is wanted."));
    return m_colour->isValid() && !wanted.name.isEmpty();
}

void TagSheet::submit()
{
    const NewDistributionSetTag wanted = typed();
    if (!isComplete(wanted))
        return;
    if (m_tag)
        change(wanted);
    else
        create(wanted);
}

void TagSheet::create(const NewDistributionSetTag &wanted)
{
    beginSending(tr("Creating..."));
    m_call = m_client.send(createDistributionSetTags({ wanted }),
        [this](const Result<QList<DistributionSetTag>> &answer) {
            if (!answer)
                return refuseTag(answer.error());
            const DistributionSetTag tag = answer->value(0);
            succeed();
            emit created(tag);
        });
}

// What is as it was is not sent: somebody else may have changed it meanwhile.
void TagSheet::change(const NewDistributionSetTag &wanted)
{
    DistributionSetTagChange change;
    if (wanted.name != m_tag->name)
        change.name = wanted.name;
    if (wanted.description != m_tag->description)
        change.description = wanted.description;
    if (wanted.colour != m_tag->colour)
        change.colour = wanted.colour;
    if (change == DistributionSetTagChange())
        return closeSheet();
    beginSending(tr("Saving..."));
    m_call = m_client.send(updateDistributionSetTag(m_tag->id, change),
        [this](const Result<DistributionSetTag> &answer) {
            if (!answer)
                return refuseTag(answer.error());
            succeed();
        });
}

void TagSheet::refuseTag(const Error &error)
{
    if (error.code == "repo.entityAlreadyExists"_L1)
        return refuse(m_nameField, tr("There is a tag %1 already.").arg(typed().name));
    refuse(error);
}

} // namespace falconer
