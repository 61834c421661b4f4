// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/bringinrun.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace falconer {

// The foot of the sheet that brings files in: a note, and the buttons that stand there in each
// state.
class DropFoot final : public QWidget {
    Q_OBJECT

public:
    explicit DropFoot(QWidget *parent);

    // isAsking: there are fields, and a plan that waits for a yes.
    void showState(BringInRun::State state, bool isAsking, bool hasCreated);
    void setNote(const QString &note);
    // text: what it does; block: why it cannot, empty: it can.
    void setDo(const QString &text, const QString &block);

    QList<QWidget *> buttons() const; // as they are seen
    // The button that Return presses.
    QPushButton *preferred(bool isProduction);
    void focusPreferred();

signals:
    void doRequested();
    void closeRequested();
    void resumeRequested();
    void undoRequested();

private:
    QPushButton *newButton(const QString &name, const QString &text);

    BringInRun::State m_state = BringInRun::State::Idle;
    bool m_isAsking = true;
    QPushButton *m_preferred = nullptr;
    QLabel *m_note;
    QPushButton *m_undo;
    QPushButton *m_close;
    QPushButton *m_resume;
    QPushButton *m_do;
};

} // namespace falconer
