// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/answers.h"
#include "services/simulator/fieldreader.h"

namespace falconer {

// The ids of one request do not follow the order of its array: on a real server any order may come
// (hawkbit-api 1.1). Here the even places get theirs first, from behind, then the odd ones.
template <typename T> void giveIds(Fleet &fleet, QList<T> &rows)
{
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        if (i % 2 == 1)
            rows[i].id = fleet.nextId();
    }
    for (qsizetype i = 0; i < rows.size(); i += 2)
        rows[i].id = fleet.nextId();
}

// Creating several rows by one array: read, check and insert are all or nothing. The rule reads one
// row from its object (with its refusals in the reader), says which two clash, and how one is
// written.
template <typename T>
SimResponse createAll(SimContext &context, Table<T> &table,
    const std::function<T(FieldReader &)> &read,
    const std::function<bool(const T &, const T &)> &clashes,
    const std::function<QJsonObject(const T &)> &write)
{
    const QJsonArray entries = context.body.toArray();
    QList<T> rows;
    for (const QJsonValue &entry : entries) {
        FieldReader reader(entry);
        const T row = read(reader);
        if (reader.refused())
            return *reader.refused();
        rows << row;
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        for (qsizetype k = 0; k < i; ++k) {
            if (clashes(rows.at(i), rows.at(k)))
                return alreadyExists();
        }
        for (const auto &[id, other] : table.rows()) {
            if (clashes(rows.at(i), other))
                return alreadyExists();
        }
    }
    giveIds(context.fleet, rows);
    QJsonArray written;
    for (T &row : rows) {
        row.audit = context.fleet.created(context.who());
        written << write(table.insert(row));
    }
    return answer(201, written);
}

// A text that a PUT may change: absent leaves it.
inline void update(QString &text, const QString &wanted)
{
    if (!wanted.isNull())
        text = wanted;
}

} // namespace falconer
