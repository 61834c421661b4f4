// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/queryfield.h"

namespace falconer {

// Building blocks of the field tables.

inline QueryValue textValue(const QString &text)
{
    return text.isNull() ? QueryValue() : QueryValue(text);
}

inline QueryValue timeValue(qint64 time)
{
    return time ? QueryValue(time) : QueryValue();
}

// A key of a map, in any case.
template <typename Map, typename Read>
QueryValue mapValue(const Map &map, const QString &key, Read read)
{
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (it.key().compare(key, Qt::CaseInsensitive) == 0)
            return textValue(read(it.value()));
    }
    return {};
}

inline QueryValue metadataValue(const QMap<QString, SimMetadata> &metadata, const QString &key)
{
    return mapValue(metadata, key, [](const SimMetadata &entry) { return entry.value; });
}

// key, id or name of a type.
template <typename Type> QueryValue typeValue(const Type *type, const QString &sub)
{
    if (!type)
        return {};
    if (sub == QLatin1StringView("id"))
        return type->id;
    return sub == QLatin1StringView("name") ? type->name : type->key;
}

// id, name, version or type of a set.
QueryValue setValue(const Fleet &fleet, qint64 setId, const QString &sub);
QueryValue tagNames(const Table<SimTag> &tags, const QSet<qint64> &ids, const QString &sub = {});

// createdat, createdby, lastmodifiedat, lastmodifiedby: the texts are not known to the old wire.
template <typename T> void addAuditFields(QueryFields<T> &fields, const Fleet &fleet)
{
    const auto add = [&](const QString &name, QueryKind kind,
                         QueryValue (*value)(const Fleet &, const T &, const QString &)) {
        QueryField<T> field;
        field.name = name;
        field.kind = kind;
        field.value = value;
        fields << field;
    };
    using Q = const QString &;
    add(QStringLiteral("createdat"), QueryKind::Number,
        [](const Fleet &, const T &row, Q) { return timeValue(row.audit.createdAt); });
    add(QStringLiteral("lastmodifiedat"), QueryKind::Number,
        [](const Fleet &, const T &row, Q) { return timeValue(row.audit.lastModifiedAt); });
    if (fleet.isOldWire())
        return;
    add(QStringLiteral("createdby"), QueryKind::Text,
        [](const Fleet &, const T &row, Q) { return textValue(row.audit.createdBy); });
    add(QStringLiteral("lastmodifiedby"), QueryKind::Text,
        [](const Fleet &, const T &row, Q) { return textValue(row.audit.lastModifiedBy); });
}

// id, name, description and the audit fields, which the old wire knows of sets only (and of
// targets).
template <typename T> QueryFields<T> namedFields(const Fleet &fleet)
{
    using Q = const QString &;
    QueryFields<T> fields{
        { { .name = QStringLiteral("id"), .kind = QueryKind::Number },
            [](const Fleet &, const T &row, Q) -> QueryValue { return row.id; } },
        { { .name = QStringLiteral("name") },
            [](const Fleet &, const T &row, Q) { return textValue(row.name); } },
        { { .name = QStringLiteral("description") },
            [](const Fleet &, const T &row, Q) { return textValue(row.description); } },
    };
    if (!fleet.isOldWire() || std::is_same_v<T, SimSet>)
        addAuditFields(fields, fleet);
    return fields;
}

} // namespace falconer
