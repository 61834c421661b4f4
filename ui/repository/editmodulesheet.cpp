// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/editmodulesheet.h"

#include "models/softwaretitles.h"
#include "services/http/client.h"
#include "ui/plan/journalnote.h"
#include "ui/shared/formfield.h"

#include <QLineEdit>
#include <QPlainTextEdit>

namespace falconer {

using namespace Qt::StringLiterals;

EditModuleSheet::EditModuleSheet(
    const RepositoryContext &context, const SoftwareModule &module, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_client(context.client)
    , m_module(module)
    , m_vendor(new QLineEdit(module.vendor))
    , m_description(new QPlainTextEdit(module.description))
{
    build();
    compare();
}

void EditModuleSheet::build()
{
    setTitle(tr("Edit %1").arg(titleOf(m_module)));
    setButtons(tr("Save"));
    const std::pair<QString, QString> fixed[]{ { tr("Name"), m_module.name },
        { tr("Version"), m_module.version }, { tr("Type"), typeText(m_module) } };
    for (const auto &[label, text] : fixed) {
        FormField *const field = addField(label, new QLineEdit(text));
        field->setFixed(tr("hawkBit never lets a module's name, version and type change."));
        if (label != fixed[2].first)
            field->setHint({}); // said once, below the last one
    }
    addField(tr("Ven&dor"), m_vendor, u"vendor"_s);
    addField(tr("De&scription"), m_description, u"description"_s);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(84);
    setFirstField(m_vendor);
    connect(m_vendor, &QLineEdit::textChanged, this, &EditModuleSheet::compare);
    connect(m_description, &QPlainTextEdit::textChanged, this, &EditModuleSheet::compare);
}

// What is as it was is not sent: somebody else may have changed it meanwhile.
SoftwareModuleChange EditModuleSheet::change() const
{
    SoftwareModuleChange change;
    if (m_vendor->text() != m_module.vendor)
        change.vendor = m_vendor->text();
    if (m_description->toPlainText() != m_module.description)
        change.description = m_description->toPlainText();
    return change;
}

void EditModuleSheet::compare()
{
    setObstacle(change() == SoftwareModuleChange{} ? tr("Nothing is changed yet.") : QString());
}

void EditModuleSheet::submit()
{
    beginSending(tr("The module is being changed..."));
    m_call = m_client.send(
        updateSoftwareModule(m_module.id, change()), [this](const Result<SoftwareModule> &answer) {
            if (!answer)
                return refuse(answer.error());
            writeToJournal(context(), JournalEntry::What::ModuleChanged, titleOf(m_module));
            succeed();
        });
}

} // namespace falconer
