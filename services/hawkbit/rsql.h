// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace falconer {

// Builds RSQL, the query language of hawkBit's lists (hawkbit-api 2.3). Text typed by people never
// reaches a query without being quoted here.

// One value: bare where the grammar allows it, else in double quotes. A '*' stays a wildcard; a
// literal one can be searched only with rsqlIn().
QString rsqlValue(const QString &value);

// "field==value", with a literal '*' too.
QString rsqlSame(const QString &field, const QString &value);

// "field=in=(a,b)" as often as needed for every part to stay below maxEncodedSize bytes once it is
// percent-encoded in an address. No values: no parts.
QStringList rsqlIn(
    const QString &field, const QStringList &values, qsizetype maxEncodedSize = 5000);

// All of them at once; empty ones are left out.
QString rsqlAnd(const QStringList &parts);

// Whether text is meant as RSQL: a comparison operator stands behind a field name outside quotes.
bool isRsql(const QString &text);

// What a search field says. RSQL passes through, but for '<' before a letter, which servers take
// for HTML and refuse in saved filters: it becomes =lt=. In plain text every word, or phrase in
// quotes, must be found in one of the fields; a word with '*' is matched as it stands.
QString plainWordsToRsql(const QString &text, const QStringList &fields);

} // namespace falconer
