// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/download.h"

#include "services/simulator/answers.h"
#include "services/time/utc.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct ByteRange {
    qint64 first = 0;
    qint64 last = 0;
};

// The ranges of "bytes=0-3,10-", cut to the size; empty when one is unreadable or outside.
QList<ByteRange> readRanges(const QString &header, qint64 size)
{
    static const QRegularExpression form(u"^(\\d*)-(\\d*)$"_s);
    QList<ByteRange> ranges;
    for (const QString &part : header.mid(6).split(u',')) {
        const auto match = form.match(part.trimmed());
        const QString first = match.captured(1);
        const QString last = match.captured(2);
        if (!match.hasMatch() || (first.isEmpty() && last.isEmpty()))
            return {};
        ByteRange range{ first.toLongLong(), last.isEmpty() ? size - 1 : last.toLongLong() };
        if (first.isEmpty())
            range = { qMax(qint64(0), size - last.toLongLong()), size - 1 };
        range.last = qMin(range.last, size - 1);
        if (range.first > range.last)
            return {};
        ranges << range;
    }
    return ranges;
}

QByteArray contentRange(const ByteRange &range, qint64 size)
{
    return "bytes " + QByteArray::number(range.first) + '-' + QByteArray::number(range.last) + '/'
        + QByteArray::number(size);
}

void answerRanges(SimResponse &response, const QByteArray &content, const QList<ByteRange> &ranges)
{
    response.status = 206;
    const auto slice = [&](const ByteRange &range) {
        return content.mid(range.first, range.last - range.first + 1);
    };
    if (ranges.size() == 1) {
        response.headers.append({ "Content-Range", contentRange(ranges.first(), content.size()) });
        response.body = slice(ranges.first());
        return;
    }
    const QByteArray boundary = "THIS_STRING_SEPARATES_MULTIPART";
    response.contentType = "multipart/byteranges; boundary=" + boundary;
    for (const ByteRange &range : ranges)
        response.body += "--" + boundary + "\r\nContent-Type: application/octet-stream\r\n"
            + "Content-Range: " + contentRange(range, content.size()) + "\r\n\r\n" + slice(range)
            + "\r\n";
    response.body += "--" + boundary + "--";
    response.body = response.body.trimmed();
}

QByteArray httpDate(qint64 time)
{
    return QLocale::c()
               .toString(
                   QDateTime::fromMSecsSinceEpoch(time, inUtc), u"ddd, dd MMM yyyy hh:mm:ss"_s)
               .toLatin1()
        + " GMT";
}

} // namespace

QByteArray artifactContent(const SimArtifact &artifact)
{
    if (!artifact.content.isEmpty())
        return artifact.content;
    return QByteArray(artifact.size, 'x');
}

SimResponse artifactDownload(const SimContext &context, const SimArtifact &artifact)
{
    if (artifact.isBinaryDeleted)
        return refusal(410, u"artifact.binaryDeleted"_s, u"The binary is gone."_s);
    const QByteArray content = artifactContent(artifact);
    const QByteArray tag
        = context.isOldWire() ? artifact.sha1 : QByteArray('"' + artifact.sha1 + '"');
    SimResponse response{ .contentType = "application/octet-stream" };
    response.headers = { { "ETag", tag }, { "Accept-Ranges", "bytes" },
        { "Last-Modified", httpDate(artifact.audit.createdAt) } };
    if (QString::fromLatin1(artifact.filename.toLatin1()) == artifact.filename)
        response.headers.append(
            { "Content-Disposition", "attachment;filename=" + artifact.filename.toLatin1() });
    const QByteArray ifMatch = context.request.header("If-Match");
    if (!ifMatch.isNull() && !ifMatch.contains(artifact.sha1)) {
        return noContent(412);
    }
    const QByteArray ifRange = context.request.header("If-Range");
    const QByteArray range = context.request.header("Range");
    if (range.startsWith("bytes=") && (ifRange.isNull() || ifRange.contains(artifact.sha1))) {
        const QList<ByteRange> ranges = readRanges(QString::fromLatin1(range), content.size());
        if (ranges.isEmpty()) {
            response.status = 416;
            response.headers.append(
                { "Content-Range", "bytes */" + QByteArray::number(content.size()) });
            return response;
        }
        answerRanges(response, content, ranges);
        return response;
    }
    response.body = content;
    return response;
}

} // namespace falconer
