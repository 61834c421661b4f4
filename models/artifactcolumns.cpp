// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/artifactcolumns.h"

#include "models/relativetime.h"
#include "models/sizetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace falconer {

namespace {

constexpr int shownDigits = 9;

QString tr(const char *text)
{
    return QCoreApplication::translate("falconer::artifactColumns", text);
}

Column<Artifact> hashColumn(const QString &id, const QString &title, QString Artifact::*hash)
{
    return { .id = id,
        .title = title,
        .text =
            [hash](const Artifact &a) {
                const QString &whole = a.*hash;
                return whole.size() > shownDigits ? whole.left(shownDigits) + u'…' : whole;
            },
        .width = 90,
        .toolTip = [hash](const Artifact &a) { return a.*hash; },
        .look = [](const Artifact &) { return CellLook{ .meaning = Meaning::Quiet }; } };
}

} // namespace

QList<Column<Artifact>> artifactColumns()
{
    return {
        { .id = u"name"_s,
            .title = tr("Artifact"),
            .text = [](const Artifact &a) { return a.providedFilename; },
            .width = 190 },
        { .id = u"size"_s,
            .title = tr("Size"),
            .text = [](const Artifact &a) { return sizeText(a.size); },
            .alignment = Qt::AlignRight | Qt::AlignVCenter,
            .width = 84,
            .toolTip
            = [](const Artifact &a) { return tr("%1 bytes").arg(QLocale().toString(a.size)); } },
        hashColumn(u"sha256"_s, tr("SHA-256"), &Artifact::sha256),
        hashColumn(u"sha1"_s, tr("SHA-1"), &Artifact::sha1),
        hashColumn(u"md5"_s, tr("MD5"), &Artifact::md5),
        { .id = u"created"_s,
            .title = tr("Created"),
            .text = [](const Artifact &a) { return dayAndTime(a.createdAt); },
            .width = 122,
            .toolTip = [](const Artifact &a) { return exactTime(a.createdAt); },
            .look = [](const Artifact &) { return CellLook{ .meaning = Meaning::Quiet }; } },
    };
}

} // namespace falconer
