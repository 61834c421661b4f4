// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/types/typeform.h"

class QSpinBox;

namespace falconer {

// Makes a software module type, or changes one.
class ModuleTypeSheet final : public TypeForm {
    Q_OBJECT

public:
    // type: nothing for a new one.
    ModuleTypeSheet(const TypesContext &context, const std::optional<SoftwareModuleType> &type,
        QWidget *window);

protected:
    void submit() override;

private:
    void build();
    void show(const SoftwareModuleType &type);
    void create();

    std::optional<SoftwareModuleType> m_type;
    QSpinBox *m_most;
    QSpinBox *m_least;
    FormField *m_mostField = nullptr;
    FormField *m_leastField = nullptr;
    Call m_call;
};

} // namespace falconer
