// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/patterncolumns.h"

#include <QCoreApplication>
#include <QLocale>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::PreviewColumns)
};

constexpr Qt::Alignment atRight = Qt::AlignRight | Qt::AlignVCenter;

QString whatText(const PreviewLine &line)
{
    const QString kind
        = line.kind == PreviewLine::Kind::Step ? Words::tr("Step") : Words::tr("Mark");
    return line.isNew ? Words::tr("%1, new").arg(kind) : kind;
}

CellLook whatLook(const PreviewLine &line)
{
    return line.isNew ? CellLook{ Meaning::Success, Sign::Done } : CellLook{};
}

// As deep as it lies, on one line.
QString indented(const PreviewLine &line)
{
    return QString(qsizetype(2) * line.depth, QChar(0x2002)) + line.text.simplified();
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(u"HH:mm:ss"_s) : QString();
}

QString outcomeText(const PreviewLine &line)
{
    if (line.kind == PreviewLine::Kind::Mark)
        return {};
    switch (line.outcome) {
    case StepOutcome::Running:
        return Words::tr("running");
    case StepOutcome::Done:
        return Words::tr("done");
    case StepOutcome::Failed:
        return Words::tr("failed");
    case StepOutcome::NoEndReported:
        return Words::tr("no end reported");
    }
    Q_UNREACHABLE();
}

CellLook outcomeLook(const PreviewLine &line)
{
    if (line.kind == PreviewLine::Kind::Mark)
        return {};
    switch (line.outcome) {
    case StepOutcome::Running:
        return { Meaning::Running, Sign::Running };
    case StepOutcome::Done:
        return { Meaning::Success, Sign::Done };
    case StepOutcome::Failed:
        return { Meaning::Failure, Sign::Failed };
    case StepOutcome::NoEndReported:
        return { Meaning::Quiet, Sign::Unknown };
    }
    Q_UNREACHABLE();
}

QString percentText(const PreviewLine &line)
{
    return line.percent ? Words::tr("%1 %").arg(QLocale().toString(*line.percent)) : QString();
}

} // namespace

QList<Column<PreviewLine>> previewColumns()
{
    return {
        { .id = u"what"_s,
            .title = Words::tr("Read as"),
            .text = whatText,
            .width = 116,
            .toolTip =
                [](const PreviewLine &line) {
                    return line.isNew ? Words::tr("Only with your patterns it is read so")
                                      : QString();
                },
            .look = whatLook },
        { .id = u"text"_s, .title = Words::tr("Name"), .text = indented, .width = 260 },
        { .id = u"begin"_s,
            .title = Words::tr("Begin"),
            .text = [](const PreviewLine &line) { return timeText(line.begin); },
            .width = 68 },
        { .id = u"end"_s,
            .title = Words::tr("End"),
            .text = [](const PreviewLine &line) { return timeText(line.end); },
            .width = 68 },
        { .id = u"outcome"_s,
            .title = Words::tr("Outcome"),
            .text = outcomeText,
            .width = 136,
            .look = outcomeLook },
        { .id = u"percent"_s,
            .title = Words::tr("Percent"),
            .text = percentText,
            .alignment = atRight,
            .width = 62 },
        { .id = u"reports"_s,
            .title = Words::tr("Reports"),
            .text = [](const PreviewLine &line) { return QLocale().toString(line.reports); },
            .alignment = atRight,
            .width = 62 },
    };
}

} // namespace falconer
