// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace falconer {

// The 24 px below everything: a passing word on the left, who I am and what the server can on the
// right.
class StatusLine final : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setMessage(const QString &text);
    void setUser(const QString &text, const QString &toolTip = {});
    void setDialect(const QString &text, const QString &toolTip = {});
    void setRate(const QString &text);
    void clear();

private:
    QLabel *m_message;
    QLabel *m_user;
    QLabel *m_dialect;
    QLabel *m_rate;
};

} // namespace falconer
