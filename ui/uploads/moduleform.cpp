// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/moduleform.h"

#include "ui/uploads/bringintext.h"
#include "ui/uploads/formnote.h"
#include "ui/uploads/namefields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace falconer {

using namespace Qt::StringLiterals;

ModuleForm::ModuleForm(const ModuleProposal &proposal, qint64 bytes, QWidget *parent)
    : QWidget(parent)
    , m_proposal(proposal)
    , m_wanted(new QCheckBox(this))
    , m_name(new QLineEdit(proposal.name, this))
    , m_version(new QLineEdit(proposal.version, this))
    , m_type(new QComboBox(this))
    , m_note(new FormNote(this))
{
    build(bytes);
    wire();
}

void ModuleForm::wire()
{
    connect(m_wanted, &QCheckBox::toggled, this, [this](bool wanted) {
        for (QWidget *const field : fields().mid(1))
            field->setEnabled(wanted);
        judge();
        emit edited();
    });
    connect(m_name, &QLineEdit::textEdited, this, &ModuleForm::nameEdited);
    for (QLineEdit *const field : { m_name, m_version })
        connect(field, &QLineEdit::textChanged, this, [this] {
            judge();
            emit edited();
        });
    connect(m_type, &QComboBox::activated, this, [this] { m_isTypeChosen = true; });
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        judge();
        emit edited();
    });
}

// Every name says which files it is about: there may be many of these forms.
void ModuleForm::build(qint64 bytes)
{
    const QString names = fileNames(m_proposal.paths);
    m_wanted->setChecked(true);
    m_wanted->setAccessibleName(tr("Bring in %1").arg(names));
    m_wanted->setToolTip(tr("Whether these files are brought in"));
    setUpNameField(m_name, tr("Name of the software module for %1").arg(names));
    setUpVersionField(m_version, tr("Version of the software module for %1").arg(names));
    setUpTypeField(m_type, tr("Type of the software module for %1").arg(names));
    auto *const files = new QLabel(filesText(m_proposal.paths, bytes), this);
    files->setToolTip(m_proposal.paths.join(u'\n'));
    files->setTextFormat(Qt::PlainText);
    files->setWordWrap(true);
    files->setProperty("look", u"secondary"_s);
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins(18, 8, 18, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    grid->addWidget(m_wanted, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_version, 0, 2);
    grid->addWidget(m_type, 0, 3);
    grid->addWidget(m_note, 1, 1, 1, 3);
    grid->addWidget(files, 2, 1, 1, 3);
    grid->setColumnStretch(1, 1);
}

QList<QWidget *> ModuleForm::fields() const
{
    return { m_wanted, m_name, m_version, m_type };
}

bool ModuleForm::isWanted() const
{
    return m_wanted->isChecked();
}

QString ModuleForm::name() const
{
    return m_name->text().trimmed();
}

QString ModuleForm::version() const
{
    return m_version->text().trimmed();
}

QString ModuleForm::type() const
{
    return m_type->currentData().toString();
}

BringInModule ModuleForm::module() const
{
    return { .existingId = m_existing,
        .name = name(),
        .version = version(),
        .type = type(),
        .paths = m_proposal.paths };
}

void ModuleForm::setFacts(const BringInFacts &facts)
{
    m_facts = facts;
    offerTypes(facts);
    judge();
}

void ModuleForm::setCreated()
{
    m_isCreated = true;
    m_isTypeChosen = true;
    for (QWidget *const field : fields())
        field->setEnabled(false);
    judge();
}

void ModuleForm::refuse(const QString &why)
{
    m_refused = module();
    m_refusal = why;
    judge();
    m_version->setFocus(Qt::OtherFocusReason);
    m_version->selectAll();
}

// A proposal until somebody chose.
void ModuleForm::offerTypes(const BringInFacts &facts)
{
    QStringList keys;
    QList<KnownModule> known;
    for (const SoftwareModuleType &moduleType : facts.moduleTypes)
        keys << moduleType.key;
    for (const SoftwareModule &module : facts.modules)
        known << KnownModule{ module.name, module.version, module.type, module.id };
    const QString proposed = proposeType(
        m_proposal.kind, name(), keys, known, typeOfEnding(m_proposal.paths, facts.moduleTypes));
    const QString wanted = m_isTypeChosen ? type() : proposed;
    const QSignalBlocker blocker(m_type);
    m_type->clear();
    for (const SoftwareModuleType &moduleType : facts.moduleTypes)
        m_type->addItem(moduleType.name, moduleType.key);
    m_type->setCurrentIndex(m_type->findData(wanted));
}

// Whether the files go into a module that is there. What this sheet created is none of those.
void ModuleForm::judge()
{
    const SoftwareModule *const found
        = m_isCreated ? nullptr : findModule(m_facts, name(), version(), type());
    m_existing = found != nullptr ? found->id : 0;
    m_block.clear();
    if (found != nullptr && found->locked) {
        m_block = tr("%1 %2 is there and locked: no file can be added to it. Choose another "
                     "version.")
                      .arg(found->name, found->version);
    } else if (found == nullptr && !m_refusal.isEmpty() && module() == m_refused) {
        m_block = m_refusal;
    }
    say(found);
}

void ModuleForm::say(const SoftwareModule *found)
{
    if (!isWanted())
        m_note->say(tr("These files are left out."));
    else if (m_isCreated)
        m_note->say(tr("%1 %2 is created.").arg(name(), version()), Tone::Success);
    else if (!m_block.isEmpty())
        m_note->say(m_block, Tone::Failure, m_version);
    else if (name().isEmpty())
        m_note->say(tr("A name is needed."), Tone::Attention);
    else if (version().isEmpty())
        m_note->say(tr("A version is needed."), Tone::Attention);
    else if (found != nullptr)
        m_note->say(
            tr("%1 %2 is there already: the files go into it.").arg(found->name, found->version));
    else if (type().isEmpty())
        m_note->say(tr("A type is needed."), Tone::Attention);
    else
        sayNew();
}

void ModuleForm::sayNew()
{
    if (!m_facts.names.contains(name()))
        return m_note->say(tr("The server is being asked."));
    QString note = tr("New: the server has no module of this name.");
    for (const SoftwareModule &module : std::as_const(m_facts.modules)) {
        if (module.name == name() && !module.deleted)
            note = tr("New; the last one on the server is %1.").arg(module.version);
    }
    m_note->say(note);
}

void ModuleForm::focusFault(BringInFault::Kind kind)
{
    if (kind == BringInFault::Kind::ModuleVersion)
        m_version->setFocus(Qt::OtherFocusReason);
    else if (kind == BringInFault::Kind::ModuleType)
        m_type->setFocus(Qt::OtherFocusReason);
    else
        m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace falconer
