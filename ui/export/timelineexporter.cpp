// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/timelineexporter.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// Fonts have sizes in points: only with the resolution of the screen they fit the pixels.
int screenResolution()
{
    return QImage(1, 1, QImage::Format_RGB32).logicalDpiX();
}

} // namespace

QImage TimelineExporter::image() const
{
    constexpr int ratio = 2;
    const int all = m_print.rowCount();
    const int rows = std::min(all, mostImageRows);
    QImage image(QSize(m_print.width(), m_print.height(0, rows)) * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    m_print.paint(painter, 0, rows,
        rows < all ? tr("the first %1 of %2 rows").arg(rows).arg(all) : QString());
    return image;
}

QByteArray TimelineExporter::svg() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const QSize size(m_print.width(), m_print.height(0, m_print.rowCount()));
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(screenResolution());
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(m_print.title());
    QPainter painter(&generator);
    m_print.paint(painter, 0, m_print.rowCount());
    painter.end();
    return bytes;
}

QByteArray TimelineExporter::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(screenResolution());
    writer.setTitle(m_print.title());
    writer.setCreator(u"Falconer"_s);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape,
        QMarginsF(8, 8, 8, 8), QPageLayout::Millimeter));
    const double scale = std::min(1.0, double(writer.width()) / m_print.width());
    const QList<int> pages = pagesOf(int(writer.height() / scale));
    QPainter painter(&writer);
    painter.scale(scale, scale);
    int first = 0;
    for (int page = 0; page < pages.size(); ++page) {
        if (page > 0)
            writer.newPage();
        m_print.paint(painter, first, pages[page],
            pages.size() > 1 ? tr("page %1 of %2").arg(page + 1).arg(pages.size()) : QString());
        first += pages[page];
    }
    painter.end();
    return bytes;
}

QList<int> TimelineExporter::pagesOf(int height) const
{
    QList<int> pages;
    for (int first = 0; first < m_print.rowCount(); first += pages.last())
        pages << m_print.rowsWithin(height, first);
    return pages.isEmpty() ? QList<int>{ 0 } : pages;
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace falconer
