// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/types/typeform.h"

#include "ui/shared/formfield.h"
#include "ui/types/colourfield.h"

#include <QLineEdit>

namespace falconer {

using namespace Qt::StringLiterals;

TypeForm::TypeForm(const TypesContext &context, QWidget *window)
    : FormSheet(context.sheets, window)
    , m_types(context)
    , m_key(new QLineEdit)
    , m_name(new QLineEdit)
    , m_description(new QLineEdit)
    , m_colour(new ColourField({}))
{
    for (QLineEdit *const edit : { m_key, m_name, m_description })
        connect(edit, &QLineEdit::textChanged, this, &TypeForm::edited);
    connect(m_colour, &ColourField::edited, this, [this] {
        m_colourField->setProblem({});
        emit edited();
    });
}

void TypeForm::addKeyAndName()
{
    m_nameField = addField(tr("&Name"), m_name, u"name"_s);
    m_keyField = addField(tr("&Key"), m_key, u"key"_s);
    m_keyField->setHint(tr("What modules, sets and devices know the type by. Key and name never "
                           "change afterwards."));
    setFirstField(m_name);
}

void TypeForm::addDescriptionAndColour()
{
    addField(tr("De&scription"), m_description, u"description"_s);
    m_colourField = addField(tr("&Colour"), m_colour, u"colour"_s);
}

void TypeForm::showType(
    const QString &key, const QString &name, const QString &description, const QString &colour)
{
    m_oldDescription = description;
    m_oldColour = colour;
    m_key->setText(key);
    m_name->setText(name);
    m_description->setText(description);
    m_colour->setColour(colour);
    m_nameField->setFixed(tr("hawkBit never lets a type's key and name change."));
    m_nameField->setHint({}); // said once, below the key
    m_keyField->setFixed(tr("hawkBit never lets a type's key and name change."));
    setFirstField(m_description);
}

QString TypeForm::key() const
{
    return m_key->text().trimmed();
}

QString TypeForm::name() const
{
    return m_name->text().trimmed();
}

QString TypeForm::description() const
{
    return m_description->text().trimmed();
}

QString TypeForm::colour() const
{
    return m_colour->colour();
}

// What is as it was is not sent: somebody else may have changed it meanwhile.
TypeChange TypeForm::change() const
{
    TypeChange change;
    if (description() != m_oldDescription)
        change.description = description();
    if (colour() != m_oldColour)
        change.colour = colour();
    return change;
}

void TypeForm::takeChange()
{
    m_oldDescription = description();
    m_oldColour = colour();
}

bool TypeForm::isComplete()
{
    bool isComplete = true;
    if (!m_colour->isValid()) {
        refuse(m_colourField, tr("This is no colour: write it as #3584e4, or by its name."));
        isComplete = false;
    }
    const std::pair<QLineEdit *, FormField *> needed[]{ { m_key, m_keyField },
        { m_name, m_nameField } };
    for (const auto &[edit, field] : needed) {
        if (!edit->text().trimmed().isEmpty())
            continue;
        refuse(field, tr("This is needed."));
        isComplete = false;
    }
    return isComplete;
}

void TypeForm::tellTaken(const QStringList &keys, const QStringList &names)
{
    if (keys.contains(key()))
        return refuse(m_keyField, tr("There is a type with this key already."));
    if (names.contains(name()))
        return refuse(m_nameField, tr("There is a type of this name already."));
    refuse(m_keyField,
        tr("A type with this key or name was deleted, but the server only hid it and keeps both. "
           "Choose others."));
}

} // namespace falconer
