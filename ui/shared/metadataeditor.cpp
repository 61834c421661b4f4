// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/metadataeditor.h"

#include "services/http/path.h"
#include "ui/shared/formfield.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestKey = 128;
constexpr int longestValue = 4000;

} // namespace

MetadataEditor::MetadataEditor(MetadataOwner::Kind kind, QWidget *parent)
    : QFrame(parent)
    , m_key(new QLineEdit(this))
    , m_value(new QPlainTextEdit(this))
    , m_visible(new QCheckBox(tr("Visible to targets: devices are told it"), this))
    , m_keyField(new FormField(tr("Key"), m_key, this))
    , m_valueField(new FormField(tr("Value"), m_value, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setProperty("look", u"bar"_s);
    m_fields.add(u"key"_s, m_keyField);
    m_fields.add(u"value"_s, m_valueField);
    m_key->setObjectName(u"metadataKey"_s);
    m_key->setMaxLength(longestKey);
    m_value->setObjectName(u"metadataValue"_s);
    m_value->setTabChangesFocus(true);
    m_value->setFixedHeight(56);
    m_visible->setObjectName(u"metadataVisible"_s);
    m_visible->setVisible(kind == MetadataOwner::Kind::SoftwareModule);
    m_cancel->setObjectName(u"metadataCancel"_s);
    m_save->setObjectName(u"metadataSave"_s);
    m_save->setProperty("look", u"primary"_s);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(6);
    layout->addWidget(m_keyField);
    layout->addWidget(m_valueField);
    layout->addWidget(m_visible);
    layout->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &MetadataEditor::saveRequested);
    connect(m_cancel, &QPushButton::clicked, this, &MetadataEditor::cancelRequested);
}

void MetadataEditor::edit(const MetadataDraft &draft, const QStringList &takenKeys)
{
    m_takenKeys = takenKeys;
    m_isNew = draft.isNew;
    m_key->setText(draft.entry.key);
    m_key->setReadOnly(!draft.isNew);
    m_key->setToolTip(draft.isNew ? QString() : tr("A key stays: only its value changes"));
    m_value->setPlainText(draft.entry.value);
    m_visible->setChecked(draft.entry.targetVisible);
    m_keyField->setProblem({});
    m_valueField->setProblem({});
    setBusy(false);
    focusFirst();
}

void MetadataEditor::focusFirst()
{
    QWidget *const first = m_isNew ? static_cast<QWidget *>(m_key) : m_value;
    first->setFocus(Qt::OtherFocusReason);
}

const MetadataDraft MetadataEditor::draft() const
{
    return { { .key = m_isNew ? m_key->text().trimmed() : m_key->text(),
                 .value = m_value->toPlainText(),
                 .targetVisible = m_visible->isChecked() },
        m_isNew };
}

QString MetadataEditor::problemOfKey(const QString &key) const
{
    if (key.isEmpty())
        return tr("A key is wanted.");
    if (m_takenKeys.contains(key))
        return tr("There is an entry of this key already: edit that one.");
    if (!isAddressable(key))
        return tr("hawkBit could store a key with / \\ ; or %, but never find it again.");
    return {};
}

std::optional<Metadata> MetadataEditor::entry()
{
    const Metadata typed = draft().entry;
    m_keyField->setProblem(m_isNew ? problemOfKey(typed.key) : QString());
    const qsizetype tooMany = typed.value.size() - longestValue;
    m_valueField->setProblem(tooMany > 0
            ? tr("This is %n character(s) longer than hawkBit takes.", nullptr, int(tooMany))
            : QString());
    if (m_keyField->hasProblem())
        m_key->setFocus(Qt::OtherFocusReason);
    else if (m_valueField->hasProblem())
        m_value->setFocus(Qt::OtherFocusReason);
    else
        return typed;
    return {};
}

void MetadataEditor::setBusy(bool busy)
{
    m_isBusy = busy;
    m_save->setEnabled(!busy);
    m_save->setText(busy ? tr("Saving...") : tr("Save"));
}

bool MetadataEditor::showProblem(const Error &error)
{
    setBusy(false);
    if (error.code != "repo.entityAlreadyExists"_L1)
        return m_fields.show(error);
    m_keyField->setProblem(tr("There is an entry of this key already."));
    m_key->setFocus(Qt::OtherFocusReason);
    return true;
}

void MetadataEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit cancelRequested();
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && m_save->isEnabled())
        return emit saveRequested();
    QFrame::keyPressEvent(event);
}

} // namespace falconer
