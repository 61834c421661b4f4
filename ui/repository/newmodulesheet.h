// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremodules.h"
#include "services/hawkbit/softwaremoduletypes.h"
#include "services/http/call.h"
#include "services/repository/takenname.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace falconer {

// Makes a software module. A name and version that are taken are looked for: one that the list does
// not show was deleted, and hawkBit keeps its name.
class NewModuleSheet final : public FormSheet {
    Q_OBJECT

public:
    NewModuleSheet(const RepositoryContext &context, QWidget *window);

signals:
    void created(qint64 id);

protected:
    void submit() override;

private:
    void build();
    void askTypes();
    void takeTypes(const Result<Page<SoftwareModuleType>> &page);
    NewSoftwareModule typed() const;
    bool isComplete();
    void answered(const Result<QList<SoftwareModule>> &answer);
    void lookForTaken();

    RepositoryContext m_repository;
    QComboBox *m_type;
    QLineEdit *m_name;
    QLineEdit *m_version;
    QLineEdit *m_vendor;
    QPlainTextEdit *m_description;
    QCheckBox *m_encrypted;
    FormField *m_typeField = nullptr;
    FormField *m_nameField = nullptr;
    FormField *m_versionField = nullptr;
    FormField *m_encryptedField = nullptr;
    Call m_types;
    Call m_call;
    TakenName m_taken;
};

} // namespace falconer
