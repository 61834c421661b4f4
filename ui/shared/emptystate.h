// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/icons.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace falconer {

class PagedModelBase;

// What stands in the middle of a place that has nothing to show: why, what to do, perhaps a button.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setContent(Icon icon, const QString &sentence, const QString &nextStep = {});
    void setAction(const QString &text); // empty: no button
    QString sentence() const;

    struct Words {
        Icon icon = Icon::Empty;
        QString sentence;
        QString nextStep;
        QString action = {}; // empty: no button
        std::function<void()> deed = {};
    };
    // In sight from now on while the model has no row: because there is nothing at all, or nothing
    // that matches its filter. Not while that is not known.
    void follow(const PagedModelBase &model, const Words &nothing, const Words &noMatch);

signals:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawPicture();

    Icon m_icon = Icon::Empty;
    QLabel *m_picture;
    QLabel *m_sentence;
    QLabel *m_nextStep;
    QPushButton *m_action;
};

} // namespace falconer
