// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace falconer {

// The query language of q: a tree of comparisons, by the grammar of cz.jirutka's rsql-parser 2.1.
struct RsqlNode {
    enum class Kind { And, Or, Comparison };

    Kind kind = Kind::Comparison;
    std::vector<RsqlNode> children; // of And and Or
    QString selector;               // of a comparison: "assignedds.name"
    QString op;                     // ==, !=, =lt=, =le=, =gt=, =ge=, =in=, =out=, =is=, =not=
    QStringList values;             // unquoted
};

// Nothing when the text is not well formed or has an operator that hawkBit lacks.
std::optional<RsqlNode> parseRsql(const QString &text);

} // namespace falconer
