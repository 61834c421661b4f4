// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace falconer {

// The 32 px line over a pane: its title, a quiet word beside it ("1,284"), controls on the right.
class PaneHead : public QFrame {
    Q_OBJECT

public:
    explicit PaneHead(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSummary(const QString &text);
    QString summary() const;
    void setSummaryVisible(bool visible);
    // From left to right, after those added before; beside the title or at the right edge.
    void addBesideTitle(QWidget *widget);
    void addControl(QWidget *widget);

private:
    QLabel *m_title;
    QLabel *m_summary;
    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
};

} // namespace falconer
