// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/patterncolumns.h"

#include "ui/settings/patterntext.h"

#include <QCoreApplication>
#include <QLocale>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::PatternColumns)
};

const QChar dash(0x2013);

CellLook quietIfBuiltIn(const PatternLine &line)
{
    return { line.isOwn ? Meaning::Plain : Meaning::Quiet, Sign::None };
}

bool isIncomplete(const PatternLine &line)
{
    return line.problem && line.problem->fault == PatternFault::EmptyExpression;
}

QString nameText(const PatternLine &line)
{
    if (!line.pattern.name.isEmpty())
        return line.pattern.name;
    return line.pattern.role == PatternRole::Progress ? Words::tr("the innermost step")
                                                      : Words::tr("what was matched");
}

CellLook nameLook(const PatternLine &line)
{
    const bool isTyped = line.isOwn && !line.pattern.name.isEmpty();
    return { isTyped ? Meaning::Plain : Meaning::Quiet, Sign::None };
}

QString percentText(const PatternLine &line)
{
    return line.pattern.percentCapture > 0 ? Words::tr("group %1").arg(line.pattern.percentCapture)
                                           : QString(dash);
}

QString matchesText(const PatternLine &line)
{
    if (!line.isOwn)
        return {};
    if (line.problem)
        return isIncomplete(line) ? Words::tr("incomplete") : Words::tr("cannot be used");
    if (line.isSlow)
        return Words::tr("too slow, cut off");
    return line.matches ? QLocale().toString(*line.matches) : QString(dash);
}

QString matchesToolTip(const PatternLine &line)
{
    if (line.problem)
        return patternProblemSentence(*line.problem, line.pattern);
    return line.isOwn ? Words::tr("Messages of the action in view that it is the first to match")
                      : QString();
}

CellLook matchesLook(const PatternLine &line)
{
    if (line.problem && !isIncomplete(line))
        return { Meaning::Failure, Sign::Invalid };
    if (line.problem || line.isSlow)
        return { Meaning::Attention, Sign::Warning };
    if (line.matches.value_or(0) > 0)
        return { Meaning::Success, Sign::Done };
    return { Meaning::Quiet, Sign::None };
}

} // namespace

QList<Column<PatternLine>> patternColumns()
{
    return {
        { .id = u"tells"_s,
            .title = Words::tr("Tells"),
            .text = [](const PatternLine &line) { return roleWord(line.pattern.role); },
            .width = 144,
            .look = quietIfBuiltIn },
        { .id = u"expression"_s,
            .title = Words::tr("Expression"),
            .text = [](const PatternLine &line) { return line.pattern.expression; },
            .width = 240,
            .look = quietIfBuiltIn },
        { .id = u"name"_s,
            .title = Words::tr("Name"),
            .text = nameText,
            .width = 150,
            .toolTip
            = [](const PatternLine &) { return Words::tr("Of the step, or the mark's text"); },
            .look = nameLook },
        { .id = u"percent"_s,
            .title = Words::tr("Percent"),
            .text = percentText,
            .width = 66,
            .look = quietIfBuiltIn },
        { .id = u"client"_s,
            .title = Words::tr("Whose"),
            .text = clientWord,
            .width = 90,
            .look = quietIfBuiltIn },
        { .id = u"matches"_s,
            .title = Words::tr("Matches"),
            .text = matchesText,
            .width = 136,
            .toolTip = matchesToolTip,
            .look = matchesLook },
    };
}

} // namespace falconer
