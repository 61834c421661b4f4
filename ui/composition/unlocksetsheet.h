// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/setlock.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/formsheet.h"

class QCheckBox;

namespace falconer {

// Unlocks a set, and its modules if wanted: two kinds of requests, since the server does not do the
// second by itself.
class UnlockSetSheet final : public FormSheet {
    Q_OBJECT

public:
    UnlockSetSheet(const RepositoryContext &context, const DistributionSet &set, QWidget *window);

signals:
    void unlocked(); // all of it

protected:
    void submit() override;

private:
    Client &m_client;
    DistributionSet m_set;
    SetLock m_lock;
    QCheckBox *m_modules;
};

} // namespace falconer
