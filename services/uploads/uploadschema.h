// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/upload.h"

#include <QStringList>
#include <QVariantList>

class QSqlQuery;

namespace falconer {

// How the queue's file is laid out. States and problems are kept as words, so that a later version
// may order them otherwise.
namespace UploadSchema {
// Ours, and its version: whoever changes the table counts it up, and says how the former one is
// brought up to it.
constexpr int firstVersion = 0x46'55'00'01;
constexpr int version = 0x46'55'00'03;

QStringList creation(); // of the current version, see SqliteSchema
QStringList migration(
    int from);       // to the current version, from one that is not older than the first
QString insertion(); // takes values()
QVariantList values(const Upload &upload, qint64 position); // in the order of the columns
QString selection();                                        // in the order of sending
Upload read(const QSqlQuery &row);                          // of selection()
} // namespace UploadSchema

} // namespace falconer
