// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/moduleform.h"

#include "ui/shared/typecolour.h"
#include "ui/uploads/bringintext.h"
#include "ui/uploads/formnote.h"
#include "ui/uploads/namefields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>

namespace falconer {

using namespace Qt::StringLiterals;

ModuleForm::ModuleForm(const ModuleProposal &proposal, qint64 bytes, QWidget *parent)
    : QWidget(parent)
    , m_draft(proposal, bytes)
{
}

void ModuleForm::build()
{
    if (isBuilt())
        return;
    makeFields();
    layOut();
    showFiles();
    fillTypes();
    showDraft();
    wire();
    setMinimumHeight(0); // the place that was kept
}

void ModuleForm::makeFields()
{
    m_wanted = new QCheckBox(this);
    m_name = new QLineEdit(m_draft.nameText(), this);
    m_version = new QLineEdit(m_draft.versionText(), this);
    m_type = new QComboBox(this);
    m_note = new FormNote(this);
    m_files = new QLabel(this);
    m_wanted->setToolTip(tr("Whether these files are brought in. With Shift: the same for all "
                            "between this one and the last one that was clicked."));
    m_files->setTextFormat(Qt::PlainText);
    m_files->setWordWrap(true);
    m_files->setProperty("look", u"secondary"_s);
}

void ModuleForm::layOut()
{
    auto *const grid = new QGridLayout(this);
    grid->setContentsMargins(18, 8, 18, 9);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(3);
    grid->addWidget(m_wanted, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_version, 0, 2);
    grid->addWidget(m_type, 0, 3);
    grid->addWidget(m_note, 1, 1, 1, 3);
    grid->addWidget(m_files, 2, 1, 1, 3);
    grid->setColumnStretch(1, 1);
}

void ModuleForm::wire()
{
    connect(m_wanted, &QCheckBox::clicked, this, [this](bool wanted) {
        setWanted(wanted);
        emit wantedClicked();
    });
    connect(m_name, &QLineEdit::textEdited, this, &ModuleForm::nameEdited);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_draft.setName(text);
        showDraft();
        emit edited();
    });
    connect(m_version, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_draft.setVersion(text);
        showDraft();
        emit edited();
    });
    connect(m_type, &QComboBox::activated, this, [this] {
        m_draft.chooseType(m_type->currentData().toString());
        showDraft();
        emit edited();
    });
}

// Every name says which files it is about: there may be many of these forms.
void ModuleForm::showFiles()
{
    const QString names = fileNames(m_draft.paths());
    m_wanted->setAccessibleName(tr("Bring in %1").arg(names));
    setUpNameField(m_name, tr("Name of the software module for %1").arg(names));
    setUpVersionField(m_version, tr("Version of the software module for %1").arg(names));
    setUpTypeField(m_type, tr("Type of the software module for %1").arg(names));
    for (QLineEdit *const field : { m_name, m_version }) {
        if (!field->hasFocus())
            field->home(false); // a long one shows how it begins
    }
    m_files->setText(filesText(m_draft.paths(), m_draft.bytes()));
    m_files->setToolTip(pathsText(m_draft.paths()));
}

void ModuleForm::fillTypes()
{
    const QSignalBlocker blocker(m_type);
    m_type->clear();
    QStringList colours;
    for (const SoftwareModuleType &type : m_draft.types()) {
        m_type->addItem(type.name, type.key);
        colours << type.colour;
    }
    setItemColours(*m_type, colours);
    m_type->setCurrentIndex(m_type->findData(m_draft.type()));
}

void ModuleForm::showDraft()
{
    if (!isBuilt())
        return;
    m_wanted->setChecked(m_draft.isWanted());
    m_wanted->setEnabled(!m_draft.isCreated());
    for (QWidget *const field : fields().mid(1))
        field->setEnabled(m_draft.isWanted() && !m_draft.isCreated());
    const ModuleDraft::Note note = m_draft.note();
    m_note->say(note.words, note.tone, note.isAboutVersion ? m_version : nullptr);
}

void ModuleForm::setFiles(const QStringList &paths, qint64 bytes)
{
    m_draft.setFiles(paths, bytes);
    if (!isBuilt())
        return;
    showFiles();
    fillTypes();
    showDraft();
}

void ModuleForm::setFacts(const BringInFacts &facts)
{
    m_draft.setFacts(facts);
    if (!isBuilt())
        return;
    fillTypes();
    showDraft();
}

void ModuleForm::setArtifactLimit(qint64 limit)
{
    m_draft.setArtifactLimit(limit);
    showDraft();
}

void ModuleForm::setWanted(bool wanted)
{
    m_draft.setWanted(wanted);
    showDraft();
}

void ModuleForm::setCreated()
{
    m_draft.setCreated();
    showDraft();
}

void ModuleForm::refuse(const QString &why)
{
    m_draft.refuse(why);
    build();
    showDraft();
    focusVersion();
}

QList<QWidget *> ModuleForm::fields() const
{
    return isBuilt() ? QList<QWidget *>{ m_wanted, m_name, m_version, m_type } : QList<QWidget *>();
}

void ModuleForm::focusFault(BringInFault::Kind kind)
{
    build();
    if (kind == BringInFault::Kind::ModuleVersion)
        m_version->setFocus(Qt::OtherFocusReason);
    else if (kind == BringInFault::Kind::ModuleType)
        m_type->setFocus(Qt::OtherFocusReason);
    else
        m_name->setFocus(Qt::OtherFocusReason);
}

void ModuleForm::focusVersion()
{
    build();
    m_version->setFocus(Qt::OtherFocusReason);
    m_version->selectAll();
}

void ModuleForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, palette().mid());
    if (!isBuilt()) // not while it paints
        QMetaObject::invokeMethod(this, &ModuleForm::cameIntoSight, Qt::QueuedConnection);
}

} // namespace falconer
