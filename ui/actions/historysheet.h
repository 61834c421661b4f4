// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/historydeletion.h"
#include "ui/plan/sheetcontext.h"
#include "ui/shared/sheet.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace falconer {

class ConsequenceList;
class SheetHead;

// Deletes the history of actions: says what is removed and what stays, asks, and tells the result.
// What still runs is left out. Keeping is the default, since nothing brings a history back.
class HistorySheet final : public Sheet {
    Q_OBJECT

public:
    // isLimited: more are meant than these.
    HistorySheet(Client &client, const SheetContext &context, const QList<Action> &actions,
        bool isLimited, QWidget *window);
    ~HistorySheet() override;

    void reject() override;
    bool isAtWork() const override;

signals:
    void deleted(); // some are gone: what is shown of them is out of date

private:
    enum class Phase { Question, Sending, Result };

    void build();
    void ask(const QList<Action> &actions, bool isLimited);
    void start();
    void showProgress();
    void showResult();
    void writeDown(qsizetype asked);
    void showPhase(Phase phase);

    SheetContext m_context;
    HistoryDeletion m_deletion;
    QList<qint64> m_ids;
    Phase m_phase = Phase::Question;
    SheetHead *m_head;
    ConsequenceList *m_lines;
    QProgressBar *m_progress;
    QLabel *m_note;
    QPushButton *m_keep;
    QPushButton *m_delete;
};

} // namespace falconer
