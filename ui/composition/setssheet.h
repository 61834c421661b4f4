// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/selecteditems.h"
#include "services/repository/setdeletion.h"
#include "services/repository/setlock.h"
#include "ui/composition/setsplan.h"
#include "ui/plan/seriessheet.h"
#include "ui/repository/repositorycontext.h"

namespace falconer {

// Deletes, locks or unlocks several distribution sets.
class SetsSheet final : public SeriesSheet {
    Q_OBJECT

public:
    SetsSheet(const RepositoryContext &context, SetDeed deed, const SetSelection &selection,
        QWidget *window);

signals:
    void deleted(const QStringList &left); // ids of those that are not

protected:
    void find() override;
    void act(qsizetype index, Series::Done done) override;
    QString doneText(int count) const override { return setsDoneText(m_deed, count); }
    void ended() override;

private:
    void take(const SelectedItems<DistributionSet>::Found &found);
    void readFates();
    void askNow();

    RepositoryContext m_context;
    SetDeed m_deed;
    SetSelection m_selection;
    SelectedItems<DistributionSet> m_finder;
    SetFates m_reader;
    QList<DistributionSet> m_sets; // that are meant
    QList<DistributionSet> m_toDo;
    QList<SetFate> m_fates;   // of them
    bool m_isLimited = false; // more are selected than these
    SetDeletion m_deletion;
    SetLock m_lock;
};

} // namespace falconer
