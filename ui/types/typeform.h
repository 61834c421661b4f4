// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremoduletypes.h"
#include "services/http/client.h"
#include "ui/plan/journalnote.h"
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

    // Makes one, and closes. all: where is looked for whose key or name it is when the server says
    // that one is taken, without saying which.
    template <typename Type>
    void sendNew(const Request<QList<Type>> &creation, const Request<Page<Type>> &all)
    {
        beginSending(tr("The type is being created..."));
        m_creation = m_types.client.send(creation, [this, all](const Result<QList<Type>> &answer) {
            if (answer) {
                writeDown(JournalEntry::What::TypeCreated);
                if (!answer->isEmpty())
                    emit created(answer->first().id);
                return succeed();
            }
            if (answer.error().code != QLatin1StringView("repo.entityAlreadyExists"))
                return refuse(answer.error());
            m_creation = m_types.client.send(
                all, [this](const Result<Page<Type>> &page) { tellTaken(page); });
        });
    }

    void writeDown(JournalEntry::What what) const { writeToJournal(context(), what, name()); }

    const TypesContext &types() const { return m_types; }

signals:
    void created(qint64 id);
    void edited();

private:
    // By one of those in sight, or by a hidden one.
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
    Call m_creation;
};

} // namespace falconer
