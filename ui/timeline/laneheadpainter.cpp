// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/laneheadpainter.h"

#include "ui/shared/icons.h"

#include <QPainter>

#include <algorithm>

namespace falconer {

namespace {

constexpr int padding = 10;
constexpr int signSize = Metrics::signSize;

} // namespace

LaneHeadPainter::LaneHeadPainter(QPainter &painter, const QPalette &palette, TextCache &texts)
    : m_painter(painter)
    , m_colours(colours(palette))
    , m_names(texts.of(themeFont(TextSize::Body)))
    , m_words(texts.of(themeFont(TextSize::Small)))
{
}

void LaneHeadPainter::paint(const QRect &rect, const LanePicture &picture, bool selected)
{
    if (selected)
        m_painter.fillRect(rect, m_colours.selectedRow);
    const QRect room = rect.adjusted(padding, 0, -6, 0);
    if (picture.metrics == &detailedLane)
        paintWide(room, picture, selected);
    else
        paintSlim(room, picture, selected);
}

QColor LaneHeadPainter::colour(Tone tone, bool selected) const
{
    return selected ? m_colours.tone(tone).onSelected : m_colours.tone(tone).text;
}

void LaneHeadPainter::paintSign(const QRect &rect, const LaneWords &words, bool selected)
{
    paintIcon(m_painter, rect, words.icon, colour(words.tone, selected));
}

// The name, below it the state.
void LaneHeadPainter::paintWide(const QRect &rect, const LanePicture &picture, bool selected)
{
    const LaneWords &words = picture.words;
    const QRect name(rect.left(), rect.top() + 3, rect.width(), 16);
    m_painter.setPen(colour(Tone::Plain, selected));
    m_names.draw(
        m_painter, name, m_names.elided(picture.lane->title(), name.width(), Qt::ElideMiddle));
    paintSign(QRect(rect.left(), rect.top() + 20, signSize, signSize), words, selected);
    const bool isLoud = words.tone == Tone::Attention || words.tone == Tone::Failure;
    m_painter.setPen(colour(isLoud ? words.tone : Tone::Plain, selected));
    const QRect status(
        rect.left() + signSize + 5, rect.top() + 19, rect.width() - signSize - 5, 16);
    m_words.draw(m_painter, status, m_words.elided(words.status, status.width()));
}

// One line: sign and name; the state behind them, in what room is left.
void LaneHeadPainter::paintSlim(const QRect &rect, const LanePicture &picture, bool selected)
{
    const LaneWords &words = picture.words;
    paintSign(QRect(rect.left(), rect.top() + (rect.height() - signSize) / 2, signSize, signSize),
        words, selected);
    const QRect line = rect.adjusted(signSize + 5, 0, 0, 0);
    const int wanted = qRound(m_words.width(words.status));
    const int nameWidth = std::max(line.width() - wanted - 8, line.width() * 55 / 100);
    const QString name
        = m_words.elided(picture.lane->title(), std::max(nameWidth, 20), Qt::ElideMiddle);
    m_painter.setPen(colour(Tone::Plain, selected));
    m_words.draw(m_painter, line, name);
    const QRect status = line.adjusted(qRound(m_words.width(name)) + 8, 0, 0, 0);
    m_painter.setPen(colour(words.tone == Tone::Plain ? Tone::Quiet : words.tone, selected));
    m_words.draw(m_painter, status, m_words.elided(words.status, status.width()), Qt::AlignRight);
}

} // namespace falconer
