// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/rulerpainter.h"

#include "ui/timeline/bartexts.h"
#include "ui/timeline/timetexts.h"

#include <QPainter>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 10;

// A device mostly calls the whole of it by one name: its parts are what is drawn.
int outerDepth(const QList<TypicalStep> &course)
{
    int whole = 0, parts = 0;
    for (const TypicalStep &step : course) {
        whole += step.key.kind == StepKey::Kind::Step && step.depth == 0;
        parts += step.key.kind == StepKey::Kind::Step && step.depth == 1;
    }
    return whole == 1 && parts > 0 ? 1 : 0;
}

} // namespace

RulerPainter::RulerPainter(
    QPainter &painter, const QPalette &palette, const TimeScale &scale, TextCache &texts)
    : m_painter(painter)
    , m_colours(colours(palette))
    , m_scale(scale)
    , m_texts(texts)
    , m_bars(painter, palette, texts)
{
}

bool RulerPainter::isDrawn(const QList<TypicalStep> &course)
{
    return std::ranges::any_of(course, [](const TypicalStep &step) {
        return step.key.kind == StepKey::Kind::Step || step.key == StepKey::of(PhaseKind::Download);
    });
}

void RulerPainter::paintHead(const QRect &rect, const LaneInsight &insight)
{
    const QRect room = rect.adjusted(padding, 0, -6, 0);
    const auto line = [&](int top, TextSize size, const QString &text) {
        ShapedTexts &words = m_texts.of(themeFont(size));
        words.draw(m_painter, QRect(room.left(), rect.top() + top, room.width(), 16),
            words.elided(text, room.width()));
    };
    int devices = 0;
    for (const TypicalStep &step : insight.typical())
        devices = std::max(devices, step.devices);
    const StepStatistics *const total = insight.usual(StepKey::total());
    m_painter.setPen(m_colours.plain.text);
    line(3, TextSize::Body,
        total ? tr("Usually %1").arg(spanText(total->median)) : tr("Usual course"));
    m_painter.setPen(m_colours.quiet.text);
    line(19, TextSize::Small,
        total && total->p95 ? tr("median of %1, 95 % in %2").arg(devices).arg(spanText(*total->p95))
                            : tr("median of %n device(s)", nullptr, devices));
}

void RulerPainter::paintBody(const QRect &rect, const QList<TypicalStep> &course)
{
    m_painter.save();
    m_painter.setClipRect(rect, Qt::IntersectClip);
    m_painter.setRenderHint(QPainter::Antialiasing);
    const int outer = outerDepth(course);
    int inner = 0;
    for (const TypicalStep &step : course) {
        if (step.key == StepKey::of(PhaseKind::Download))
            paintStep(rect, step, BarKind::Download, false);
        if (step.key.kind != StepKey::Kind::Step)
            continue;
        if (step.depth == outer)
            paintStep(rect, step, BarKind::Outer, false);
        else if (step.depth == outer + 1)
            paintStep(rect, step, BarKind::Inner, inner++ % 2 == 1);
    }
    m_painter.restore();
}

void RulerPainter::paintStep(const QRect &rect, const TypicalStep &step, BarKind kind, bool isNext)
{
    const Bar bar{ .kind = kind, .startMs = step.start, .endMs = step.start + step.median };
    QList<PlacedBar> placed = placeBars({ bar }, 0, m_scale, rect.width());
    if (placed.isEmpty())
        return;
    placed.first().isNext = isNext;
    const QString name
        = step.key.kind == StepKey::Kind::Step ? step.key.name : phaseName(step.key.phase);
    m_bars.paint(
        rect, placed.first(), detailedLane, { name + u"  "_s + spanText(step.median), name });
    if (!step.p95 || *step.p95 <= step.median)
        return;
    const QRectF drawn = placed.first().rect.translated(rect.topLeft());
    const double end = rect.left() + m_scale.x(double(step.start + *step.p95));
    if (end - drawn.right() < 3)
        return;
    const double y = drawn.bottom() + (kind == BarKind::Inner ? 2 : -drawn.height() - 2);
    m_painter.setPen(QPen(m_colours.quiet.text, 1));
    m_painter.drawLine(QPointF(drawn.right(), y), QPointF(end, y));
    m_painter.drawLine(QPointF(end, y - 2), QPointF(end, y + 2));
}

} // namespace falconer
