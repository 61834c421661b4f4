// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/repository/takenname.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace falconer {

// A sheet in which name, version and description of a set are typed. When the name is taken it says
// by whom: by a set that is there, or by one that was deleted and is only hidden.
class SetFormSheet : public FormSheet {
    Q_OBJECT

protected:
    SetFormSheet(const RepositoryContext &context, QWidget *window);

    Client &client() const { return m_client; }

    struct Typed {
        QString name;
        QString version;
        QString description;
        bool requiredMigrationStep = false;
    };

    void addNameFields();
    void addTextFields();
    void addBox(QCheckBox *box);
    void fill(const Typed &values);
    // What is typed, unless something is missing, which is then said.
    std::optional<Typed> typed();
    QLineEdit *nameEdit() const { return m_name; }
    QLineEdit *versionEdit() const { return m_version; }
    FormField *versionField() const { return m_versionField; }
    QCheckBox *migrationBox() const { return m_migration; }

    // Like refuse(), with the owner of a taken name looked up. type: key.
    void showRefusal(const Error &error, const QString &type);

private:
    Client &m_client;
    QLineEdit *m_name;
    QLineEdit *m_version;
    QPlainTextEdit *m_description;
    QCheckBox *m_migration;
    FormField *m_nameField = nullptr;
    FormField *m_versionField = nullptr;
    TakenName m_taken;
};

} // namespace falconer
