// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/fieldproblems.h"

#include "ui/shared/formfield.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FieldProblems)
};

// "create.create[0].name size must be between 1 and 128.": the last part of the path is the field
// (hawkbit-api 3.1). Several stand behind each other, in any order.
const QRegularExpression &constraints()
{
    static const QRegularExpression expression(
        uR"(([A-Za-z]+) (?:size must be between (?<least>\d+) and (?<most>\d+))"
        uR"(|(?<missing>must not be (?:null|blank|empty)))"
        uR"(|must be greater than or equal to (?<from>\d+))"
        uR"(|must be less than or equal to (?<to>\d+))"
        uR"(|(?<blanks>has whitespaces which are not allowed))"
        uR"(|(?<html>Invalid characters in string))\.)"_s);
    return expression;
}

QString lengthSentence(int least, int most)
{
    return least > 0 ? Words::tr("From %1 to %2 characters are allowed.").arg(least).arg(most)
                     : Words::tr("At most %1 characters are allowed.").arg(most);
}

QString sentenceOf(const QRegularExpressionMatch &match)
{
    if (match.hasCaptured(u"most"))
        return lengthSentence(match.captured(u"least").toInt(), match.captured(u"most").toInt());
    if (match.hasCaptured(u"missing"))
        return Words::tr("This is needed.");
    if (match.hasCaptured(u"from"))
        return Words::tr("At least %1 is needed.").arg(match.captured(u"from"));
    if (match.hasCaptured(u"to"))
        return Words::tr("At most %1 is allowed.").arg(match.captured(u"to"));
    if (match.hasCaptured(u"blanks"))
        return Words::tr("Blanks are not allowed.");
    return Words::tr("The server takes no HTML here, such as <b>.");
}

} // namespace

QMap<QString, QString> fieldProblems(const Error &error)
{
    QMap<QString, QString> problems;
    if (error.code != "repo.constraintViolation"_L1)
        return problems;
    auto match = constraints().globalMatch(error.message);
    while (match.hasNext()) {
        const QRegularExpressionMatch one = match.next();
        problems.insert(one.captured(1), sentenceOf(one));
    }
    return problems;
}

bool FieldMap::show(const Error &error) const
{
    const QMap<QString, QString> problems = fieldProblems(error);
    bool isComplete = !problems.isEmpty();
    FormField *first = nullptr;
    for (auto it = problems.cbegin(); it != problems.cend(); ++it) {
        FormField *const field = m_fields.value(it.key());
        isComplete = isComplete && field;
        if (!field)
            continue;
        field->setProblem(it.value());
        if (!first || field->y() < first->y())
            first = field;
    }
    if (first)
        first->field()->setFocus(Qt::OtherFocusReason);
    return isComplete;
}

void FieldMap::clear() const
{
    for (FormField *const field : m_fields)
        field->setProblem({});
}

} // namespace falconer
