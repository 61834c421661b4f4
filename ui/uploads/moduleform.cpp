// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/moduleform.h"

#include "ui/uploads/bringintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 128; // characters, the server's limits
constexpr int longestVersion = 64;
constexpr int versionWidth = 130;
constexpr int typeWidth = 150;

void setLook(QLabel *label, const QString &look)
{
    label->setProperty("look", look);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

ModuleForm::ModuleForm(const ModuleProposal &proposal, qint64 bytes, QWidget *parent)
    : QWidget(parent)
    , m_proposal(proposal)
    , m_wanted(new QCheckBox(this))
    , m_name(new QLineEdit(proposal.name, this))
    , m_version(new QLineEdit(proposal.version, this))
    , m_type(new QComboBox(this))
    , m_files(new QLabel(this))
    , m_note(new QLabel(this))
{
    build(bytes);
    connect(m_wanted, &QCheckBox::toggled, this, [this](bool wanted) {
        for (QWidget *const part : { static_cast<QWidget *>(m_name),
                 static_cast<QWidget *>(m_version), static_cast<QWidget *>(m_type) })
            part->setEnabled(wanted);
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

void ModuleForm::build(qint64 bytes)
{
    m_wanted->setChecked(true);
    m_wanted->setAccessibleName(tr("Bring in %1").arg(m_proposal.name));
    m_wanted->setToolTip(tr("Whether these files are brought in"));
    m_name->setAccessibleName(tr("Name of the software module"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setMaxLength(longestName);
    m_version->setAccessibleName(tr("Version of the software module"));
    m_version->setPlaceholderText(tr("Version"));
    m_version->setMaxLength(longestVersion);
    m_version->setFixedWidth(versionWidth);
    m_type->setAccessibleName(tr("Type of the software module"));
    m_type->setPlaceholderText(tr("Type"));
    m_type->setFixedWidth(typeWidth);
    m_files->setText(filesText(m_proposal.paths, bytes));
    m_files->setToolTip(m_proposal.paths.join(u'\n'));
    m_note->setObjectName(u"note"_s);
    for (QLabel *const label : { m_files, m_note }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        setLook(label, u"secondary"_s);
    }
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins(18, 8, 18, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    grid->addWidget(m_wanted, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_version, 0, 2);
    grid->addWidget(m_type, 0, 3);
    grid->addWidget(m_files, 1, 1, 1, 3);
    grid->addWidget(m_note, 2, 1, 1, 3);
    grid->setColumnStretch(1, 1);
    m_note->hide();
}

bool ModuleForm::isWanted() const
{
    return m_wanted->isChecked();
}

QString ModuleForm::name() const
{
    return m_name->text().trimmed();
}

QString ModuleForm::type() const
{
    return m_type->currentData().toString();
}

BringInModule ModuleForm::module() const
{
    return { .existingId = m_existing,
        .name = name(),
        .version = m_version->text().trimmed(),
        .type = type(),
        .paths = m_proposal.paths };
}

void ModuleForm::setFacts(const BringInFacts &facts)
{
    m_facts = facts;
    offerTypes(facts);
    judge();
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
    const QString proposed = proposeType(m_proposal.kind, name(), keys, known);
    const QString wanted = m_isTypeChosen ? type() : proposed;
    const QSignalBlocker blocker(m_type);
    m_type->clear();
    for (const SoftwareModuleType &moduleType : facts.moduleTypes)
        m_type->addItem(moduleType.name, moduleType.key);
    m_type->setCurrentIndex(m_type->findData(wanted));
}

// Whether the files go into a module that is there.
void ModuleForm::judge()
{
    const SoftwareModule *const found
        = findModule(m_facts, name(), m_version->text().trimmed(), type());
    m_existing = found != nullptr ? found->id : 0;
    m_block.clear();
    QString note;
    if (found != nullptr && found->locked) {
        m_block = tr("%1 %2 is there and locked: no file can be added to it. Choose another "
                     "version.")
                      .arg(found->name, found->version);
        note = m_block;
    } else if (found != nullptr) {
        note = tr("%1 %2 is there already: the files go into it.").arg(found->name, found->version);
    } else if (!m_facts.modules.isEmpty()) {
        for (const SoftwareModule &module : m_facts.modules) {
            if (module.name == name() && !module.deleted)
                note = tr("New; the last one on the server is %1.").arg(module.version);
        }
    }
    setLook(m_note, m_block.isEmpty() ? u"secondary"_s : u"failure"_s);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty() && isWanted());
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
