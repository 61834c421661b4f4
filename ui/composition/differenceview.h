// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/composition/differencetext.h"

#include <QSet>
#include <QTextBrowser>

class QTextTable;

namespace falconer {

// Two columns side by side, a line each thing that differs; what is equal is folded behind a link a
// section. Signs and words say what a colour would. One text, however much it is: read, searched
// for and copied by keyboard, broken anywhere where a value has no blanks.
class DifferenceView final : public QTextBrowser {
    Q_OBJECT

public:
    explicit DifferenceView(QWidget *parent = nullptr);

    void setTitles(const QString &left, const QString &right);
    void setSections(const QList<DifferenceSection> &sections);
    void setEqualShown(int section, bool shown);

    int contentHeight() const; // for the width it has

signals:
    void contentHeightChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addSigns();
    int rowsOf(int section) const;
    void addTitles(QTextTable &table);
    int addSection(QTextTable &table, int row, int section);
    int addFold(QTextTable &table, int row, int section);
    void addLine(QTextTable &table, int row, const DifferenceLine &line);
    void follow(const QUrl &link);

    QString m_left;
    QString m_right;
    QList<DifferenceSection> m_sections;
    QSet<int> m_unfolded;
};

} // namespace falconer
