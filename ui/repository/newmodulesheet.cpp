// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/newmodulesheet.h"

#include "services/http/client.h"
#include "ui/plan/journalnote.h"
#include "ui/shared/banner.h"
#include "ui/shared/errortext.h"
#include "ui/shared/formfield.h"
#include "ui/shared/takentext.h"
#include "ui/shared/typecolour.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView lastTypeKey("repository/lastType");
constexpr int mostTypes = 500; // a page
constexpr int descriptionHeight = 52;

} // namespace

NewModuleSheet::NewModuleSheet(const RepositoryContext &context, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_repository(context)
    , m_type(new QComboBox)
    , m_name(new QLineEdit)
    , m_version(new QLineEdit)
    , m_vendor(new QLineEdit)
    , m_description(new QPlainTextEdit)
    , m_encrypted(new QCheckBox(tr("Store its artifacts encrypted")))
{
    build();
    askTypes();
}

void NewModuleSheet::build()
{
    setTitle(tr("New software module"));
    setButtons(tr("Create the module"));
    m_nameField = addField(tr("&Name"), m_name, u"name"_s);
    m_versionField = addField(tr("&Version"), m_version, u"version"_s);
    m_typeField = addField(tr("&Type"), m_type, u"type"_s);
    addField(tr("Ven&dor"), m_vendor, u"vendor"_s);
    addField(tr("De&scription"), m_description, u"description"_s);
    m_encryptedField = addField(tr("Encryption"), m_encrypted, u"encrypted"_s);
    m_encryptedField->setHint(tr("Only where the server has an encryption service."));
    m_versionField->setHint(tr("Name, version and type never change afterwards."));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(descriptionHeight);
    setFirstField(m_name);
    connect(&banner(), &Banner::actionTriggered, this, &NewModuleSheet::askTypes);
}

void NewModuleSheet::askTypes()
{
    banner().clear();
    setObstacle(tr("The module types are being read..."));
    m_types = m_repository.client.send(
        listSoftwareModuleTypes({ .limit = mostTypes, .sort = { u"name"_s, Qt::AscendingOrder } }),
        [this](const Result<Page<SoftwareModuleType>> &page) { takeTypes(page); });
}

void NewModuleSheet::takeTypes(const Result<Page<SoftwareModuleType>> &page)
{
    if (!page) {
        banner().showError(page.error(), context().profile);
        banner().setAction(tr("Try again"));
        return setObstacle(tr("The module types could not be read."));
    }
    QStringList colours;
    for (const SoftwareModuleType &type : page->content) {
        if (type.deleted)
            continue;
        m_type->addItem(type.name, type.key);
        m_type->setItemData(m_type->count() - 1, type.description, Qt::ToolTipRole);
        colours << type.colour;
    }
    setItemColours(*m_type, colours);
    if (m_type->count() == 0)
        return setObstacle(tr("The server has no module type yet: make one first."));
    const QString last = m_repository.settings.value(lastTypeKey).toString();
    m_type->setCurrentIndex(std::max(0, m_type->findData(last)));
    setObstacle({});
}

NewSoftwareModule NewModuleSheet::typed() const
{
    return { .name = m_name->text().trimmed(),
        .version = m_version->text().trimmed(),
        .type = m_type->currentData().toString(),
        .vendor = m_vendor->text().trimmed(),
        .description = m_description->toPlainText().trimmed(),
        .encrypted = m_encrypted->isChecked() };
}

bool NewModuleSheet::isComplete()
{
    const std::pair<QLineEdit *, FormField *> needed[]{ { m_version, m_versionField },
        { m_name, m_nameField } };
    bool isComplete = true;
    for (const auto &[edit, field] : needed) {
        if (!edit->text().trimmed().isEmpty())
            continue;
        refuse(field, tr("This is needed."));
        isComplete = false;
    }
    return isComplete;
}

void NewModuleSheet::submit()
{
    if (!isComplete())
        return;
    beginSending(tr("The module is being created..."));
    m_call = m_repository.client.send(createSoftwareModules({ typed() }),
        [this](const Result<QList<SoftwareModule>> &answer) { answered(answer); });
}

void NewModuleSheet::answered(const Result<QList<SoftwareModule>> &answer)
{
    if (answer) {
        m_repository.settings.setValue(lastTypeKey, m_type->currentData());
        const qint64 id = answer->isEmpty() ? 0 : answer->first().id;
        const NewSoftwareModule made = typed();
        writeToJournal(
            context(), JournalEntry::What::ModuleCreated, QString(made.name + u' ' + made.version));
        succeed();
        emit created(id);
        return;
    }
    const Error &error = answer.error();
    if (error.code == "repo.entityAlreadyExists"_L1)
        return lookForTaken();
    if (error.code == "artifact.encryptionNotSupported"_L1)
        return refuse(m_encryptedField, tr("This server has no encryption service."));
    refuse(error);
}

// The server does not tell what stands against it: a module in sight, or a hidden one.
void NewModuleSheet::lookForTaken()
{
    const NewSoftwareModule wanted = typed();
    const QString title = wanted.name + u' ' + wanted.version;
    m_taken.find(m_repository.client, TakenName::Of::SoftwareModule, wanted.name, wanted.version,
        wanted.type,
        [this, title](const auto &holder) { refuse(m_versionField, takenText(title, holder)); });
}

} // namespace falconer
