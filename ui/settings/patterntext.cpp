// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/patterntext.h"

#include <QCoreApplication>
#include <QLocale>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::PatternText)
};

QString unknownCapture(const PatternProblem &problem, const MessagePattern &pattern)
{
    const int groups = compilePattern(pattern.expression).captureCount();
    const QString there = groups == 0
        ? Words::tr("the expression has no group in parentheses")
        : Words::tr("the expression has %n group(s) in parentheses", nullptr, groups);
    return problem.position < 0
        ? Words::tr("The percentage is to come from group %1, but %2.").arg(problem.detail, there)
        : Words::tr("The name uses %1, but %2.").arg(problem.detail, there);
}

} // namespace

QString roleWord(PatternRole role)
{
    switch (role) {
    case PatternRole::Begin:
        return Words::tr("Begin of a step");
    case PatternRole::End:
        return Words::tr("End of a step");
    case PatternRole::Failed:
        return Words::tr("Failure of a step");
    case PatternRole::Progress:
        return Words::tr("Progress of a step");
    case PatternRole::Mark:
        return Words::tr("Mark");
    }
    Q_UNREACHABLE();
}

QString clientWord(const PatternLine &line)
{
    if (line.isOwn)
        return Words::tr("yours");
    return line.client == "*"_L1 ? Words::tr("any client") : line.client;
}

QString patternProblemSentence(const PatternProblem &problem, const MessagePattern &pattern)
{
    switch (problem.fault) {
    case PatternFault::EmptyExpression:
        return Words::tr("Type what a message of your devices contains: a regular expression.");
    case PatternFault::TooLong:
        return Words::tr("The expression is longer than %1 characters.")
            .arg(QLocale().toString(mostPatternLength));
    case PatternFault::Syntax:
        return Words::tr("This is no regular expression yet, at character %1: %2.")
            .arg(problem.position)
            .arg(problem.detail);
    case PatternFault::UnknownCapture:
        return unknownCapture(problem, pattern);
    case PatternFault::MatchesAll:
        return Words::tr("It matches every message, even an empty one: say more of what a message "
                         "must contain.");
    case PatternFault::TooSlow:
        return Words::tr("It would take too long: a long message can be tried in too many ways. "
                         "The cause is mostly a repetition of a repetition, such as (a+)+.");
    }
    Q_UNREACHABLE();
}

} // namespace falconer
