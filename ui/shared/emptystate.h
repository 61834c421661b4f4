// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace falconer {

// What stands in the middle of a place that has nothing to show: why, what to do, perhaps a button.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setContent(Icon icon, const QString &sentence, const QString &nextStep = {});
    void setAction(const QString &text); // empty: no button
    QString sentence() const;

signals:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawPicture();

    Icon m_icon = Icon::Empty;
    QLabel *m_picture;
    QLabel *m_sentence;
    QLabel *m_nextStep;
    QPushButton *m_action;
};

} // namespace falconer
