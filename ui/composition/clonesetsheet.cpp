// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/clonesetsheet.h"

#include "services/repository/nextversion.h"
#include "ui/composition/compositiontext.h"
#include "ui/shared/banner.h"
#include "ui/shared/errortext.h"
#include "ui/shared/formfield.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString modulesText(const DistributionSet &set)
{
    QStringList names;
    for (const SoftwareModule &module : set.modules)
        names << titleOf(module);
    names.sort();
    return names.isEmpty() ? CloneSetSheet::tr("none yet") : names.join(u'\n');
}

QString stepText(SetCloner::Step step)
{
    using Step = SetCloner::Step;
    const bool isTags = step == Step::ReadTags || step == Step::AssignTags;
    return isTags ? CloneSetSheet::tr("its tags are missing")
                  : CloneSetSheet::tr("its metadata are missing");
}

} // namespace

CloneSetSheet::CloneSetSheet(
    const RepositoryContext &context, const DistributionSet &set, QWidget *window)
    : SetFormSheet(context, window)
    , m_set(set)
    , m_cloner(context.client)
    , m_tags(new QCheckBox(tr("Copy its tags too"), this))
{
    setTitle(tr("New version of %1").arg(titleOf(set)));
    addNameFields();
    versionField()->setHint(tr("Proposed; the last one is %1").arg(set.version));
    addField(tr("Modules"), new QLabel(modulesText(set), this))
        ->setHint(tr("The new version has the same, and is not locked: drag others onto it then."));
    addTextFields();
    m_tags->setObjectName(u"copyTags"_s);
    m_tags->setChecked(true);
    addBox(m_tags);
    fill({ set.name, nextVersion(set.version), set.description, set.requiredMigrationStep });
    setFirstField(versionEdit());
    setButtons(tr("Create"));
    connect(&m_cloner, &SetCloner::finished, this, &CloneSetSheet::showResult);
    connect(&banner(), &Banner::actionTriggered, this, &CloneSetSheet::remove);
}

void CloneSetSheet::submit()
{
    if (m_cloner.created()) {
        beginSending(tr("Continuing..."));
        return m_cloner.resume();
    }
    const std::optional<Typed> values = typed();
    if (!values)
        return;
    CloneOrder order{ .source = m_set.id,
        .wanted = { .name = values->name,
            .version = values->version,
            .type = m_set.type,
            .description = values->description,
            .requiredMigrationStep = values->requiredMigrationStep },
        .copyTags = m_tags->isChecked() };
    for (const SoftwareModule &module : std::as_const(m_set.modules))
        order.wanted.modules << module.id;
    beginSending(tr("Creating..."));
    m_cloner.start(order);
}

void CloneSetSheet::showResult()
{
    if (!m_cloner.error()) {
        emit created(m_cloner.created()->id);
        return succeed();
    }
    if (!m_cloner.created())
        return showRefusal(*m_cloner.error(), m_set.type);
    endSending();
    const ErrorText text = errorText(*m_cloner.error(), context().profile);
    banner().showMessage(Tone::Failure,
        tr("%1 was made, but %2.").arg(titleOf(*m_cloner.created()), stepText(m_cloner.step())),
        text.sentence, text.details);
    for (QWidget *const field : { static_cast<QWidget *>(nameEdit()),
             static_cast<QWidget *>(versionEdit()), static_cast<QWidget *>(m_tags) })
        field->setEnabled(false);
    banner().setAction(tr("Delete it again"));
    setButtons(tr("Continue"), tr("Keep it as it is"));
}

void CloneSetSheet::remove()
{
    banner().clear();
    beginSending(tr("Deleting it again..."));
    m_call = client().send(
        deleteDistributionSet(m_cloner.created()->id), [this](const Result<Nothing> &answer) {
            if (!answer)
                return refuse(answer.error());
            succeed();
        });
}

void CloneSetSheet::reject()
{
    if (m_cloner.created())
        emit created(m_cloner.created()->id);
    SetFormSheet::reject();
}

} // namespace falconer
