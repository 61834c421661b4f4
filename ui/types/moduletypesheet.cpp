// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/types/moduletypesheet.h"

#include "services/http/client.h"
#include "ui/shared/formfield.h"

#include <QSpinBox>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTypes = 500; // a page
constexpr int mostOfSpinBox = 999;

} // namespace

ModuleTypeSheet::ModuleTypeSheet(
    const TypesContext &context, const std::optional<SoftwareModuleType> &type, QWidget *window)
    : TypeForm(context, window)
    , m_type(type)
    , m_most(new QSpinBox)
    , m_least(new QSpinBox)
{
    build();
    if (type)
        show(*type);
}

void ModuleTypeSheet::build()
{
    setTitle(tr("New software module type"));
    setButtons(tr("Create the type"));
    addKeyAndName();
    m_most->setRange(0, mostOfSpinBox);
    m_most->setSpecialValueText(tr("any number"));
    m_most->setValue(1);
    m_mostField = addField(tr("&In a set"), m_most, u"maxAssignments"_s);
    m_mostField->setHint(
        tr("How many modules of the type a set may hold. It never changes afterwards."));
    m_least->setRange(0, mostOfSpinBox);
    m_least->setSpecialValueText(tr("none"));
    m_leastField = addField(tr("&Artifacts needed"), m_least, u"minArtifacts"_s);
    if (types().server.dialect.detailedActionStatus)
        m_leastField->setHint(tr("A module with fewer is incomplete."));
    else
        m_leastField->setFixed(tr("This server is older than 0.10 and does not know it."));
    addDescriptionAndColour();
}

void ModuleTypeSheet::show(const SoftwareModuleType &type)
{
    setTitle(tr("Edit %1").arg(type.name));
    setButtons(tr("Save"));
    showType(type.key, type.name, type.description, type.colour);
    const bool isAny = type.maxAssignments > mostOfSpinBox;
    m_most->setValue(isAny ? 0 : int(type.maxAssignments));
    m_least->setValue(int(type.minArtifacts));
    m_mostField->setFixed(tr("hawkBit never lets these numbers change."));
    m_mostField->setHint({}); // said once, below the last one
    m_leastField->setFixed(tr("hawkBit never lets these numbers change."));
    const auto compare = [this] {
        setObstacle(change() == TypeChange{} ? tr("Nothing is changed yet.") : QString());
    };
    connect(this, &TypeForm::edited, this, compare);
    compare();
}

void ModuleTypeSheet::submit()
{
    if (!isComplete())
        return;
    if (!m_type)
        return create();
    beginSending(tr("The type is being changed..."));
    m_call = types().client.send(updateSoftwareModuleType(m_type->id, change()),
        [this](const Result<SoftwareModuleType> &answer) {
            if (!answer)
                return refuse(answer.error());
            writeDown(JournalEntry::What::TypeChanged);
            succeed();
        });
}

void ModuleTypeSheet::create()
{
    const NewSoftwareModuleType wanted{ .key = key(),
        .name = name(),
        .description = description(),
        .colour = colour(),
        .maxAssignments = m_most->value() == 0 ? SoftwareModuleType::unlimited : m_most->value(),
        .minArtifacts = m_least->value() };
    sendNew(createSoftwareModuleTypes({ wanted }), listSoftwareModuleTypes({ .limit = mostTypes }));
}

} // namespace falconer
