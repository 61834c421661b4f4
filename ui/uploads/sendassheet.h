// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/sheet.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace falconer {

struct Upload;

// Asks under which other name a file is sent: its own is taken, or the server refuses it.
class SendAsSheet final : public Sheet {
    Q_OBJECT

public:
    SendAsSheet(const Upload &upload, QWidget *window);

signals:
    void chosen(const QString &filename);

private:
    void judge();

    QString m_former;
    bool m_isTaken; // else refused
    QLineEdit *m_name;
    QLabel *m_problem;
    QPushButton *m_send;
};

// "gateway-2.swu" for "gateway.swu".
QString otherFilename(const QString &filename);
// Without what makes a name look like HTML, which hawkBit refuses.
QString plainFilename(const QString &filename);

} // namespace falconer
