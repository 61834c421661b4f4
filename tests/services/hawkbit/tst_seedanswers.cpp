// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/actions.h"
#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/assignment.h"
#include "services/hawkbit/distributionsettags.h"
#include "services/hawkbit/distributionsettypes.h"
#include "services/hawkbit/metadata.h"
#include "services/hawkbit/targets.h"
#include "services/hawkbit/targettypes.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Sample {
    QString request; // "GET /targets/137"
    QByteArray body;
};

// The JSON value that the text begins with, empty when it begins with none.
QByteArray leadingJson(QStringView text)
{
    text = text.trimmed();
    if (!text.startsWith(u'{') && !text.startsWith(u'['))
        return {};
    int depth = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isQuoted && c == u'\\')
            ++i;
        else if (c == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == u'{' || c == u'['))
            ++depth;
        else if (!isQuoted && (c == u'}' || c == u']') && --depth == 0)
            return text.left(i + 1).toUtf8();
    }
    return {};
}

// The documents show a request line, then an answer: status line, headers, an empty line, a body.
QList<Sample> samplesOf(const QString &file)
{
    static const QRegularExpression line(
        u"^(?:(GET|POST|PUT|DELETE) /rest/v1(/\\S*) HTTP/1.1|HTTP/1.1 20\\d .*)$"_s,
        QRegularExpression::MultilineOption);
    const QString text = QString::fromUtf8(testData("seeds/"_L1 + file)).remove(u'\r');
    QList<Sample> samples;
    QString request;
    auto it = line.globalMatch(text);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        if (match.capturedStart(1) >= 0) {
            request = match.captured(1) + u' ' + match.captured(2).section(u'?', 0, 0);
            continue;
        }
        const qsizetype blank = text.indexOf("\n\n"_L1, match.capturedEnd());
        const QByteArray body = leadingJson(QStringView(text).mid(blank));
        if (!body.isEmpty())
            samples << Sample{ request, body };
    }
    return samples;
}

using Decode = std::function<std::optional<Error>(const QByteArray &)>;

template <typename T> Decode decodes(T (*read)(const JsonReader &))
{
    return [read](const QByteArray &body) -> std::optional<Error> {
        const Result<T> value = decodeJson<T>(body, read);
        return value ? std::nullopt : std::optional(value.error());
    };
}

// The first pattern that matches a sample decides how it is read.
QList<std::pair<QString, Decode>> decoders()
{
    return {
        { u"GET /targets"_s, decodes(readPage<Target, readTarget>) },
        { u"POST /targets"_s, decodes(readList<Target, readTarget>) },
        { u"(GET|PUT) /targets/\\d+"_s, decodes(readTarget) },
        { u"GET /targets/\\d+/actions"_s, decodes(readPage<Action, readAction>) },
        { u"(GET|PUT) /targets/\\d+/actions/\\d+"_s, decodes(readAction) },
        { u"GET /targets/\\d+/actions/\\d+/status"_s,
            decodes(readPage<ActionStatus, readActionStatus>) },
        { u"GET /targets/\\d+/(assigned|installed)DS"_s, decodes(readDistributionSet) },
        { u"POST /targets/\\d+/assignedDS"_s, decodes(readAssignmentResult) },
        { u"GET /(targets|softwaremodules)/\\d+/metadata"_s, decodes(readMetadataList) },
        { u"POST /(targets|softwaremodules)/\\d+/metadata"_s,
            decodes(readList<Metadata, readMetadata>) },
        // The document shows a module where the entry should stand.
        { u"PUT /softwaremodules/\\d+/metadata/\\w+"_s, decodes(readSoftwareModule) },
        { u"(GET|PUT) /(targets|softwaremodules)/\\d+/metadata/\\w+"_s, decodes(readMetadata) },
        { u"GET /softwaremodules"_s, decodes(readPage<SoftwareModule, readSoftwareModule>) },
        { u"POST /softwaremodules"_s, decodes(readList<SoftwareModule, readSoftwareModule>) },
        { u"(GET|PUT) /softwaremodules/\\d+"_s, decodes(readSoftwareModule) },
        { u"GET /softwaremodules/\\d+/artifacts"_s, decodes(readList<Artifact, readArtifact>) },
        { u"(GET|POST) /softwaremodules/\\d+/artifacts(/\\d+)?"_s, decodes(readArtifact) },
        { u"GET /targettypes"_s, decodes(readPage<TargetType, readTargetType>) },
        { u"POST /targettypes"_s, decodes(readList<TargetType, readTargetType>) },
        { u"(GET|PUT) /targettypes/\\d+"_s, decodes(readTargetType) },
        { u"GET /targettypes/\\d+/compatibledistributionsettypes"_s,
            decodes(readList<DistributionSetType, readDistributionSetType>) },
        { u"GET /targets/\\d+/attributes"_s,
            [](const QByteArray &body) -> std::optional<Error> {
                const auto value = getTargetAttributes(u"x"_s).decode({ .body = body });
                return value ? std::nullopt : std::optional(value.error());
            } },
    };
}

QString problemWith(const Sample &sample)
{
    static const QList<std::pair<QString, Decode>> all = decoders();
    for (const auto &[pattern, decode] : all) {
        const QRegularExpression wanted(QRegularExpression::anchoredPattern(pattern));
        if (!wanted.match(sample.request).hasMatch())
            continue;
        const std::optional<Error> error = decode(sample.body);
        return error ? QString(sample.request + ": "_L1 + error->message) : QString();
    }
    return sample.request + ": nothing reads this"_L1;
}

} // namespace

// The samples of the published documents, 2021 to 2023: older than the servers that were recorded.
class tst_seedanswers : public Test {
    Q_OBJECT

private slots:
    void areDecoded_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("samples");
        QTest::newRow("targets") << u"001_848d2ea30320f004.txt"_s << 19;
        QTest::newRow("modules") << u"003_042c8c6f268026ef.txt"_s << 11;
        QTest::newRow("target types") << u"004_8fe716cafb95222d.txt"_s << 5;
    }

    void areDecoded()
    {
        QFETCH(QString, file);
        QStringList problems;
        const QList<Sample> samples = samplesOf(file);
        for (const Sample &sample : samples) {
            if (const QString problem = problemWith(sample); !problem.isEmpty())
                problems << problem;
        }
        QCOMPARE(problems.join(u'\n'), QString());
        QTEST(int(samples.size()), "samples");
    }
};

FALCONER_TEST(tst_seedanswers)
#include "tst_seedanswers.moc"
