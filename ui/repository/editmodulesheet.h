// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremodules.h"
#include "services/http/call.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

class QLineEdit;
class QPlainTextEdit;

namespace falconer {

// Changes vendor and description; the rest is fixed for ever, and says so.
class EditModuleSheet final : public FormSheet {
    Q_OBJECT

public:
    EditModuleSheet(
        const RepositoryContext &context, const SoftwareModule &module, QWidget *window);

protected:
    void submit() override;

private:
    void build();
    SoftwareModuleChange change() const;
    void compare();

    Client &m_client;
    SoftwareModule m_module;
    QLineEdit *m_vendor;
    QPlainTextEdit *m_description;
    Call m_call;
};

} // namespace falconer
