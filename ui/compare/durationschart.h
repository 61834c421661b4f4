// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/steplines.h"
#include "ui/compare/chartlegend.h"

#include <QChartView>

class QBarCategoryAxis;
class QBarSet;
class QCategoryAxis;
class QHorizontalStackedBarSeries;

namespace falconer {

// How long each step took: a bar a step, to the median, on to the p95 and on to the longest.
class DurationsChart final : public QChartView {
    Q_OBJECT

public:
    explicit DurationsChart(QWidget *parent = nullptr);

    // In the course of an installation. Where there is no room for all the quickest are left out.
    void setLines(const QList<StepLine> &lines);
    int leftOut() const { return m_leftOut; }
    QList<ChartLegend::Entry> legend() const;
    QStringList shownSteps() const; // from the top

signals:
    void legendChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    bool viewportEvent(QEvent *event) override;

private:
    void fill();
    void updateColours();
    int rowAt(const QPoint &place) const;
    int nameWidth() const;

    QList<StepLine> m_lines; // what work consists of
    QList<StepLine> m_shown; // from the bottom, as the axis counts
    int m_leftOut = 0;
    QBarSet *m_median;
    QBarSet *m_p95;
    QBarSet *m_max;
    QHorizontalStackedBarSeries *m_series;
    QBarCategoryAxis *m_steps;
    QCategoryAxis *m_time;
};

} // namespace falconer
