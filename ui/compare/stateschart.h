// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/completion.h"
#include "services/analysis/devicestates.h"
#include "ui/compare/chartlegend.h"

#include <QChartView>

class QAreaSeries;
class QCategoryAxis;
class QLineSeries;
class QValueAxis;

namespace falconer {

// How many devices were in which state over time, upon each other: what is done at the bottom, what
// waits on top. Bands of an estimate lie behind the present.
class StatesChart final : public QChartView {
    Q_OBJECT

public:
    static constexpr qsizetype mostPoints = 500;

    explicit StatesChart(QWidget *parent = nullptr);

    void setPoints(const QList<StatePoint> &points);
    void setBands(const QList<CompletionBand> &bands);
    // What its colours mean now, with the numbers at the end; states that nobody was in are left
    // out.
    QList<ChartLegend::Entry> legend() const;
    // "14:05: 12 installing, 3 finished".
    QString textAt(const QDateTime &time) const;

signals:
    void legendChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    QAreaSeries *addArea();
    void fillLines();
    void fillBands();
    void updateAxes();
    void updateColours();

    QList<StatePoint> m_points;
    QList<CompletionBand> m_bands;
    QList<QLineSeries *> m_lines; // a bottom and a top a state
    QList<QAreaSeries *> m_areas; // from the bottom up
    QList<QAreaSeries *> m_ahead; // of the bands
    QCategoryAxis *m_time;
    QValueAxis *m_devices;
};

} // namespace falconer
