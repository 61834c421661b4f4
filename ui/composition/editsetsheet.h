// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/composition/setformsheet.h"

namespace falconer {

// Changes name, version, description and the migration step of a set.
class EditSetSheet final : public SetFormSheet {
    Q_OBJECT

public:
    EditSetSheet(const RepositoryContext &context, const DistributionSet &set, QWidget *window);

protected:
    void submit() override;

private:
    DistributionSet m_set;
    Call m_call;
};

} // namespace falconer
