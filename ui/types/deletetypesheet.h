// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/repository/settyperules.h"
#include "ui/plan/consequenceline.h"
#include "ui/shared/formsheet.h"
#include "ui/types/typescontext.h"

namespace falconer {

class ConsequenceList;

// Deletes a module type or a set type: says first whether the server will remove or only hide it.
// Keeping is the default.
class DeleteTypeSheet final : public FormSheet {
    Q_OBJECT

public:
    // demanding: the set types that know the module type.
    DeleteTypeSheet(const TypesContext &context, const SoftwareModuleType &type,
        const QList<SetTypeRules> &demanding, QWidget *window);
    DeleteTypeSheet(const TypesContext &context, const DistributionSetType &type, QWidget *window);

protected:
    void submit() override;

private:
    using Use = std::optional<Page<QString>>; // titles of what has the type

    void build(const QString &name);
    void read();
    template <typename T> void ask(const Request<Page<T>> &request);
    void takeUse(const Page<QString> &use);
    ConsequenceLine useLine(const Page<QString> &use) const;

    TypesContext m_types;
    bool m_isSetType = false;
    bool m_isDefault = false; // of the tenant
    QString m_key;
    QString m_name;
    QStringList m_demanding; // names
    Request<Nothing> m_deletion;
    ConsequenceList *m_lines;
    Call m_use;
    Call m_call;
};

} // namespace falconer
