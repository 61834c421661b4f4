// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/selectedsets.h"
#include "services/repository/setfates.h"
#include "services/repository/setsrun.h"
#include "ui/repository/repositorycontext.h"
#include "ui/shared/sheet.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace falconer {

class Banner;
class ConsequenceList;
class SheetHead;

// Deletes, locks or unlocks several sets: finds out which are meant, says what becomes of each,
// asks, and tells the result of each. Can be stopped; what is left can be tried again.
class SetsSheet final : public Sheet {
    Q_OBJECT

public:
    SetsSheet(const RepositoryContext &context, SetDeed deed, const SetSelection &selection,
        QWidget *window);

    void reject() override;

signals:
    void deleted(const QStringList &left); // ids of those that are not
    void written(); // something was sent: what is shown of the sets is out of date

private:
    enum class Phase { Finding, Question, Sending, Result };

    void build();
    void find();
    void takeSets(const Result<SelectedSets::Found> &found);
    void readFates();
    void ask();
    void start(const QList<DistributionSet> &sets);
    void showProgress();
    void showResult();
    void showPhase(Phase phase);
    QList<DistributionSet> setsLeft() const;

    RepositoryContext m_context;
    SetDeed m_deed;
    SetSelection m_selection;
    SelectedSets m_finder;
    SetFates m_reader;
    SetsRun m_run;
    QList<DistributionSet> m_sets;
    QList<SetFate> m_fates;
    bool m_isLimited = false; // more are selected than these
    Phase m_phase = Phase::Finding;
    SheetHead *m_head;
    Banner *m_banner;
    ConsequenceList *m_lines;
    QProgressBar *m_progress;
    QLabel *m_note;
    QPushButton *m_copy;
    QPushButton *m_keep;
    QPushButton *m_do;
};

} // namespace falconer
