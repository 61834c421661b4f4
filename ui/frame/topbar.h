// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include <QFrame>
#include <QPointer>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace falconer {

class ProfilePill;

// The 40 px over everything: where I am, the workspace's search, what waits, how alive the picture
// is. Only its parts; who fills them is the main window.
class TopBar final : public QFrame {
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    ProfilePill &pill() const { return *m_pill; }
    void setSearchWidget(QWidget *search); // nullptr: none
    void setPendingChanges(int changes);   // 0 hides the button
    void setLive(Tone tone, const QString &text, const QString &toolTip = {});

signals:
    void pendingChangesRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawDot();

    ProfilePill *m_pill;
    QHBoxLayout *m_searchSlot;
    QPointer<QWidget> m_search;
    QPushButton *m_changes;
    QLabel *m_dot;
    QLabel *m_live;
    Tone m_tone = Tone::Quiet;
};

} // namespace falconer
