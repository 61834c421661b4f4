// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/steptable.h"

#include "services/analysis/quantiles.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::StepTable)
};

constexpr Qt::Alignment atRight = Qt::AlignRight | Qt::AlignVCenter;

QString phaseText(PhaseKind kind)
{
    switch (kind) {
    case PhaseKind::WaitingForDevice:
        return Words::tr("Waiting for the device");
    case PhaseKind::WaitingForConfirmation:
        return Words::tr("Waiting for confirmation");
    case PhaseKind::Retrieved:
        return Words::tr("Deployment read");
    case PhaseKind::Download:
        return Words::tr("Download");
    case PhaseKind::Downloaded:
        return Words::tr("Downloaded, not installing yet");
    case PhaseKind::Install:
        return Words::tr("Installation");
    case PhaseKind::Installed:
        return Words::tr("Until the closing report");
    }
    Q_UNREACHABLE();
}

QString percentText(double share)
{
    return Words::tr("%1 %").arg(std::lround(share * 100));
}

QString indented(const StepLine &line)
{
    // The sign of the slowest one stands where the others are indented.
    const int depth = line.isSlowest ? 0 : int(line.statistics.key.kind);
    return QString(depth, QChar(0x2002)) + stepText(line.statistics.key);
}

CellLook nameLook(const StepLine &line)
{
    if (line.isSlowest)
        return { Meaning::Attention, Sign::Warning };
    return { isWork(line.statistics.key) ? Meaning::Plain : Meaning::Quiet, Sign::None };
}

CellLook durationLook(const StepLine &line)
{
    return { line.isSlowest ? Meaning::Attention : Meaning::Plain, Sign::None };
}

QString nameToolTip(const StepLine &line)
{
    if (!line.isSlowest)
        return {};
    return line.share ? Words::tr("The slowest step: %1 of the total").arg(percentText(*line.share))
                      : Words::tr("The slowest step");
}

Column<StepLine> durationColumn(const QString &id, const QString &title,
    const DurationText &durationText, std::function<qint64(const StepStatistics &)> value)
{
    return { .id = id,
        .title = title,
        .text = [durationText, value = std::move(value)](
                    const StepLine &line) { return durationText(value(line.statistics)); },
        .sortKey = id,
        .alignment = atRight,
        .width = 64,
        .look = durationLook };
}

Column<StepLine> p95Column(const DurationText &durationText)
{
    return { .id = u"p95"_s,
        .title = Words::tr("p95"),
        .text =
            [durationText](const StepLine &line) {
                return line.statistics.p95 ? durationText(*line.statistics.p95) : u"\u2013"_s;
            },
        .sortKey = u"p95"_s,
        .alignment = atRight,
        .width = 64,
        .toolTip =
            [](const StepLine &line) {
                return line.statistics.p95 ? Words::tr("19 of 20 devices were as quick or quicker")
                                           : Words::tr("from %1 devices on").arg(leastForP95);
            },
        .look =
            [](const StepLine &line) {
                return CellLook{ line.statistics.p95 ? Meaning::Plain : Meaning::Quiet,
                    Sign::None };
            } };
}

Column<StepLine> shareColumn()
{
    return { .id = u"share"_s,
        .title = Words::tr("Share"),
        .text
        = [](const StepLine &line) { return line.share ? percentText(*line.share) : u"\u2013"_s; },
        .sortKey = u"share"_s,
        .alignment = atRight,
        .width = 56,
        .toolTip = [](const StepLine &) { return Words::tr("of the total, by their medians"); },
        .hiddenByDefault = true };
}

} // namespace

QString stepText(const StepKey &key)
{
    switch (key.kind) {
    case StepKey::Kind::Total:
        return Words::tr("Total");
    case StepKey::Kind::Phase:
        return phaseText(key.phase);
    case StepKey::Kind::Step:
        return key.name;
    }
    Q_UNREACHABLE();
}

QString stepKeyText(const StepKey &key)
{
    return u"%1/%2/%3"_s.arg(int(key.kind)).arg(int(key.phase)).arg(key.name);
}

QList<Column<StepLine>> stepColumns(const DurationText &durationText)
{
    return {
        { .id = u"step"_s,
            .title = Words::tr("Step"),
            .text = indented,
            .sortKey = u"step"_s,
            .width = 180,
            .toolTip = nameToolTip,
            .look = nameLook },
        durationColumn(u"median"_s, Words::tr("Median"), durationText,
            [](const StepStatistics &statistics) { return statistics.median; }),
        p95Column(durationText),
        durationColumn(u"max"_s, Words::tr("Max"), durationText,
            [](const StepStatistics &statistics) { return statistics.max; }),
        { .id = u"slowest"_s,
            .title = Words::tr("Slowest device"),
            .text = [](const StepLine &line) { return line.statistics.slowest; },
            .sortKey = u"slowest"_s,
            .width = 120,
            .toolTip = [](const StepLine &) { return Words::tr("A click shows this device"); } },
        { .id = u"devices"_s,
            .title = Words::tr("Devices"),
            .text
            = [](const StepLine &line) { return QLocale().toString(line.statistics.devices); },
            .sortKey = u"devices"_s,
            .alignment = atRight,
            .width = 60,
            .toolTip = [](const StepLine &) { return Words::tr("that completed it"); } },
        shareColumn(),
    };
}

QString stepsAsText(const QList<StepLine> &lines, const QList<Column<StepLine>> &columns)
{
    QStringList rows;
    QStringList cells;
    for (const Column<StepLine> &column : columns)
        cells << column.title;
    rows << cells.join(u'\t');
    for (const StepLine &line : lines) {
        cells.clear();
        for (const Column<StepLine> &column : columns)
            cells << column.text(line).trimmed().replace(u'\t', u' ');
        rows << cells.join(u'\t');
    }
    return rows.join(u'\n');
}

} // namespace falconer
