// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/timelineprint.h"

#include <QByteArray>
#include <QImage>

namespace falconer {

// Draws what a timeline shows into the bytes of a file. On the GUI thread only: icons are pixmaps.
class TimelineExporter final {
    Q_DECLARE_TR_FUNCTIONS(falconer::TimelineExporter)

public:
    static constexpr int mostImageRows = 200; // beyond, a picture is too large to be opened

    explicit TimelineExporter(TimelineInView view)
        : m_print(std::move(view))
    {
    }

    QImage image() const; // two pixels a logical one
    QByteArray svg() const;
    QByteArray pdf() const; // A4, landscape; many lanes are on several pages

private:
    QList<int> pagesOf(int height) const; // how many rows are on each

    TimelinePrint m_print;
};

QByteArray pngOf(const QImage &image); // on any thread

} // namespace falconer
