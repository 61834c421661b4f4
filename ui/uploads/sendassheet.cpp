// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/sendassheet.h"

#include "services/uploads/upload.h"
#include "ui/shared/sheethead.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 520;
constexpr int longest = 256; // characters, the server's limit

} // namespace

QString otherFilename(const QString &filename)
{
    const qsizetype dot = filename.lastIndexOf(u'.');
    QString other = filename;
    other.insert(dot > 0 ? dot : filename.size(), u"-2"_s);
    return other;
}

QString plainFilename(const QString &filename)
{
    QString plain = filename;
    plain.removeIf([](QChar c) { return c == u'<' || c == u'>'; });
    return plain;
}

SendAsSheet::SendAsSheet(const Upload &upload, QWidget *window)
    : Sheet(window)
    , m_former(upload.filename)
    , m_isTaken(upload.problem != UploadProblem::NameRefused)
    , m_name(new QLineEdit(
          m_isTaken ? otherFilename(upload.filename) : plainFilename(upload.filename), this))
    , m_problem(new QLabel(this))
    , m_send(new QPushButton(tr("Send"), this))
{
    setPanelWidth(panelWidth);
    auto *const title = new SheetHead(this);
    title->setTitle(tr("Send %1 under another name").arg(upload.filename));
    title->setSubtitle(m_isTaken ? tr("%1 keeps its file of that name.").arg(upload.moduleTitle)
                                 : tr("The server does not take a file of that name."));
    setAccessibleName(title->title());
    head()->addWidget(title);
    auto *const field = new QVBoxLayout;
    field->setContentsMargins(18, 12, 18, 12);
    field->setSpacing(4);
    m_name->setAccessibleName(tr("New name of the file"));
    m_name->setMaxLength(longest);
    m_problem->setProperty("look", u"failure"_s);
    m_problem->setWordWrap(true);
    field->addWidget(m_name);
    field->addWidget(m_problem);
    body()->addLayout(field);
    auto *const row = new QHBoxLayout;
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    row->setSpacing(8);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_send);
    foot()->addLayout(row);
    setDefaultButton(m_send);
    setFirstField(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &SendAsSheet::judge);
    connect(cancel, &QPushButton::clicked, this, &SendAsSheet::reject);
    connect(m_send, &QPushButton::clicked, this, [this] {
        emit chosen(m_name->text().trimmed());
        closeSheet();
    });
    judge();
}

void SendAsSheet::judge()
{
    const QString name = m_name->text().trimmed();
    QString problem;
    if (name.isEmpty())
        problem = tr("The file needs a name.");
    else if (name == m_former)
        problem = m_isTaken ? tr("This name is taken.") : tr("The server refuses this name.");
    else if (name.contains(u'/') || name.contains(u'\\') || name.contains(u'<')
        || name.contains(u'>'))
        problem = tr("A name has none of / \\ < >.");
    m_problem->setText(problem);
    m_send->setEnabled(problem.isEmpty());
    m_send->setToolTip(problem);
}

} // namespace falconer
