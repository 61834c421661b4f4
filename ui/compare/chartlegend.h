// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QList>
#include <QPen>
#include <QString>
#include <QWidget>

namespace falconer {

// What a chart's colours mean, in words beside each other, in as many lines as it takes.
class ChartLegend final : public QWidget {
    Q_OBJECT

public:
    struct Entry {
        QBrush brush;
        QPen pen;
        QString text;

        bool operator==(const Entry &) const = default;
    };

    explicit ChartLegend(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);
    QStringList texts() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    // Where each entry stands; the lines it takes are the height.
    QList<QRect> places(int width) const;

    QList<Entry> m_entries;
};

} // namespace falconer
