// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/ddidownload.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Range {
    qint64 first = 0;
    qint64 last = 0;
};

// "bytes=10-19", "bytes=10-", "bytes=-5"; nothing when it cannot be met.
std::optional<Range> readRange(const QByteArray &header, qint64 size)
{
    static const QRegularExpression pattern(u"^bytes=(\\d*)-(\\d*)$"_s);
    const auto match = pattern.match(QString::fromLatin1(header));
    const QString from = match.captured(1);
    const QString to = match.captured(2);
    if (!match.hasMatch() || (from.isEmpty() && to.isEmpty()))
        return std::nullopt;
    Range range{ from.toLongLong(), to.isEmpty() ? size - 1 : to.toLongLong() };
    if (from.isEmpty())
        range = { std::max<qint64>(0, size - to.toLongLong()), size - 1 };
    range.last = std::min(range.last, size - 1);
    return range.first <= range.last ? std::optional(range) : std::nullopt;
}

QByteArray contentRange(const Range &range, qint64 size)
{
    return "bytes " + QByteArray::number(range.first) + '-' + QByteArray::number(range.last) + '/'
        + QByteArray::number(size);
}

QByteArray httpDate(qint64 ms)
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
        .toLatin1();
}

} // namespace

SimResponse binaryAnswer(const SimContext &context, const SimArtifact &artifact)
{
    const qint64 size = artifact.content.size();
    const QByteArray etag
        = context.isOldWire() ? artifact.sha1 : QByteArray('"' + artifact.sha1 + '"');
    SimResponse response{ .headers = { { "ETag", etag }, { "Accept-Ranges", "bytes" },
                              { "Last-Modified", httpDate(artifact.audit.lastModifiedAt) } },
        .contentType = "application/octet-stream",
        .body = artifact.content };
    const QString name = artifact.filename;
    if (std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 256; }))
        response.headers.emplaceBack(
            "Content-Disposition", "attachment;filename=" + name.toLatin1());
    const QByteArray asked = context.request.header("Range");
    if (asked.isEmpty() || asked.contains(',')) {
        if (context.isOldWire())
            response.headers.emplaceBack("Content-Range", contentRange({ 0, size - 1 }, size));
        return response;
    }
    const auto range = readRange(asked, size);
    if (!range) {
        SimResponse refused = noContent(416);
        refused.headers.emplaceBack("Content-Range", "bytes */" + QByteArray::number(size));
        return refused;
    }
    response.status = 206;
    response.headers.emplaceBack("Content-Range", contentRange(*range, size));
    response.body = artifact.content.mid(range->first, range->last - range->first + 1);
    return response;
}

} // namespace falconer
