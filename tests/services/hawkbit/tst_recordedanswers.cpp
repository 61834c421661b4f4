// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/actions.h"
#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/assignment.h"
#include "services/hawkbit/distributionsettags.h"
#include "services/hawkbit/distributionsettypes.h"
#include "services/hawkbit/metadata.h"
#include "services/hawkbit/systemconfig.h"
#include "services/hawkbit/targets.h"
#include "services/hawkbit/targettypes.h"
#include "services/hawkbit/userinfo.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const QString x = u"x"_s;

Response responseOf(const RecordedStep &step)
{
    return { .status = step.status(), .contentType = step.contentType(), .body = step.bodyBytes() };
}

// How many values an answer held, or what is wrong with it.
using Count = std::function<Result<qsizetype>(const Response &)>;

template <typename T> qsizetype countOf(const Page<T> &page)
{
    return page.content.size();
}
template <typename T> qsizetype countOf(const QList<T> &list)
{
    return list.size();
}
template <typename T> qsizetype countOf(const std::optional<T> &value)
{
    return value ? 1 : 0;
}
template <typename K, typename V> qsizetype countOf(const QMap<K, V> &map)
{
    return map.size();
}
template <typename T> qsizetype countOf(const T &)
{
    return 1;
}

template <typename T> Count counts(const std::function<Result<T>(const Response &)> &decode)
{
    return [decode](const Response &response) {
        return decode(response).map([](const T &value) { return countOf(value); });
    };
}

template <typename T> Count countsCreated(T (*read)(const JsonReader &))
{
    return [read](const Response &response) -> Result<qsizetype> {
        return decodeJson<T>(response.body, read).map([](const T &value) {
            return countOf(value);
        });
    };
}

struct Endpoint {
    const char *name;
    const char *steps; // matches "METHOD /path" without the query
    Count count;
    // 2xx answers and the values in them, of the servers 1.0.4 and 0.9.0.
    QList<int> answers;
    QList<int> values;
};

QList<Endpoint> readEndpoints()
{
    return {
        { "list targets", "GET /targets", counts(listTargets({}).decode), { 115, 107 },
            { 205, 189 } },
        { "target", "(GET|PUT) /targets/[^/]+", counts(getTarget(x).decode), { 51, 49 },
            { 51, 49 } },
        { "attributes", "GET /targets/[^/]+/attributes", counts(getTargetAttributes(x).decode),
            { 3, 3 }, { 9, 9 } },
        { "tags of a target", "GET /targets/[^/]+/tags", counts(listTagsOfTarget(x).decode),
            { 2, 2 }, { 1, 1 } },
        { "metadata of a target", "GET /targets/[^/]+/metadata",
            counts(listMetadata(MetadataOwner()).decode), { 5, 5 }, { 12, 11 } },
        { "metadata of a module or set", "GET /(softwaremodules|distributionsets)/[^/]+/metadata",
            counts(listMetadata(MetadataOwner()).decode), { 10, 10 }, { 24, 23 } },
        { "assigned set", "GET /targets/[^/]+/assignedDS",
            counts(getAssignedDistributionSet(x).decode), { 5, 5 }, { 2, 2 } },
        { "installed set", "GET /targets/[^/]+/installedDS",
            counts(getInstalledDistributionSet(x).decode), { 7, 7 }, { 4, 4 } },
        { "targets of a set", "GET /distributionsets/\\d+/(assigned|installed)Targets",
            counts(listTargets({}).decode), { 6, 6 }, { 3, 3 } },
        { "list sets", "GET /distributionsets", counts(listDistributionSets({}).decode), { 16, 16 },
            { 16, 17 } },
        { "set", "(GET|PUT) /distributionsets/\\d+", counts(getDistributionSet(1).decode),
            { 15, 15 }, { 15, 15 } },
        { "list modules", "GET (/softwaremodules|/distributionsets/\\d+/assignedSM)",
            counts(listSoftwareModules({}).decode), { 10, 10 }, { 13, 13 } },
        { "artifacts", "GET /softwaremodules/\\d+/artifacts", counts(listArtifacts(1).decode),
            { 6, 6 }, { 37, 37 } },
        { "list tags", "GET /targettags", counts(listTargetTags({}).decode), { 6, 6 }, { 6, 6 } },
        { "list target types", "GET /targettypes", counts(listTargetTypes({}).decode), { 6, 6 },
            { 9, 9 } },
        { "compatible set types", "GET /targettypes/\\d+/compatibledistributionsettypes",
            counts(listCompatibleDistributionSetTypes(1).decode), { 2, 2 }, { 1, 1 } },
        { "list set types", "GET /distributionsettypes",
            counts(listDistributionSetTypes({}).decode), { 9, 9 }, { 16, 16 } },
        { "user info", "GET /userinfo", counts(getUserInfo().decode), { 8, 8 }, { 8, 8 } },
        { "configuration", "GET /system/configs", counts(getSystemConfig().decode), { 3, 3 },
            { 35, 39 } },
    };
}

QList<Endpoint> actionEndpoints()
{
    return {
        { "list actions", "GET /actions", counts(listActions({}).decode), { 32, 30 }, { 46, 44 } },
        { "actions of a target", "GET /targets/[^/]+/actions",
            counts(listTargetActions(x, {}).decode), { 16, 15 }, { 20, 19 } },
        { "action", "(GET|PUT) (/targets/[^/]+)?/actions/\\d+", counts(getAction(x, 1).decode),
            { 32, 32 }, { 32, 32 } },
        { "force", "PUT /targets/[^/]+/actions/\\d+", counts(forceAction(x, 1).decode), { 3, 3 },
            { 3, 3 } },
        { "cancel", "DELETE /targets/[^/]+/actions/\\d+", counts(cancelAction(x, 1).decode),
            { 7, 7 }, { 7, 7 } },
        { "statuses", "GET /targets/[^/]+/actions/\\d+/status",
            counts(listActionStatuses(x, 1, {}).decode), { 23, 22 }, { 144, 142 } },
        { "assign", "POST (/distributionsets/\\d+/assignedTargets|/targets/[^/]+/assignedDS)",
            counts(assignDistributionSet(1, { x }, {}).decode), { 35, 35 }, { 35, 35 } },
        { "created targets", "POST /targets", countsCreated(readList<Target, readTarget>),
            { 37, 36 }, { 107, 106 } },
        { "created sets", "POST /distributionsets",
            countsCreated(readList<DistributionSet, readDistributionSet>), { 10, 10 }, { 19, 19 } },
        { "tag", "(GET|PUT) /targettags/\\d+", countsCreated(readTargetTag), { 2, 2 }, { 2, 2 } },
        { "target type", "(GET|PUT) /targettypes/\\d+", countsCreated(readTargetType), { 2, 2 },
            { 2, 2 } },
    };
}

QList<Endpoint> softwareEndpoints()
{
    const QString one = u"1"_s;
    const MetadataOwner owner{ MetadataOwner::Kind::SoftwareModule, one };
    return {
        { "module", "GET /softwaremodules/\\d+", counts(getSoftwareModule(1).decode), { 4, 4 },
            { 4, 4 } },
        { "changed module", "PUT /softwaremodules/\\d+", counts(updateSoftwareModule(1, {}).decode),
            { 7, 7 }, { 7, 7 } },
        { "created modules", "POST /softwaremodules", counts(createSoftwareModules({}).decode),
            { 9, 9 }, { 16, 16 } },
        { "deleted modules, artifacts, sets, types, tags",
            "DELETE /(softwaremodule|distributionset).*", counts(deleteSoftwareModule(1).decode),
            { 23, 23 }, { 23, 23 } },
        { "artifact", "GET /softwaremodules/\\d+/artifacts/\\d+", counts(getArtifact(1, 1).decode),
            { 2, 2 }, { 2, 2 } },
        { "uploaded artifact", "POST /softwaremodules/\\d+/artifacts", countsCreated(readArtifact),
            { 19, 18 }, { 19, 18 } },
        { "entry of metadata", "GET /.*/metadata/.*", countsCreated(readMetadata), { 9, 9 },
            { 9, 9 } },
        { "changed metadata", "(POST|PUT) /.*/metadata(/.*)?",
            counts(createMetadata(owner, {}).decode), { 33, 25 }, { 33, 25 } },
        { "list module types", "GET /softwaremoduletypes",
            counts(listSoftwareModuleTypes({}).decode), { 10, 10 }, { 16, 16 } },
        { "module type", "(GET|PUT) /softwaremoduletypes/\\d+",
            counts(updateSoftwareModuleType(1, {}).decode), { 4, 4 }, { 4, 4 } },
        { "created module types", "POST /softwaremoduletypes",
            counts(createSoftwareModuleTypes({}).decode), { 3, 3 }, { 4, 4 } },
        { "set type", "(GET|PUT) /distributionsettypes/\\d+",
            counts(updateDistributionSetType(1, {}).decode), { 3, 3 }, { 3, 3 } },
        { "created set types", "POST /distributionsettypes",
            counts(createDistributionSetTypes({}).decode), { 4, 4 }, { 5, 5 } },
        { "module types of a set type",
            "GET /distributionsettypes/\\d+/(mandatory|optional)moduletypes",
            counts(listOptionalModuleTypes(1).decode), { 2, 2 }, { 2, 2 } },
        { "module type of a set type",
            "GET /distributionsettypes/\\d+/(mandatory|optional)moduletypes/\\d+",
            countsCreated(readSoftwareModuleType), { 2, 2 }, { 2, 2 } },
        { "changed module types of a set type",
            "POST /distributionsettypes/\\d+/(mandatory|optional)moduletypes",
            counts(addOptionalModuleType(1, 1).decode), { 3, 3 }, { 3, 3 } },
        { "changed set", "PUT /distributionsets/\\d+", counts(updateDistributionSet(1, {}).decode),
            { 9, 9 }, { 9, 9 } },
        { "modules of a set, invalidation", "POST /distributionsets/\\d+/(assignedSM|invalidate)",
            counts(assignSoftwareModules(1, {}).decode), { 3, 3 }, { 3, 3 } },
        { "statistics", "GET /distributionsets/\\d+/statistics(/.*)?",
            counts(getDistributionSetStatistics(1).decode), { 9, 9 }, { 9, 9 } },
        { "list set tags", "GET /distributionsettags", counts(listDistributionSetTags({}).decode),
            { 6, 6 }, { 6, 6 } },
        { "set tag", "(GET|PUT) /distributionsettags/\\d+", countsCreated(readDistributionSetTag),
            { 2, 2 }, { 2, 2 } },
        { "created set tags", "POST /distributionsettags",
            counts(createDistributionSetTags({}).decode), { 1, 1 }, { 2, 2 } },
        { "sets of a tag", "GET /distributionsettags/\\d+/assigned",
            counts(listSetsOfTag(1, {}).decode), { 2, 2 }, { 4, 4 } },
        { "tagged sets", "POST /distributionsettags/\\d+/assigned(/\\d+)?",
            counts(assignDistributionSetTag(1, 1).decode), { 4, 4 }, { 4, 4 } },
    };
}

// An answer too large to be kept: its size and hash stand in its place.
bool isKept(const RecordedStep &step)
{
    return !step.body()["sha256"_L1].isString() || !step.body()["bytes"_L1].isDouble();
}

QList<RecordedStep> stepsOf(const QString &server)
{
    QList<RecordedStep> all;
    for (const QLatin1StringView part : { ""_L1, "-quotas"_L1, "-flood"_L1 })
        all << loadCorpus(u"hawkbit-"_s + server + part).steps;
    return all;
}

QList<RecordedStep> succeeded(const QList<RecordedStep> &steps, const char *pattern)
{
    const QRegularExpression wanted(
        QRegularExpression::anchoredPattern(QLatin1StringView(pattern)));
    QList<RecordedStep> found;
    for (const RecordedStep &step : steps) {
        QString path = step.path().section(u'?', 0, 0);
        if (!path.startsWith("/rest/v1"_L1) || step.status() / 100 != 2 || !isKept(step))
            continue;
        if (wanted.match(step.method() + u' ' + path.mid(8)).hasMatch())
            found << step;
    }
    return found;
}

QString sayWhy(const Error &error)
{
    return error.message + " ("_L1 + error.where + u')';
}

} // namespace

// Every answer of a real hawkBit 1.0.4 and 0.9.0 to what we send is understood. The counts are what
// the recordings hold: a pattern that stops matching does not pass unseen.
class tst_recordedanswers : public Test {
    Q_OBJECT

private slots:
    void initTestCase() { m_steps = { stepsOf(u"1.0.4"_s), stepsOf(u"0.9.0"_s) }; }

    void areAllDecoded_data()
    {
        QTest::addColumn<int>("index");
        m_endpoints = readEndpoints() + actionEndpoints() + softwareEndpoints();
        for (qsizetype i = 0; i < m_endpoints.size(); ++i)
            QTest::newRow(m_endpoints.at(i).name) << int(i);
    }

    void areAllDecoded()
    {
        QFETCH(int, index);
        const Endpoint &endpoint = m_endpoints.at(index);
        QStringList problems;
        QList<int> answers;
        QList<int> values;
        for (const QList<RecordedStep> &steps : m_steps) {
            const QList<RecordedStep> found = succeeded(steps, endpoint.steps);
            qsizetype sum = 0;
            for (const RecordedStep &step : found) {
                const Result<qsizetype> count = endpoint.count(responseOf(step));
                if (!count)
                    problems << step.name + ": "_L1 + sayWhy(count.error());
                sum += count.value_or(0);
            }
            answers << int(found.size());
            values << int(sum);
        }
        QCOMPARE(problems.join(u'\n'), QString());
        QCOMPARE(answers, endpoint.answers);
        QCOMPARE(values, endpoint.values);
    }

    // The same steps were played against both servers: what an action says is the same.
    void bothWiresReadAlike()
    {
        QMap<QString, Action> newer;
        for (const RecordedStep &step : succeeded(m_steps.at(0), actionPattern))
            newer.insert(step.name, *decodeJson<Action>(step.bodyBytes(), readAction));
        int compared = 0;
        for (const RecordedStep &step : succeeded(m_steps.at(1), actionPattern)) {
            const Action older = *decodeJson<Action>(step.bodyBytes(), readAction);
            if (!newer.contains(step.name))
                continue;
            const Action &other = newer[step.name];
            QCOMPARE(describe(older), describe(other));
            ++compared;
        }
        QCOMPARE(compared, 32);
    }

    void linksNameTargetAndSet()
    {
        for (const QList<RecordedStep> &steps : m_steps) {
            for (const RecordedStep &step : succeeded(steps, actionPattern)) {
                const Action action = *decodeJson<Action>(step.bodyBytes(), readAction);
                const QString id = step.path().section(u'/', 4, 4);
                if (!step.path().startsWith("/rest/v1/actions"_L1))
                    QCOMPARE(action.controllerId, QUrl::fromPercentEncoding(id.toLatin1()));
                QVERIFY2(action.distributionSetId.has_value(), qPrintable(step.name));
                QVERIFY(action.distributionSet.contains(u':'));
                QVERIFY(!action.targetName.isEmpty());
            }
        }
    }

    void assignmentNamesWhomItReached()
    {
        for (const QList<RecordedStep> &steps : m_steps) {
            const auto found = succeeded(steps, "POST /distributionsets/\\d+/assignedTargets");
            const auto many = std::find_if(found.begin(), found.end(),
                [](const RecordedStep &step) { return step.name == "0713-assign-many"_L1; });
            QVERIFY(many != found.end());
            const AssignmentResult result
                = *decodeJson<AssignmentResult>(many->bodyBytes(), readAssignmentResult);
            QCOMPARE(result.assigned, 4);
            QCOMPARE(result.total, 4);
            QCOMPARE(result.actionIds.size(), 4);
            QStringList ids = result.controllerIds;
            ids.sort();
            QCOMPARE(ids, QStringList({ u"dev-1"_s, u"fleet-00"_s, u"fleet-01"_s, u"fleet-02"_s }));
        }
    }

    // Histories that real update clients left.
    void deviceHistoriesAreDecoded()
    {
        const QDir folder(QStringLiteral(FALCONER_TEST_DATA "/devices"));
        const QStringList files = folder.entryList({ u"*.json"_s }, QDir::Files);
        int actions = 0;
        qsizetype statuses = 0;
        for (const QString &file : files) {
            const QJsonObject json
                = QJsonDocument::fromJson(testData(u"devices/"_s + file)).object();
            std::optional<Error> problem;
            const JsonReader reader(json, QString(), &problem);
            if (json["action"_L1].isObject()) {
                readAction(reader.member("action"_L1));
                ++actions;
            }
            if (reader.has("statuses"_L1))
                statuses += readPage<ActionStatus, readActionStatus>(reader.member("statuses"_L1))
                                .content.size();
            QVERIFY2(
                !problem, qPrintable(file + ": "_L1 + (problem ? sayWhy(*problem) : QString())));
        }
        QCOMPARE((QList<qsizetype>{ files.size(), actions, statuses }),
            (QList<qsizetype>{ 62, 61, 3001 }));
    }

private:
    static constexpr auto actionPattern = "(GET|PUT) (/targets/[^/]+)?/actions/\\d+";

    static QStringList describe(const Action &action)
    {
        return { action.type, action.active ? u"active"_s : u"closed"_s, action.status,
            action.forceType, action.controllerId, action.targetName, action.distributionSet,
            QString::number(action.weight.value_or(-1)),
            QString::number(action.lastStatusCode.value_or(-1)),
            action.maintenanceWindow ? action.maintenanceWindow->schedule : QString() };
    }

    QList<QList<RecordedStep>> m_steps;
    QList<Endpoint> m_endpoints;
};

FALCONER_TEST(tst_recordedanswers)
#include "tst_recordedanswers.moc"
