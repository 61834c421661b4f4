// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace falconer {

struct Error;

// A message in its place in the window, instead of a box over it: sign, sentence and next step, the
// details on demand, perhaps one button. Hidden while it has nothing to say.
class Banner final : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void showError(const Error &error, const QString &server = {});
    // tone chooses sign and colour: Attention, Failure, Success, Running.
    void showMessage(Tone tone, const QString &sentence, const QString &nextStep = {},
        const QString &details = {});
    void clear();

    // Shown on the right until the next message; empty: none.
    void setAction(const QString &text);
    void setDismissable(bool dismissable); // until the next message

    QString sentence() const;
    QString details() const;

signals:
    void actionTriggered();
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void build();
    void keepHeight();
    void applyTone();

    Tone m_tone = Tone::Quiet;
    QLabel *m_sign;
    QLabel *m_sentence;
    QLabel *m_nextStep;
    QLabel *m_details;
    QPushButton *m_detailsButton;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace falconer
