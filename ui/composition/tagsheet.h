// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsettags.h"
#include "services/http/call.h"
#include "services/http/result.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

class QComboBox;
class QLineEdit;

namespace falconer {

class Client;

// Makes a tag for distribution sets.
class NewTagSheet final : public FormSheet {
    Q_OBJECT

public:
    NewTagSheet(const RepositoryContext &context, QWidget *window);

signals:
    void created(const falconer::DistributionSetTag &tag);

protected:
    void submit() override;

private:
    Client &m_client;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QComboBox *m_colour;
    FormField *m_nameField = nullptr;
    Call m_call;
};

} // namespace falconer
