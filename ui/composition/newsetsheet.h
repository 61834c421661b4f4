// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/setcreation.h"
#include "ui/composition/setformsheet.h"

class QComboBox;

namespace falconer {

class SetTypeBook;

// Makes a distribution set without modules.
class NewSetSheet final : public SetFormSheet {
    Q_OBJECT

public:
    // book outlives the sheet.
    NewSetSheet(const RepositoryContext &context, SetTypeBook &book, QWidget *window);

signals:
    void created(qint64 setId);

protected:
    void submit() override;

private:
    void showTypes();
    void showRules();

    SetTypeBook &m_book;
    QComboBox *m_type;
    FormField *m_typeField = nullptr;
    SetCreation m_creation;
};

} // namespace falconer
