// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int besideSize = 16;
constexpr int besideGap = 4;

struct Picture {
    Icon id;
    const char *file; // below :/icons/
};

constexpr std::array pictures = {
    Picture{ Icon::InSync, "signs/in-sync" },
    Picture{ Icon::Pending, "signs/pending" },
    Picture{ Icon::Error, "signs/error" },
    Picture{ Icon::Registered, "signs/registered" },
    Picture{ Icon::Unknown, "signs/unknown" },
    Picture{ Icon::Overdue, "signs/overdue" },
    Picture{ Icon::Warning, "signs/warning" },
    Picture{ Icon::Canceled, "signs/canceled" },
    Picture{ Icon::Canceling, "signs/canceling" },
    Picture{ Icon::Downloaded, "signs/downloaded" },
    Picture{ Icon::Waiting, "signs/waiting" },
    Picture{ Icon::Information, "signs/information" },
    Picture{ Icon::Deploy, "deploy" },
    Picture{ Icon::Repository, "bootstrap/box-seam" },
    Picture{ Icon::Rollouts, "bootstrap/bar-chart-steps" },
    Picture{ Icon::Actions, "bootstrap/list-task" },
    Picture{ Icon::Types, "bootstrap/tag" },
    Picture{ Icon::Server, "bootstrap/hdd-stack" },
    Picture{ Icon::Search, "bootstrap/search" },
    Picture{ Icon::Filter, "bootstrap/funnel" },
    Picture{ Icon::Add, "bootstrap/plus-lg" },
    Picture{ Icon::Remove, "bootstrap/x-lg" },
    Picture{ Icon::Edit, "bootstrap/pencil" },
    Picture{ Icon::Delete, "bootstrap/trash" },
    Picture{ Icon::Copy, "bootstrap/files" },
    Picture{ Icon::Check, "bootstrap/check-lg" },
    Picture{ Icon::Undo, "bootstrap/arrow-counterclockwise" },
    Picture{ Icon::Refresh, "bootstrap/arrow-clockwise" },
    Picture{ Icon::Columns, "bootstrap/layout-three-columns" },
    Picture{ Icon::Maximize, "bootstrap/fullscreen" },
    Picture{ Icon::Restore, "bootstrap/fullscreen-exit" },
    Picture{ Icon::ZoomIn, "bootstrap/zoom-in" },
    Picture{ Icon::ZoomOut, "bootstrap/zoom-out" },
    Picture{ Icon::Expand, "bootstrap/chevron-right" },
    Picture{ Icon::Collapse, "bootstrap/chevron-down" },
    Picture{ Icon::Up, "bootstrap/arrow-up" },
    Picture{ Icon::Down, "bootstrap/arrow-down" },
    Picture{ Icon::More, "bootstrap/three-dots" },
    Picture{ Icon::Play, "bootstrap/play-circle" },
    Picture{ Icon::Pause, "bootstrap/pause-circle" },
    Picture{ Icon::Stop, "bootstrap/slash-circle" },
    Picture{ Icon::Force, "bootstrap/lightning-charge" },
    Picture{ Icon::Send, "bootstrap/send" },
    Picture{ Icon::Download, "bootstrap/download" },
    Picture{ Icon::Reveal, "bootstrap/eye" },
    Picture{ Icon::Conceal, "bootstrap/eye-slash" },
    Picture{ Icon::Key, "bootstrap/key" },
    Picture{ Icon::Locked, "bootstrap/lock" },
    Picture{ Icon::Certificate, "bootstrap/shield-lock" },
    Picture{ Icon::CertificateProblem, "bootstrap/shield-exclamation" },
    Picture{ Icon::Offline, "bootstrap/wifi-off" },
    Picture{ Icon::Connect, "bootstrap/plug" },
    Picture{ Icon::Disconnect, "bootstrap/box-arrow-right" },
    Picture{ Icon::Calendar, "bootstrap/calendar-event" },
    Picture{ Icon::Device, "bootstrap/cpu" },
    Picture{ Icon::Empty, "bootstrap/inboxes" },
};

// Colours by the application's palette at the time of drawing.
class ThemeIconEngine final : public QIconEngine {
public:
    ThemeIconEngine(Icon id, Tone tone)
        : m_id(id)
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_id, colour(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        QPixmap square = iconPixmap(m_id, colour(mode), qMin(size.width(), size.height()), 1);
        if (size.width() <= square.width())
            return square;
        QPixmap wide(size); // room behind it: setIconBeside()
        wide.fill(Qt::transparent);
        QPainter(&wide).drawPixmap(0, 0, square);
        return wide;
    }

    QIconEngine *clone() const override { return new ThemeIconEngine(*this); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return toneColour(palette, m_tone, mode == QIcon::Selected);
    }

    Icon m_id;
    Tone m_tone;
};

// A document that is printed or scaled at will.
bool hasNoPixels(const QPaintEngine &engine)
{
    return engine.type() == QPaintEngine::SVG || engine.type() == QPaintEngine::Pdf;
}

void drawShape(QPainter &painter, const QRect &rect, Icon id, const QColor &colour)
{
    QFile file(iconFile(id));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray svg = file.readAll().replace("currentColor", colour.name().toLatin1());
    QSvgRenderer(svg).render(&painter, rect);
}

} // namespace

QString iconFile(Icon id)
{
    const auto found = std::find_if(
        pictures.begin(), pictures.end(), [id](const Picture &p) { return p.id == id; });
    return u":/icons/"_s + QLatin1StringView(found->file) + u".svg"_s;
}

QIcon icon(Icon id, Tone tone)
{
    return QIcon(new ThemeIconEngine(id, tone));
}

void setIconBeside(QToolButton &button, Icon id)
{
    button.setIcon(icon(id));
    button.setIconSize(QSize(besideSize + besideGap, besideSize));
    button.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

QPixmap iconPixmap(Icon id, const QColor &colour, int size, qreal devicePixelRatio)
{
    const int pixels = int(std::ceil(size * devicePixelRatio));
    const QString key = u"falconer-icon-%1-%2-%3-%4"_s.arg(int(id))
                            .arg(colour.rgba(), 0, 16)
                            .arg(pixels)
                            .arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    {
        QPainter painter(&pixmap);
        QSvgRenderer(iconFile(id)).render(&painter);
        // QtSvg draws currentColor black: keep its shape, give it our colour.
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colour);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRect &rect, Icon id, const QColor &colour)
{
    const int size = qMin(rect.width(), rect.height());
    const QPoint at(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2);
    if (hasNoPixels(*painter.paintEngine()))
        return drawShape(painter, QRect(at, QSize(size, size)), id, colour);
    painter.drawPixmap(at, iconPixmap(id, colour, size, painter.device()->devicePixelRatioF()));
}

} // namespace falconer
