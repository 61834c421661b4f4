// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/setcloner.h"
#include "services/repository/setdeletion.h"
#include "ui/composition/setformsheet.h"

namespace falconer {

// Makes a new version of a set: the same modules, type, description, metadata, and tags if wanted.
// When the set was made but something behind it failed, it says so, and it can be continued, with
// what was typed since, or the new set deleted again.
class CloneSetSheet final : public SetFormSheet {
    Q_OBJECT

public:
    CloneSetSheet(const RepositoryContext &context, const DistributionSet &set, QWidget *window);

    void reject() override;

signals:
    void created(qint64 setId);

protected:
    void submit() override;

private:
    void askVersions();
    CloneOrder orderOf(const Typed &values) const;
    void showResult();
    void showPartial(const Error &error);
    void remove();

    DistributionSet m_set;
    Call m_versions;
    SetCloner m_cloner;
    SetDeletion m_deletion;
    QCheckBox *m_tags;
    bool m_isInJournal = false; // what was created
};

} // namespace falconer
