// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/percentcourse.h"
#include "ui/export/timelineinview.h"
#include "ui/timeline/lanepainter.h"

#include <QCoreApplication>
#include <QPalette>

class QPainter;

namespace falconer {

// A timeline on paper: what it is in two head lines, the axis, what is usual, the rows. Always in
// the light look; names are shown whole. Sizes in logical pixels of 1/96 inch.
class TimelinePrint final {
    Q_DECLARE_TR_FUNCTIONS(falconer::TimelinePrint)

public:
    explicit TimelinePrint(TimelineInView view);

    QString title() const; // "Install timeline, edge-os 4.2.0, 12 devices"
    int rowCount() const { return int(m_view.rows.size()); }
    int width() const;
    int height(int first, int count) const;      // with so many rows
    int rowsWithin(int height, int first) const; // at least 1, while there are any

    // Rows from first on at the painter's origin; pageWords stand in the right corner.
    void paint(QPainter &painter, int first, int count, const QString &pageWords = {}) const;

private:
    QString subtitle() const;
    int namesWidthNeeded() const;
    int roomForEnds() const;
    bool hasRuler() const;
    int rowsTop() const;
    int rowHeight(int row) const;
    LanePicture pictureOf(int lane) const;
    void paintTimes(QPainter &painter, int first, int count) const;
    void paintNow(QPainter &painter, int bottom) const;
    void paintNames(QPainter &painter, int first, int count) const;
    void paintRuler(QPainter &painter) const;
    QList<PercentPoint> curve() const; // of the only lane
    void paintCurve(QPainter &painter, int top) const;
    void paintHead(QPainter &painter, const QString &pageWords) const;

    TimelineInView m_view;
    QPalette m_palette;
    mutable TextCache m_texts;
    int m_namesWidth = 0;
    int m_timeWidth = 0;
};

} // namespace falconer
