// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/ddi.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QString pathOnly(const RecordedStep &step)
{
    return step.path().section(u'?', 0, 0);
}

template <typename T> QString problemOf(const RecordedStep &step, T (*read)(const JsonReader &))
{
    const Result<T> value = decodeJson<T>(step.bodyBytes(), read);
    return value ? QString() : QString(step.name + ": "_L1 + value.error().message);
}

QList<DdiArtifact> readArtifacts(const JsonReader &json)
{
    return json.asList<DdiArtifact>(readDdiArtifact);
}

// The decoder of the endpoint that the step asks, or nothing.
QString decode(const RecordedStep &step, QMap<QString, int> &decoded)
{
    static const QRegularExpression device(u"/controller/v1/[^/]+(/.*)?$"_s);
    const QString rest = device.match(pathOnly(step)).captured(1);
    const QString kind = rest.section(u'/', 1, 1);
    if (rest.isEmpty())
        return ++decoded[u"base"_s], problemOf<DdiBase>(step, readDdiBase);
    if (kind == "deploymentBase"_L1 || kind == "installedBase"_L1
        || (kind == "confirmationBase"_L1 && rest.count(u'/') == 2))
        return ++decoded[kind], problemOf<DdiDeployment>(step, readDdiDeployment);
    if (kind == "cancelAction"_L1)
        return ++decoded[kind], problemOf<QString>(step, readDdiCancel);
    if (rest.endsWith("/artifacts"_L1))
        return ++decoded[u"artifacts"_s], problemOf<QList<DdiArtifact>>(step, readArtifacts);
    return {};
}

QByteArray recordedBody(const Corpus &corpus, const QString &name)
{
    for (const RecordedStep &step : corpus.steps) {
        if (step.name == name)
            return step.bodyBytes();
    }
    return {};
}

} // namespace

class tst_ddi : public Test {
    Q_OBJECT

private slots:
    void decodesWhatRealServersAnswered_data()
    {
        QTest::addColumn<QString>("corpus");
        for (const auto *name : { "hawkbit-1.0.4", "hawkbit-0.9.0" })
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void decodesWhatRealServersAnswered()
    {
        QFETCH(QString, corpus);
        QMap<QString, int> decoded;
        for (const RecordedStep &step : loadCorpus(corpus).steps) {
            const bool json = step.body().isObject() || step.body().isArray();
            if (step.method() != "GET"_L1 || step.status() != 200 || !json
                || !step.path().contains("/controller/v1/"_L1)
                || !step.contentType().contains("json"))
                continue;
            QCOMPARE(decode(step, decoded), QString());
        }
        QVERIFY(decoded.value(u"base"_s) > 15);
        for (const QString &kind : { u"deploymentBase"_s, u"installedBase"_s, u"confirmationBase"_s,
                 u"cancelAction"_s, u"artifacts"_s })
            QVERIFY2(decoded.value(kind) > 0, qPrintable(kind));
    }

    void readsABasePoll()
    {
        const Corpus corpus = loadCorpus(u"hawkbit-1.0.4"_s);
        const auto base = decodeJson<DdiBase>(
            recordedBody(corpus, u"0549-dev1-poll-deployment"_s), readDdiBase);
        QVERIFY(base);
        QCOMPARE(base->sleepSeconds, 5);
        QCOMPARE(
            base->deploymentBase.path, QByteArray("/DEFAULT/controller/v1/dev-1/deploymentBase/1"));
        QCOMPARE(base->deploymentBase.query, (Query{ { u"c"_s, u"411599879"_s } }));
        QVERIFY(base->cancelAction.isEmpty());
        QVERIFY(base->configData.isEmpty());
    }

    void readsADeployment()
    {
        const Corpus corpus = loadCorpus(u"hawkbit-1.0.4"_s);
        const auto deployment = decodeJson<DdiDeployment>(
            recordedBody(corpus, u"0550-dev1-deployment"_s), readDdiDeployment);
        QVERIFY(deployment);
        QCOMPARE(deployment->id, u"1"_s);
        QCOMPARE(deployment->update, u"forced"_s);
        const DdiArtifact first = deployment->chunks.first().artifacts.first();
        QCOMPARE(first.size, 165);
        QCOMPARE(first.sha1, u"aaa1d24691e84b28279410a67fba00ddd95717a8"_s);
        QCOMPARE(first.download.path,
            QByteArray("/DEFAULT/controller/v1/dev-1/softwaremodules/1/artifacts/rootfs.img"));
        // As the server wrote it: decoding and encoding again would turn the plus into a blank.
        const DdiArtifact odd = deployment->chunks.first().artifacts.at(2);
        QVERIFY(odd.download.path.endsWith("/gr%C3%B6%C3%9Fe+%E6%97%A5%E6%9C%AC.bin"));
    }

    void keepsOurOwnBaseWhateverTheServerBelieves()
    {
        const QByteArray body
            = R"({"config":{"polling":{"sleep":"00:05:00"}},"_links":{"configData":
            {"href":"https://inside:8443/prefix/T%20x/controller/v1/a%2Bb/configData"}}})";
        const auto base = decodeJson<DdiBase>(body, readDdiBase);
        QVERIFY(base);
        QCOMPARE(base->sleepSeconds, 300);
        QCOMPARE(base->configData.path, QByteArray("/T%20x/controller/v1/a%2Bb/configData"));
    }

    void namesWhatIsWrong()
    {
        const auto base
            = decodeJson<DdiBase>(R"({"config":{"polling":{"sleep":"soon"}}})", readDdiBase);
        QVERIFY(!base);
        QCOMPARE(base.error().kind, ErrorKind::Protocol);
        const auto link = decodeJson<DdiBase>(
            R"({"config":{"polling":{"sleep":"00:00:05"}},"_links":{"cancelAction":{"href":"/x"}}})",
            readDdiBase);
        QVERIFY(!link);
        QCOMPARE(link.error().where, u"_links.cancelAction"_s);
    }

    void writesRequests()
    {
        const DdiDevice device{ .controllerId = u"a+b ü"_s };
        QCOMPARE(pollDdi(device).path, QByteArray("/DEFAULT/controller/v1/a%2Bb%20%C3%BC"));
        const auto feedback = postDdiFeedback(device, u"7"_s,
            { .execution = u"closed"_s,
                .finished = u"success"_s,
                .details = { u"ok"_s },
                .code = 0 });
        QCOMPARE(feedback.verb, Verb::Post);
        QCOMPARE(feedback.path,
            QByteArray("/DEFAULT/controller/v1/a%2Bb%20%C3%BC/deploymentBase/7/feedback"));
        QCOMPARE(QJsonDocument::fromJson(*feedback.body),
            QJsonDocument::fromJson(R"({"status":{"execution":"closed","result":
                {"finished":"success"},"code":0,"details":["ok"]}})"));
        const auto bare = postDdiCancelFeedback(device, u"7"_s, { .execution = u"rejected"_s });
        QCOMPARE(QJsonDocument::fromJson(*bare.body),
            QJsonDocument::fromJson(
                R"({"status":{"execution":"rejected","result":{"finished":"none"}}})"));
        const auto data = putDdiAttributes(device, { { u"serial"_s, u"1"_s } }, u"replace"_s);
        QCOMPARE(data.verb, Verb::Put);
        QCOMPARE(QJsonDocument::fromJson(*data.body),
            QJsonDocument::fromJson(R"({"mode":"replace","data":{"serial":"1"}})"));
    }
};

FALCONER_TEST(tst_ddi)
#include "tst_ddi.moc"
