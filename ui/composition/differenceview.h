// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/composition/differencetext.h"

#include <QSet>
#include <QWidget>

class QGridLayout;

namespace falconer {

// Two columns side by side, a line each thing that differs; what is equal is folded behind a link a
// section. Signs and words say what a colour would.
class DifferenceView final : public QWidget {
    Q_OBJECT

public:
    explicit DifferenceView(QWidget *parent = nullptr);

    void setTitles(const QString &left, const QString &right);
    void setSections(const QList<DifferenceSection> &sections);
    void setEqualShown(int section, bool shown);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addSection(QGridLayout &grid, int number);
    void addLine(QGridLayout &grid, const DifferenceLine &line);

    QString m_left;
    QString m_right;
    QList<DifferenceSection> m_sections;
    QSet<int> m_unfolded;
    QWidget *m_page = nullptr;
};

} // namespace falconer
