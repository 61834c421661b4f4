// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/metadatahead.h"

#include "services/http/path.h"

#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

MetadataHead::MetadataHead(QWidget *parent)
    : PaneHead(tr("Metadata"), parent)
    , m_add(addButton(u"metadataAdd"_s, tr("Add...")))
    , m_edit(addButton(u"metadataEdit"_s, tr("Edit...")))
    , m_delete(addButton(u"metadataDelete"_s, tr("Delete...")))
{
    connect(m_add, &QPushButton::clicked, this, &MetadataHead::addWanted);
    connect(m_edit, &QPushButton::clicked, this, &MetadataHead::editWanted);
    connect(m_delete, &QPushButton::clicked, this, &MetadataHead::deleteWanted);
}

QPushButton *MetadataHead::addButton(const QString &name, const QString &text)
{
    auto *const button = new QPushButton(text, this);
    button->setObjectName(name);
    addControl(button);
    return button;
}

void MetadataHead::setState(const QString &fixed, const std::optional<Metadata> &chosen)
{
    QString why = fixed;
    if (why.isEmpty() && !chosen)
        why = tr("Select an entry first.");
    else if (why.isEmpty() && !isAddressable(chosen->key))
        why = tr("hawkBit cannot find this entry again: its key has / \\ ; or %.");
    m_add->setEnabled(fixed.isEmpty());
    m_add->setToolTip(fixed.isEmpty() ? tr("Note a key and a value") : fixed);
    m_edit->setEnabled(why.isEmpty());
    m_edit->setToolTip(why.isEmpty() ? tr("Change the value (Return)") : why);
    m_delete->setEnabled(why.isEmpty());
    m_delete->setToolTip(why.isEmpty() ? tr("Delete the entry (Delete)") : why);
}

bool MetadataHead::canChange() const
{
    return m_edit->isEnabled();
}

} // namespace falconer
