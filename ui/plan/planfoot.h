// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace falconer {

enum class PlanPhase { Planning, Sending, Result, UndoQuestion, Undoing, Undone };

// The foot of a plan: a note, and the buttons that stand there in each phase.
class PlanFoot final : public QWidget {
    Q_OBJECT

public:
    struct State {
        PlanPhase phase = PlanPhase::Planning;
        qsizetype made = 0; // actions that an undo would cancel
        bool canResume = false;
    };

    explicit PlanFoot(QWidget *parent);

    void showState(const State &state);
    void setNote(const QString &note);
    // block: why it cannot be applied; empty: it can.
    void setAssign(const QString &text, const QString &block);

    QPushButton *assignButton() const { return m_assign; }
    QPushButton *cancelButton() const { return m_cancel; }

signals:
    void assignRequested();
    void cancelRequested(); // or close, keep, stop
    void copyRequested();
    void undoRequested();
    void resumeRequested();

private:
    QPushButton *newButton(const QString &name, const QString &text);

    QLabel *m_note;
    QPushButton *m_copy;
    QPushButton *m_undo;
    QPushButton *m_resume;
    QPushButton *m_cancel;
    QPushButton *m_assign;
};

} // namespace falconer
