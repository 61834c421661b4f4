// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"
#include "ui/uploads/uploadmenu.h"

#include <QFrame>

#include <optional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace falconer {

class LimitsMenu;
struct UploadTotals;

// The line over the uploads: opens and closes them, and has their commands while they are open. It
// is all that is seen of them while they are closed, and then says how far they are.
class UploadsHead final : public QFrame {
    Q_OBJECT

public:
    explicit UploadsHead(QWidget *parent = nullptr);

    void setLimitsMenu(LimitsMenu *menu);
    void setOpen(bool open);
    static int heightOf(bool open); // a closed line is as calm as the status line below it
    void setTotals(const UploadTotals &totals);
    // selected: how many rows are; none means that the commands are for all.
    void setVerdicts(
        const UploadVerdicts &verdicts, qsizetype selected, const UploadTotals &totals);

signals:
    void openRequested(bool open);
    void pauseRequested();
    void resumeRequested();
    void retryRequested();
    void firstRequested();
    void removeRequested();
    void removeFinishedRequested();
    void removeFailedRequested();
    void rowsWanted(); // the keyboard was on a command that has nothing left to do

protected:
    void mousePressEvent(QMouseEvent *event) override;

private:
    QToolButton *addCommand(std::optional<Icon> icon, const QString &name, const QString &text);
    static void enable(QToolButton *command, bool enabled, const QString &does, const QString &why);
    void enableAll(const UploadVerdicts &verdicts, qsizetype selected, const UploadTotals &totals);

    bool m_isOpen = true;
    QToolButton *m_toggle;
    QLabel *m_totals;
    QWidget *m_commands;
    QHBoxLayout *m_row;
    QToolButton *m_pause;
    QToolButton *m_resume;
    QToolButton *m_retry;
    QToolButton *m_first;
    QToolButton *m_remove;
    QToolButton *m_removeFinished;
    QToolButton *m_removeFailed;
    QToolButton *m_limits;
};

} // namespace falconer
