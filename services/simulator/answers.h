// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

#include <QJsonArray>
#include <QJsonObject>

namespace falconer {

// Refusals and members that many rules share.

// 404 repo.entityNotFound with info {type, entityId}: notFound(u"Target"_s, id).
SimResponse notFound(const QString &type, const QJsonValue &entityId);
// The same of a bulk look-up: the new wire names a list of texts, the old one a list of numbers.
SimResponse notFoundIn(const SimContext &context, const QString &type, qint64 id);
// Of deleting: the new wire names a list of one text, the old one the number.
SimResponse notFoundToDelete(const SimContext &context, const QString &type, qint64 id);
SimResponse notReadable();                               // 400 rest.body.notReadable
SimResponse alreadyExists();                             // 409 repo.entityAlreadyExists
SimResponse constraintViolation(const QString &message); // 400 repo.constraintViolation
SimResponse quotaExceeded(const SimContext &context,
    const QString &code = QStringLiteral("quota.tooManyEntries")); // 429, old wire 403
// createdBy, createdAt, lastModifiedBy, lastModifiedAt.
void writeAudit(QJsonObject &json, const SimAudit &audit);
void writeNamed(QJsonObject &json, const SimNamed &named); // the same, id, name, description
// A member only when the text is not null.
void writeText(QJsonObject &json, QLatin1StringView key, const QString &text);
// Adds _links.<rel>.href (and name).
void writeLink(
    QJsonObject &json, QLatin1StringView rel, const QString &href, const QString &name = {});

QJsonObject page(const QJsonArray &content, qint64 total); // {content, total, size}
QString encoded(const QString &segment);                   // for paths of links

// Rows as JSON. "full" has the links of a single answer, otherwise only self.
QJsonObject targetJson(const SimContext &context, const SimTarget &target, bool full);
QJsonObject setJson(const SimContext &context, const SimSet &set, bool full);
QJsonObject moduleJson(const SimContext &context, const SimModule &module, bool full);
bool isComplete(const Fleet &fleet, const SimModule &module);
bool isComplete(const Fleet &fleet, const SimSet &set);
// Whether an entry without a value broke the module: 0.9 answers 500 to every write to it and to
// every assignment of a set that holds it.
bool isBroken(const SimModule &module);
// What a first assignment does to a set and its modules while implicit.lock.enabled.
void lockImplicitly(Fleet &fleet, SimSet &set);

} // namespace falconer
