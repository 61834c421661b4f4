// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/sheet.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace falconer {

// Asks under which other name a file is sent.
class SendAsSheet final : public Sheet {
    Q_OBJECT

public:
    SendAsSheet(const QString &filename, const QString &moduleTitle, QWidget *window);

signals:
    void chosen(const QString &filename);

private:
    void judge();

    QString m_taken;
    QLineEdit *m_name;
    QLabel *m_problem;
    QPushButton *m_send;
};

// "gateway-2.swu" for "gateway.swu".
QString otherFilename(const QString &filename);

} // namespace falconer
