// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace falconer {

// What is wrong with a text as RSQL, and where: servers refuse bad grammar without a word of either
// (hawkbit-api 2.3). The server stays the judge; this only finds the place after it has refused.
struct RsqlFault {
    enum class Kind {
        MissingSelector,   // a field's name is wanted here
        MissingOperator,   // == or another comparison is wanted here
        UnknownOperator,   // such as =like=
        MissingValue,      // behind the comparison
        UnclosedQuote,     //
        UnclosedBracket,   //
        UnexpectedBracket, //
        MissingConnection, // ; or , is wanted between two comparisons
    };

    Kind kind = Kind::MissingSelector;
    qsizetype position = 0; // in characters, from 0
    QString text;           // that stands there, may be empty

    bool operator==(const RsqlFault &) const = default;
};

// Nothing: the grammar is right.
std::optional<RsqlFault> findRsqlFault(const QString &text);

} // namespace falconer
