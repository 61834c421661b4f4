// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremoduletypes.h"
#include "services/http/call.h"
#include "ui/shared/formsheet.h"
#include "ui/types/typescontext.h"

class QLineEdit;

namespace falconer {

class ColourField;

// What the sheets for module types and for set types have in common: key, name, description,
// colour. Key and name never change afterwards.
class TypeForm : public FormSheet {
    Q_OBJECT

protected:
    TypeForm(const TypesContext &context, QWidget *window);

    void addKeyAndName();
    void addDescriptionAndColour();
    // What is changed: key and name are fixed, and say so.
    void showType(
        const QString &key, const QString &name, const QString &description, const QString &colour);

    QString key() const;
    QString name() const;
    QString description() const;
    QString colour() const;
    TypeChange change() const; // against what was shown
    void takeChange();         // it was sent: what is shown now is what was
    bool isComplete();         // else it says what is missing

    // key or name is taken: by one of these that are in sight, or by a hidden one.
    void tellTaken(const QStringList &keys, const QStringList &names);
    template <typename Type> void tellTaken(const Result<Page<Type>> &page)
    {
        if (!page)
            return refuse(nullptr, tr("A type with this key or name exists already."));
        QStringList keys;
        QStringList names;
        for (const Type &type : page->content) {
            keys << type.key;
            names << type.name;
        }
        tellTaken(keys, names);
    }

    const TypesContext &types() const { return m_types; }

signals:
    void edited();

private:
    TypesContext m_types;
    QLineEdit *m_key;
    QLineEdit *m_name;
    QLineEdit *m_description;
    ColourField *m_colour;
    FormField *m_keyField = nullptr;
    FormField *m_nameField = nullptr;
    FormField *m_colourField = nullptr;
    QString m_oldDescription;
    QString m_oldColour;
};

} // namespace falconer
