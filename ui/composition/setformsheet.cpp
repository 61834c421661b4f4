// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setformsheet.h"

#include "ui/shared/banner.h"
#include "ui/shared/formfield.h"
#include "ui/shared/takentext.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldColumn = 122; // where the fields of a form begin

} // namespace

SetFormSheet::SetFormSheet(const RepositoryContext &context, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_client(context.client)
    , m_name(new QLineEdit(this))
    , m_version(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_migration(new QCheckBox(tr("Devices must go through this version"), this))
{
    m_name->setObjectName(u"name"_s);
    m_name->setMaxLength(128);
    m_version->setObjectName(u"version"_s);
    m_version->setMaxLength(64);
    m_description->setObjectName(u"description"_s);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(58);
    m_migration->setObjectName(u"migration"_s);
}

void SetFormSheet::addNameFields()
{
    m_nameField = addField(tr("Name"), m_name, u"name"_s);
    m_versionField = addField(tr("Version"), m_version, u"version"_s);
    setFirstField(m_name);
}

void SetFormSheet::addTextFields()
{
    addField(tr("Description"), m_description, u"description"_s);
    addBox(m_migration);
}

// Below the fields, in their column.
void SetFormSheet::addBox(QCheckBox *box)
{
    auto *const line = new QWidget(this);
    auto *const layout = new QHBoxLayout(line);
    layout->setContentsMargins(fieldColumn, 0, 0, 0);
    layout->addWidget(box);
    addPart(line);
}

void SetFormSheet::fill(const Typed &values)
{
    m_name->setText(values.name);
    m_version->setText(values.version);
    m_description->setPlainText(values.description);
    m_migration->setChecked(values.requiredMigrationStep);
}

std::optional<SetFormSheet::Typed> SetFormSheet::typed()
{
    Typed values{ .name = m_name->text().trimmed(),
        .version = m_version->text().trimmed(),
        .description = m_description->toPlainText(),
        .requiredMigrationStep = m_migration->isChecked() };
    m_nameField->setProblem(values.name.isEmpty() ? tr("A name is wanted.") : QString());
    m_versionField->setProblem(values.version.isEmpty() ? tr("A version is wanted.") : QString());
    if (values.name.isEmpty())
        m_name->setFocus(Qt::OtherFocusReason);
    else if (values.version.isEmpty())
        m_version->setFocus(Qt::OtherFocusReason);
    else
        return values;
    return {};
}

// It stays busy until it is known who holds the name.
void SetFormSheet::showRefusal(const Error &error, const QString &type)
{
    if (error.code != "repo.entityAlreadyExists"_L1)
        return refuse(error);
    const QString name = m_name->text().trimmed();
    const QString version = m_version->text().trimmed();
    const QString title = name + u' ' + version;
    m_taken.find(m_client, TakenName::Of::DistributionSet, name, version, type,
        [this, title](const auto &holder) {
            refuse(m_versionField, takenText(title, holder));
            m_version->selectAll();
        });
}

} // namespace falconer
