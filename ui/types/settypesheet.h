// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/repository/settyperules.h"
#include "ui/types/typeform.h"

#include <vector>

namespace falconer {

class ModuleTypeChoice;

// Makes a distribution set type, or changes one. What the sets of a type must and may hold changes
// only while there is no such set.
class SetTypeSheet final : public TypeForm {
    Q_OBJECT

public:
    // rules: nothing for a new one.
    SetTypeSheet(const TypesContext &context, const QList<SoftwareModuleType> &moduleTypes,
        const std::optional<SetTypeRules> &rules, QWidget *window);

protected:
    void submit() override;

private:
    // One request of a change, and what it changed once it succeeded.
    struct Step {
        Request<Nothing> request;
        std::function<void()> done;
        bool isOfModules = false;
    };

    void build(const QList<SoftwareModuleType> &moduleTypes);
    void show();
    void askUse();
    void takeUse(const Result<Page<DistributionSet>> &sets);
    QList<qint64> offered(const QList<SoftwareModuleType> &types) const;
    void compare();
    std::vector<Step> steps();
    void removeAndAdd(std::vector<Step> &steps);
    void sendNext();
    void create();

    std::optional<SetTypeRules> m_rules;
    QList<qint64> m_mandatory; // as the server has them, of those that may be chosen
    QList<qint64> m_optional;
    ModuleTypeChoice *m_choice;
    FormField *m_choiceField = nullptr;
    std::vector<Step> m_steps;
    Call m_use;
    Call m_call;
};

} // namespace falconer
