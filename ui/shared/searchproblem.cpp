// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/searchproblem.h"

#include "services/hawkbit/rsqlcheck.h"
#include "ui/shared/errortext.h"

#include <QCoreApplication>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SearchProblem)
};

QString faultText(const RsqlFault &fault)
{
    const QString place = QString::number(fault.position + 1);
    switch (fault.kind) {
    case RsqlFault::Kind::MissingSelector:
        return Words::tr("a field is missing at character %1").arg(place);
    case RsqlFault::Kind::MissingOperator:
        return Words::tr("a comparison such as == is missing at character %1").arg(place);
    case RsqlFault::Kind::UnknownOperator:
        return Words::tr("there is no comparison %1").arg(fault.text);
    case RsqlFault::Kind::MissingValue:
        return Words::tr("a value is missing at character %1").arg(place);
    case RsqlFault::Kind::UnclosedQuote:
        return Words::tr("the quote at character %1 is not closed").arg(place);
    case RsqlFault::Kind::UnclosedBracket:
        return Words::tr("the bracket at character %1 is not closed").arg(place);
    case RsqlFault::Kind::UnexpectedBracket:
        return Words::tr("the bracket at character %1 closes nothing").arg(place);
    case RsqlFault::Kind::MissingConnection:
        return Words::tr("; (and) or , (or) is missing at character %1").arg(place);
    }
    return {};
}

} // namespace

QString searchProblem(const QString &rsql, const Error &error)
{
    const auto fault = findRsqlFault(rsql);
    if (fault && error.code == "rest.param.rsqlParamSyntax"_L1)
        return Words::tr("Not valid RSQL: %1.").arg(faultText(*fault));
    // What servers say of a word where a number is wanted speaks of a body that nobody sent.
    if (error.code == "rest.body.notReadable"_L1)
        return Words::tr("A field wants a number; times are milliseconds since 1970.");
    return error.message.isEmpty() ? errorText(error).sentence
                                   : Words::tr("Refused: %1").arg(error.message.simplified());
}

} // namespace falconer
