// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/composition/setformsheet.h"

namespace falconer {

// Changes name, version, description and the migration step of a set. Where a lock stands against
// that it says so, unlocks the set and goes on with what was typed.
class EditSetSheet final : public SetFormSheet {
    Q_OBJECT

public:
    EditSetSheet(const RepositoryContext &context, const DistributionSet &set, QWidget *window);

protected:
    void submit() override;

private:
    bool needsUnlock() const;
    void showLock();
    void unlock(const DistributionSetChange &change);
    void save(const DistributionSetChange &change);
    void answered(const Result<DistributionSet> &answer);

    DistributionSet m_set;
    bool m_holdsStep;          // the lock does: up to 0.9 it does not (hawkbit-api 1.10)
    bool m_wasRefused = false; // because of a lock
    Call m_call;
};

} // namespace falconer
