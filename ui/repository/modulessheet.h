// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/moduledeletion.h"
#include "services/repository/selecteditems.h"
#include "ui/plan/seriessheet.h"
#include "ui/repository/modulesplan.h"
#include "ui/repository/repositorycontext.h"

namespace falconer {

// Deletes, locks or unlocks several software modules.
class ModulesSheet final : public SeriesSheet {
    Q_OBJECT

public:
    // deed: Lock unlocks when all turn out to be locked.
    ModulesSheet(const RepositoryContext &context, ModuleDeed deed,
        const ItemSelection<SoftwareModule> &selection, QWidget *window);

signals:
    void deleted(const QList<qint64> &left); // ids of those that are not

protected:
    void find() override;
    void act(qsizetype index, Series::Done done) override;
    QString doneText(int count) const override { return modulesDoneText(m_deed, count); }
    void ended() override;

private:
    void take(const SelectedItems<SoftwareModule>::Found &found);
    void readHolders();
    void askNow();

    RepositoryContext m_context;
    ModuleDeed m_deed;
    ItemSelection<SoftwareModule> m_selection;
    SelectedItems<SoftwareModule> m_finder;
    PageWalk<DistributionSet> m_walk;
    QList<SoftwareModule> m_modules; // that are meant
    QList<SoftwareModule> m_toDo;
    QList<DistributionSet> m_holders; // of them
    bool m_isLimited = false;         // more are selected than these
    ModuleDeletion m_deletion;
    Call m_call;
};

} // namespace falconer
