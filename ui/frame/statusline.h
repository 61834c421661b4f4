// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace falconer {

// The 24 px below everything: a passing word and the uploads on the left, who I am and what the
// server can on the right.
class StatusLine final : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setMessage(const QString &text);
    void setUser(const QString &text, const QString &toolTip = {});
    void setDialect(const QString &text, const QString &toolTip = {});
    void setRate(const QString &text);
    // How far the uploads are; a click shows them.
    // waiting: what they wait for, for the tooltip; may be empty.
    void setUploads(const QString &text, Tone tone, const QString &waiting = {});
    void clear();

signals:
    void uploadsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void colourUploads();

    QLabel *m_message;
    QToolButton *m_uploads;
    Tone m_uploadsTone = Tone::Quiet;
    QLabel *m_user;
    QLabel *m_dialect;
    QLabel *m_rate;
};

} // namespace falconer
