// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/distributionsettags.h"
#include "services/hawkbit/distributionsettypes.h"
#include "services/hawkbit/metadata.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A recorded request, taken apart.
struct Recorded {
    QStringList parts; // the segments of the path below /rest/v1, decoded
    QJsonValue body;

    qint64 id(int part) const { return parts.at(part).toLongLong(); }
};

std::optional<QString> textOf(const QJsonObject &json, QLatin1StringView key)
{
    return json.contains(key) ? std::optional(json[key].toString()) : std::nullopt;
}

std::optional<bool> flagOf(const QJsonObject &json, QLatin1StringView key)
{
    return json.contains(key) ? std::optional(json[key].toBool()) : std::nullopt;
}

QList<qint64> numbersOf(const QJsonValue &list)
{
    QList<qint64> numbers;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &entry : array)
        numbers << entry.toInteger();
    return numbers;
}

QList<qint64> idsOf(const QJsonValue &list)
{
    QList<qint64> ids;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &entry : array)
        ids << entry["id"_L1].toInteger();
    return ids;
}

template <typename T> QList<T> entriesOf(const Recorded &recorded, T (*read)(const QJsonObject &))
{
    QList<T> entries;
    const QJsonArray array = recorded.body.toArray();
    for (const QJsonValue &entry : array)
        entries << read(entry.toObject());
    return entries;
}

NewSoftwareModule newModule(const QJsonObject &json)
{
    return { .name = json["name"_L1].toString(),
        .version = json["version"_L1].toString(),
        .type = json["type"_L1].toString(),
        .vendor = json["vendor"_L1].toString(),
        .description = json["description"_L1].toString(),
        .encrypted = json["encrypted"_L1].toBool() };
}

NewSoftwareModuleType newModuleType(const QJsonObject &json)
{
    return { .key = json["key"_L1].toString(),
        .name = json["name"_L1].toString(),
        .description = json["description"_L1].toString(),
        .colour = json["colour"_L1].toString(),
        .maxAssignments = json["maxAssignments"_L1].toInteger(),
        .minArtifacts = json["minArtifacts"_L1].toInteger() };
}

NewDistributionSetType newSetType(const QJsonObject &json)
{
    return { .key = json["key"_L1].toString(),
        .name = json["name"_L1].toString(),
        .description = json["description"_L1].toString(),
        .colour = json["colour"_L1].toString(),
        .mandatoryModuleTypes = idsOf(json["mandatorymodules"_L1]),
        .optionalModuleTypes = idsOf(json["optionalmodules"_L1]) };
}

NewDistributionSet newSet(const QJsonObject &json)
{
    return { .name = json["name"_L1].toString(),
        .version = json["version"_L1].toString(),
        .type = json["type"_L1].toString(),
        .description = json["description"_L1].toString(),
        .requiredMigrationStep = json["requiredMigrationStep"_L1].toBool(),
        .modules = idsOf(json["modules"_L1]) };
}

NewDistributionSetTag newTag(const QJsonObject &json)
{
    return { json["name"_L1].toString(), json["description"_L1].toString(),
        json["colour"_L1].toString() };
}

DistributionSetTagChange tagChange(const QJsonObject &json)
{
    return { textOf(json, "name"_L1), textOf(json, "description"_L1), textOf(json, "colour"_L1) };
}

Metadata entry(const QJsonObject &json)
{
    return { json["key"_L1].toString(), json["value"_L1].toString(),
        json["targetVisible"_L1].toBool() };
}

TypeChange typeChange(const QJsonValue &json)
{
    return { textOf(json.toObject(), "description"_L1), textOf(json.toObject(), "colour"_L1) };
}

SoftwareModuleChange moduleChange(const QJsonObject &json)
{
    return { textOf(json, "vendor"_L1), textOf(json, "description"_L1), flagOf(json, "locked"_L1) };
}

DistributionSetChange setChange(const QJsonObject &json)
{
    return { textOf(json, "name"_L1), textOf(json, "version"_L1), textOf(json, "description"_L1),
        flagOf(json, "locked"_L1), flagOf(json, "requiredMigrationStep"_L1) };
}

MetadataOwner ownerOf(const Recorded &recorded)
{
    static const QMap<QString, MetadataOwner::Kind> kinds{
        { u"targets"_s, MetadataOwner::Kind::Target },
        { u"distributionsets"_s, MetadataOwner::Kind::DistributionSet },
        { u"softwaremodules"_s, MetadataOwner::Kind::SoftwareModule },
    };
    return { kinds[recorded.parts.at(0)], recorded.parts.at(1) };
}

RequestData changeEntry(const Recorded &recorded)
{
    Metadata wanted = entry(recorded.body.toObject());
    wanted.key = recorded.parts.at(3);
    return updateMetadata(ownerOf(recorded), wanted);
}

RequestData invalidation(const Recorded &recorded)
{
    static const QMap<QString, ActionCancelation> words{ { u"soft"_s, ActionCancelation::Soft },
        { u"force"_s, ActionCancelation::Force }, { u"none"_s, ActionCancelation::None } };
    return invalidateDistributionSet(
        recorded.id(1), words[recorded.body["actionCancelationType"_L1].toString()]);
}

using Build = RequestData (*)(const Recorded &);

struct Endpoint {
    const char *name;
    const char *pattern; // matches "METHOD /path" below /rest/v1, without the query
    Build build;
    QList<int> requests; // of 1.0.4 and 0.9.0 that succeeded
    QStringList extra;   // members that are always sent, and recorded without
    QStringList notOurs; // steps with what is never sent, such as wrong types
};

QList<Endpoint> moduleEndpoints()
{
    return {
        { "module create", "POST /softwaremodules",
            [](const Recorded &r) -> RequestData {
                return createSoftwareModules(entriesOf(r, newModule));
            },
            { 6, 6 }, {},
            { u"0076-module-create-wrong-type"_s, u"0078-module-create-unknown-field"_s } },
        { "module update", "PUT /softwaremodules/\\d+",
            [](const Recorded &r) -> RequestData {
                return updateSoftwareModule(r.id(1), moduleChange(r.body.toObject()));
            },
            { 6, 6 }, {}, { u"0096-module-update-name"_s } },
        { "module delete", "DELETE /softwaremodules/\\d+",
            [](const Recorded &r) -> RequestData { return deleteSoftwareModule(r.id(1)); },
            { 2, 2 }, {}, {} },
        { "artifact delete", "DELETE /softwaremodules/\\d+/artifacts/\\d+",
            [](const Recorded &r) -> RequestData { return deleteArtifact(r.id(1), r.id(3)); },
            { 1, 1 }, {}, {} },
        { "module type create", "POST /softwaremoduletypes",
            [](const Recorded &r) -> RequestData {
                return createSoftwareModuleTypes(entriesOf(r, newModuleType));
            },
            { 2, 2 }, {}, {} },
        { "module type update", "PUT /softwaremoduletypes/\\d+",
            [](const Recorded &r) -> RequestData {
                return updateSoftwareModuleType(r.id(1), typeChange(r.body));
            },
            { 1, 1 }, {}, { u"0061-module-type-update-key"_s } },
        { "module type delete", "DELETE /softwaremoduletypes/\\d+",
            [](const Recorded &r) -> RequestData { return deleteSoftwareModuleType(r.id(1)); },
            { 2, 2 }, {}, {} },
    };
}

QList<Endpoint> setTypeEndpoints()
{
    return {
        { "set type create", "POST /distributionsettypes",
            [](const Recorded &r) -> RequestData {
                return createDistributionSetTypes(entriesOf(r, newSetType));
            },
            { 2, 2 }, { u"mandatorymodules"_s, u"optionalmodules"_s }, {} },
        { "set type update", "PUT /distributionsettypes/\\d+",
            [](const Recorded &r) -> RequestData {
                return updateDistributionSetType(r.id(1), typeChange(r.body));
            },
            { 1, 1 }, {}, {} },
        { "set type delete", "DELETE /distributionsettypes/\\d+",
            [](const Recorded &r) -> RequestData { return deleteDistributionSetType(r.id(1)); },
            { 3, 3 }, {}, {} },
        { "mandatory add", "POST /distributionsettypes/\\d+/mandatorymoduletypes",
            [](const Recorded &r) -> RequestData {
                return addMandatoryModuleType(r.id(1), r.body["id"_L1].toInteger());
            },
            { 1, 1 }, {}, {} },
        { "optional add", "POST /distributionsettypes/\\d+/optionalmoduletypes",
            [](const Recorded &r) -> RequestData {
                return addOptionalModuleType(r.id(1), r.body["id"_L1].toInteger());
            },
            { 2, 2 }, {}, {} },
        { "mandatory remove", "DELETE /distributionsettypes/\\d+/mandatorymoduletypes/\\d+",
            [](const Recorded &r) -> RequestData {
                return removeMandatoryModuleType(r.id(1), r.id(3));
            },
            { 1, 1 }, {}, {} },
        { "optional remove", "DELETE /distributionsettypes/\\d+/optionalmoduletypes/\\d+",
            [](const Recorded &r) -> RequestData {
                return removeOptionalModuleType(r.id(1), r.id(3));
            },
            { 2, 2 }, {}, {} },
    };
}

QList<Endpoint> setEndpoints()
{
    return {
        { "set create", "POST /distributionsets",
            [](const Recorded &r) -> RequestData {
                return createDistributionSets(entriesOf(r, newSet));
            },
            { 6, 6 }, { u"modules"_s, u"requiredMigrationStep"_s },
            { u"0212-set-create-shortcut-fields"_s } },
        { "set update", "PUT /distributionsets/\\d+",
            [](const Recorded &r) -> RequestData {
                return updateDistributionSet(r.id(1), setChange(r.body.toObject()));
            },
            { 9, 9 }, {}, {} },
        { "set delete", "DELETE /distributionsets/\\d+",
            [](const Recorded &r) -> RequestData { return deleteDistributionSet(r.id(1)); },
            { 4, 4 }, {}, {} },
        { "modules assign", "POST /distributionsets/\\d+/assignedSM",
            [](const Recorded &r) -> RequestData {
                return assignSoftwareModules(r.id(1), idsOf(r.body));
            },
            { 1, 1 }, {}, {} },
        { "module unassign", "DELETE /distributionsets/\\d+/assignedSM/\\d+",
            [](const Recorded &r) -> RequestData {
                return unassignSoftwareModule(r.id(1), r.id(3));
            },
            { 2, 2 }, {}, {} },
        { "invalidate", "POST /distributionsets/\\d+/invalidate", invalidation, { 1, 1 },
            { u"cancelRollouts"_s }, { u"0940-invalidate"_s } },
        { "tag create", "POST /distributionsettags",
            [](const Recorded &r) -> RequestData {
                return createDistributionSetTags(entriesOf(r, newTag));
            },
            { 1, 1 }, {}, {} },
        { "tag update", "PUT /distributionsettags/\\d+",
            [](const Recorded &r) -> RequestData {
                return updateDistributionSetTag(r.id(1), tagChange(r.body.toObject()));
            },
            { 1, 1 }, {}, {} },
        { "tag delete", "DELETE /distributionsettags/\\d+",
            [](const Recorded &r) -> RequestData { return deleteDistributionSetTag(r.id(1)); },
            { 1, 1 }, {}, {} },
        { "tag assign", "POST /distributionsettags/\\d+/assigned/\\d+",
            [](const Recorded &r) -> RequestData {
                return assignDistributionSetTag(r.id(1), r.id(3));
            },
            { 3, 3 }, {}, {} },
        { "tag unassign", "DELETE /distributionsettags/\\d+/assigned/\\d+",
            [](const Recorded &r) -> RequestData {
                return unassignDistributionSetTag(r.id(1), r.id(3));
            },
            { 2, 2 }, {}, {} },
        { "tag assign to several", "POST /distributionsettags/\\d+/assigned",
            [](const Recorded &r) -> RequestData {
                return assignDistributionSetTag(r.id(1), numbersOf(r.body));
            },
            { 1, 1 }, {}, {} },
        { "tag unassign from several", "DELETE /distributionsettags/\\d+/assigned",
            [](const Recorded &r) -> RequestData {
                return unassignDistributionSetTag(r.id(1), numbersOf(r.body));
            },
            { 1, 1 }, {}, {} },
    };
}

QList<Endpoint> metadataEndpoints()
{
    return {
        { "metadata create", "POST /(targets|softwaremodules|distributionsets)/[^/]+/metadata",
            [](const Recorded &r) -> RequestData {
                return createMetadata(ownerOf(r), entriesOf(r, entry));
            },
            { 18, 15 }, { u"targetVisible"_s }, { u"1364-novalue-module-create"_s } },
        { "metadata update", "PUT /(targets|softwaremodules|distributionsets)/[^/]+/metadata/[^/]+",
            changeEntry, { 12, 8 }, { u"key"_s, u"targetVisible"_s },
            { u"1367-novalue-module-put"_s } },
        { "metadata delete",
            "DELETE /(targets|softwaremodules|distributionsets)/[^/]+/metadata/[^/]+",
            [](const Recorded &r) -> RequestData {
                return deleteMetadata(ownerOf(r), r.parts.at(3));
            },
            { 3, 3 }, {}, {} },
    };
}

Recorded takeApart(const RecordedStep &step)
{
    Recorded recorded{ .body = step.json["request"_L1]["body"_L1] };
    const QStringList parts = step.path().section(u'?', 0, 0).mid(9).split(u'/');
    for (const QString &part : parts)
        recorded.parts << QUrl::fromPercentEncoding(part.toLatin1());
    return recorded;
}

// What is wrong with a sent object beside the recorded one.
QString difference(QJsonObject sent, const QJsonObject &recorded, const QStringList &extra)
{
    for (auto member = recorded.begin(); member != recorded.end(); ++member) {
        const QJsonValue value = sent.take(member.key());
        // Left out: what the server takes for granted anyway.
        const bool isDefault = value.isUndefined() && member.value() == QJsonValue(false);
        if (value != member.value() && !isDefault && !extra.contains(member.key()))
            return member.key() + " differs"_L1;
    }
    const QStringList more = sent.keys();
    for (const QString &key : more) {
        if (!extra.contains(key))
            return key + " is sent"_L1;
    }
    return {};
}

QString difference(const QJsonDocument &sent, const QJsonValue &recorded, const QStringList &extra)
{
    if (sent.isNull() || recorded.isNull())
        return sent.isNull() && recorded.isNull() ? QString() : u"a body"_s;
    if (sent.isObject() && recorded.isObject())
        return difference(sent.object(), recorded.toObject(), extra);
    const QJsonArray ours = sent.array();
    const QJsonArray theirs = recorded.toArray();
    if (!sent.isArray() || !recorded.isArray() || ours.size() != theirs.size())
        return u"the list"_s;
    for (qsizetype i = 0; i < ours.size(); ++i) {
        const QString one = difference(ours.at(i).toObject(), theirs.at(i).toObject(), extra);
        if (!one.isEmpty())
            return one;
    }
    return {};
}

QString verbOf(const RequestData &request)
{
    static const QMap<Verb, QString> words{ { Verb::Post, u"POST"_s }, { Verb::Put, u"PUT"_s },
        { Verb::Delete, u"DELETE"_s } };
    return words.value(request.verb, u"GET"_s);
}

} // namespace

// What real servers took was asked for just so by us, body and all: the recorded requests are read
// into our values, and sent from them.
class tst_recordedrequests : public Test {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_endpoints = moduleEndpoints() + setTypeEndpoints() + setEndpoints() + metadataEndpoints();
    }

    void areSentAlike_data()
    {
        QTest::addColumn<int>("index");
        for (qsizetype i = 0; i < m_endpoints.size(); ++i)
            QTest::newRow(m_endpoints.at(i).name) << int(i);
    }

    void areSentAlike()
    {
        QFETCH(int, index);
        const Endpoint &endpoint = m_endpoints.at(index);
        QStringList problems;
        QList<int> requests;
        for (const QString &corpus : { u"hawkbit-1.0.4"_s, u"hawkbit-0.9.0"_s }) {
            int count = 0;
            for (const RecordedStep &step : stepsOf(corpus, endpoint)) {
                ++count;
                const QString problem = problemWith(endpoint, step);
                if (!problem.isEmpty())
                    problems << step.name + ": "_L1 + problem;
            }
            requests << count;
        }
        QCOMPARE(problems.join(u'\n'), QString());
        QCOMPARE(requests, endpoint.requests);
    }

private:
    static QList<RecordedStep> stepsOf(const QString &corpus, const Endpoint &endpoint)
    {
        const QRegularExpression wanted(
            QRegularExpression::anchoredPattern(QLatin1StringView(endpoint.pattern)));
        QList<RecordedStep> found;
        const QList<RecordedStep> steps = loadCorpus(corpus).steps;
        for (const RecordedStep &step : steps) {
            const QString path = step.path().section(u'?', 0, 0);
            if (step.status() / 100 == 2 && path.startsWith("/rest/v1/"_L1)
                && wanted.match(step.method() + u' ' + path.mid(8)).hasMatch()
                && !endpoint.notOurs.contains(step.name))
                found << step;
        }
        return found;
    }

    static QString problemWith(const Endpoint &endpoint, const RecordedStep &step)
    {
        const Recorded recorded = takeApart(step);
        const RequestData request = endpoint.build(recorded);
        if (verbOf(request) != step.method() || request.path != step.path().toLatin1())
            return verbOf(request) + u' ' + QString::fromLatin1(request.path);
        if (request.contentType != "application/json" || request.patience != Patience::Write)
            return u"its type or patience"_s;
        return difference(QJsonDocument::fromJson(request.body.value_or(QByteArray())),
            recorded.body, endpoint.extra);
    }

    QList<Endpoint> m_endpoints;
};

FALCONER_TEST(tst_recordedrequests)
#include "tst_recordedrequests.moc"
