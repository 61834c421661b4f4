// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/recoverability.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace falconer {

// The line below the targets: what is selected, what can be done with it, which rows are in sight.
class SelectionBar final : public QWidget {
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent = nullptr);

    void setCount(qint64 selected);
    void setRows(int first, int last, qint64 total);
    // toolTip: what it will do, or why it cannot.
    void setAssignable(bool enabled, const QString &toolTip);
    void setRecoverable(RecoveryKind kind, bool enabled, const QString &toolTip);

    QSize minimumSizeHint() const override;

signals:
    void assignRequested();
    void recoverRequested(falconer::RecoveryKind kind);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_selected;
    QPushButton *m_assign;
    QPushButton *m_recover[3]; // by RecoveryKind
    QLabel *m_rows;
};

} // namespace falconer
