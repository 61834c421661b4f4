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
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

using Decode = std::function<std::optional<Error>(const QJsonValue &)>;

template <typename T> Decode decodes(T (*read)(const JsonReader &))
{
    return [read](const QJsonValue &json) {
        std::optional<Error> problem;
        read(JsonReader(json, QString(), &problem));
        return problem;
    };
}

// A value with every member that its decoder knows, and those of them that must be there.
struct Whole {
    const char *name;
    Decode decode;
    const char *json;
    QStringList required;
};

QList<Whole> wholes()
{
    return {
        { "target", decodes(readTarget),
            "{\"controllerId\":\"a\",\"name\":\"A\",\"description\":\"d\",\"updateStatus\":"
            "\"pending\",\"group\":\"g\",\"address\":\"x\",\"ipAddress\":\"y\","
            "\"securityToken\":\"t\",\"targetType\":1,\"targetTypeName\":\"T\","
            "\"lastControllerRequestAt\":1,\"installedAt\":2,"
            "\"pollStatus\":{\"lastRequestAt\":1,\"nextExpectedRequestAt\":2,\"overdue\":true},"
            "\"requestAttributes\":true,"
            "\"autoConfirmActive\":true,\"createdBy\":\"c\",\"createdAt\":3,\"lastModifiedBy\":"
            "\"m\",\"lastModifiedAt\":4}",
            { u"controllerId"_s, u"name"_s, u"updateStatus"_s } },
        { "poll status",
            [](const QJsonValue &json) {
                return decodes(readTarget)(
                    QJsonObject{ { u"controllerId"_s, u"a"_s }, { u"name"_s, u"A"_s },
                        { u"updateStatus"_s, u"unknown"_s }, { u"pollStatus"_s, json } });
            },
            "{\"lastRequestAt\":1,\"nextExpectedRequestAt\":2,\"overdue\":true}",
            { u"pollStatus.overdue"_s } },
        { "set", decodes(readDistributionSet),
            "{\"id\":1,\"name\":\"A\",\"version\":\"1\",\"description\":\"d\",\"type\":\"os\","
            "\"typeName\":\"OS\",\"complete\":true,\"valid\":true,\"locked\":true,"
            "\"deleted\":true,\"requiredMigrationStep\":true,\"modules\":[],\"createdBy\":\"c\","
            "\"createdAt\":3,\"lastModifiedAt\":4}",
            { u"id"_s, u"name"_s, u"version"_s, u"type"_s, u"complete"_s } },
        { "module", decodes(readSoftwareModule),
            "{\"id\":1,\"name\":\"A\",\"version\":\"1\",\"type\":\"os\",\"typeName\":\"OS\","
            "\"vendor\":\"v\",\"description\":\"d\",\"deleted\":true,"
            "\"encrypted\":true,\"locked\":true,\"complete\":true,\"createdAt\":3,"
            "\"lastModifiedAt\":4}",
            { u"id"_s, u"name"_s, u"version"_s, u"type"_s } },
        { "artifact", decodes(readArtifact),
            "{\"id\":1,\"providedFilename\":\"f\",\"size\":5,\"hashes\":{},\"createdAt\":3}",
            { u"id"_s, u"providedFilename"_s, u"size"_s, u"hashes"_s } },
        { "action", decodes(readAction),
            "{\"id\":1,\"type\":\"update\",\"active\":true,\"status\":\"running\","
            "\"forceType\":\"soft\",\"forceTime\":1,\"weight\":1,"
            "\"maintenanceWindow\":{\"schedule\":\"s\",\"duration\":\"d\",\"timezone\":\"Z\"},"
            "\"lastStatusCode\":1,\"rollout\":1,\"rolloutName\":\"r\","
            "\"createdBy\":\"c\",\"createdAt\":3,\"lastModifiedAt\":4}",
            { u"id"_s, u"type"_s, u"status"_s } },
        { "action up to 0.9", decodes(readAction),
            "{\"id\":1,\"type\":\"update\",\"status\":\"pending\",\"detailStatus\":\"running\"}",
            { u"id"_s, u"type"_s, u"status"_s } },
        { "action before that", decodes(readAction),
            "{\"id\":1,\"type\":\"update\",\"status\":\"running\"}",
            { u"id"_s, u"type"_s, u"status"_s } },
        { "status", decodes(readActionStatus),
            "{\"id\":1,\"type\":\"running\",\"messages\":[\"m\"],\"reportedAt\":1,\"timestamp\":2,"
            "\"code\":3}",
            { u"id"_s, u"type"_s, u"reportedAt"_s } },
        { "assignment", decodes(readAssignmentResult),
            "{\"assigned\":1,\"alreadyAssigned\":2,\"total\":3,\"assignedActions\":[]}",
            { u"assigned"_s, u"alreadyAssigned"_s, u"total"_s } },
        { "tag", decodes(readTargetTag),
            "{\"id\":1,\"name\":\"n\",\"description\":\"d\",\"colour\":\"c\"}",
            { u"id"_s, u"name"_s } },
        { "target type", decodes(readTargetType),
            "{\"id\":1,\"key\":\"k\",\"name\":\"n\",\"description\":\"d\",\"colour\":\"c\"}",
            { u"id"_s, u"name"_s } },
        { "set type", decodes(readDistributionSetType),
            "{\"id\":1,\"key\":\"k\",\"name\":\"n\",\"description\":\"d\",\"colour\":\"c\","
            "\"deleted\":true}",
            { u"id"_s, u"key"_s, u"name"_s } },
        { "module type", decodes(readSoftwareModuleType),
            "{\"id\":1,\"key\":\"k\",\"name\":\"n\",\"description\":\"d\",\"colour\":\"c\","
            "\"maxAssignments\":1,\"minArtifacts\":2,\"deleted\":true}",
            { u"id"_s, u"key"_s, u"name"_s, u"maxAssignments"_s } },
        { "set tag", decodes(readDistributionSetTag),
            "{\"id\":1,\"name\":\"n\",\"description\":\"d\",\"colour\":\"c\"}",
            { u"id"_s, u"name"_s } },
        { "statistics", decodes(readDistributionSetStatistics),
            "{\"actions\":{\"RUNNING\":2},\"rollouts\":{},\"totalAutoAssignments\":3}", {} },
        { "metadata", decodes(readMetadata),
            "{\"key\":\"k\",\"value\":\"v\",\"targetVisible\":true}", { u"key"_s } },
        { "user", decodes(readUserInfo),
            "{\"tenant\":\"t\",\"username\":\"u\",\"permissions\":[\"P\"]}",
            { u"tenant"_s, u"username"_s } },
        { "page", decodes(readPage<Target, readTarget>), "{\"content\":[],\"total\":0}",
            { u"content"_s, u"total"_s } },
    };
}

QString messageOf(const std::optional<Error> &error)
{
    return error ? error->message : QString();
}

// A JSON value of a type that is none of those in use where value stands.
QJsonValue otherThan(const QJsonValue &value)
{
    return value.isString() ? QJsonValue(7) : QJsonValue(u"7"_s);
}

} // namespace

// What must be there is missed by name, what is of another type is refused by name, the rest may be
// missing: never a silent default.
class tst_decodingproblems : public Test {
    Q_OBJECT

private slots:
    void eachMemberIsChecked_data()
    {
        QTest::addColumn<int>("index");
        m_wholes = wholes();
        for (qsizetype i = 0; i < m_wholes.size(); ++i)
            QTest::newRow(m_wholes.at(i).name) << int(i);
    }

    void eachMemberIsChecked()
    {
        QFETCH(int, index);
        const Whole &whole = m_wholes.at(index);
        const QJsonObject json = QJsonDocument::fromJson(whole.json).object();
        QVERIFY(!json.isEmpty());
        QCOMPARE(messageOf(whole.decode(json)), QString());
        QStringList required;
        for (const QString &key : json.keys()) {
            QJsonObject without = json;
            without.remove(key);
            const QString missing = messageOf(whole.decode(without));
            if (!missing.isEmpty())
                required << missing;
            QJsonObject wrong = json;
            wrong[key] = otherThan(json[key]);
            const QString problem = messageOf(whole.decode(wrong));
            QVERIFY2(problem.contains(key + " is "_L1), qPrintable(key + ": "_L1 + problem));
            // Null is missing.
            wrong[key] = QJsonValue::Null;
            QCOMPARE(messageOf(whole.decode(wrong)), missing);
        }
        QStringList expected = whole.required;
        for (QString &key : expected)
            key += " is missing"_L1;
        expected.sort();
        required.sort();
        QCOMPARE(required.join(u'\n'), expected.join(u'\n'));
    }

    void pathsReachInside_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("message");
        QTest::newRow("element") << QByteArray(
            "{\"content\":[{\"controllerId\":\"a\",\"name\":\"A\",\"updateStatus\":\"unknown\"},{"
            "\"controllerId\":\"b\"}],\"total\":2}")
                                 << u"content[1].name is missing"_s;
        QTest::newRow("text as a number")
            << QByteArray("{\"content\":[{\"controllerId\":5}],\"total\":1}")
            << u"content[0].controllerId is a number, expected a text"_s;
        QTest::newRow("not a page") << QByteArray("[]") << u"the answer is not an object"_s;
        QTest::newRow("content is an object")
            << QByteArray("{\"content\":{},\"total\":0}") << u"content is not a list"_s;
        QTest::newRow("web page") << QByteArray("<html>")
                                  << u"the answer is a web page, not JSON"_s;
        QTest::newRow("nothing") << QByteArray() << u"the answer is empty"_s;
    }

    void pathsReachInside()
    {
        QFETCH(QByteArray, json);
        const Result<Page<Target>> page = listTargets({}).decode({ .status = 200, .body = json });
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Protocol);
        QTEST(page.error().message, "message");
    }

    void moduleInASetIsNamed()
    {
        const auto set = getDistributionSet(1).decode({ .status = 200,
            .body = "{\"id\":1,\"name\":\"A\",\"version\":\"1\",\"type\":\"os\",\"complete\":true,"
                    "\"modules\":[{\"id\":1,\"name\":\"m\",\"type\":\"os\"}]}" });
        QVERIFY(!set);
        QCOMPARE(set.error().message, u"modules[0].version is missing"_s);
    }

    void nothingMeansNone()
    {
        const Response none{ .status = 204 };
        QCOMPARE(getTargetAttributes(u"a"_s).decode(none).value(), (QMap<QString, QString>()));
        QVERIFY(!getAssignedDistributionSet(u"a"_s).decode(none).value());
        QVERIFY(!getInstalledDistributionSet(u"a"_s).decode(none).value());
        QVERIFY(!getTarget(u"a"_s).decode(none));
        QVERIFY(cancelAction(u"a"_s, 1).decode({ .status = 200 }));
    }

    void unknownWordsAreKept()
    {
        const auto action = decodeJson<Action>("{\"id\":1,\"type\":\"migrate\",\"active\":true,"
                                               "\"status\":\"pondering\",\"forceType\":\"gentle\"}",
            readAction);
        QVERIFY(action);
        QCOMPARE(action->type, u"migrate"_s);
        QCOMPARE(action->status, u"pondering"_s);
        QCOMPARE(action->forceType, u"gentle"_s);
    }

    void linksMayBeMissingOrOdd_data()
    {
        QTest::addColumn<QByteArray>("links");
        QTest::addColumn<QString>("controllerId");
        QTest::newRow("none") << QByteArray("null") << QString();
        QTest::newRow("a text") << QByteArray("\"x\"") << QString();
        QTest::newRow("elsewhere")
            << QByteArray("{\"self\":{\"href\":\"http://h/other\"}}") << QString();
        QTest::newRow("encoded, behind a prefix") << QByteArray(
            "{\"self\":{\"href\":\"https://h/p/rest/v1/targets/a%2Bb%20%23/actions/1\"}}")
                                                  << u"a+b #"_s;
        QTest::newRow("id of one letter")
            << QByteArray("{\"self\":{\"href\":\"/rest/v1/targets/a/actions/1\"}}") << u"a"_s;
    }

    void linksMayBeMissingOrOdd()
    {
        QFETCH(QByteArray, links);
        const auto action = decodeJson<Action>(
            "{\"id\":1,\"type\":\"update\",\"status\":\"pending\",\"_links\":" + links + '}',
            readAction);
        QVERIFY(action);
        QTEST(action->controllerId, "controllerId");
        QVERIFY(action->active);
        QVERIFY(!action->distributionSetId);
    }

    void targetIsKnownWithoutLinks()
    {
        const QByteArray action = "{\"id\":1,\"type\":\"update\",\"status\":\"pending\"}";
        const Response list{ .body = "{\"content\":[" + action + "],\"total\":1}" };
        const auto page = listTargetActions(u"a"_s, {}).decode(list);
        QVERIFY(page);
        QCOMPARE(page->content.first().controllerId, u"a"_s);
        QCOMPARE(getAction(u"b"_s, 1).decode({ .body = action })->controllerId, u"b"_s);
        QCOMPARE(forceAction(u"c"_s, 1).decode({ .body = action })->controllerId, u"c"_s);
    }

    void messagesOfNothingAreDropped()
    {
        const auto status
            = decodeJson<ActionStatus>("{\"id\":1,\"type\":\"running\",\"reportedAt\":5,"
                                       "\"messages\":[null,\"\",\"a\\nb\",null]}",
                readActionStatus);
        QVERIFY(status);
        QCOMPARE(status->messages, QStringList({ QString(u""_s), u"a\nb"_s }));
        QCOMPARE(status->reportedAt.toMSecsSinceEpoch(), 5);
        QVERIFY(!status->timestamp.isValid());
    }

    void configurationIsNamedByKey()
    {
        const auto config = decodeJson<SystemConfig>(
            "{\"pollingTime\":{\"value\":\"00:05:00\",\"global\":\"yes\"}}", readSystemConfig);
        QVERIFY(!config);
        QCOMPARE(config.error().message, u"pollingTime.global is a text, expected a boolean"_s);
    }

    void largeNumbersAreKept()
    {
        const auto tag
            = decodeJson<TargetTag>("{\"id\":9007199254740993,\"name\":\"n\"}", readTargetTag);
        QCOMPARE(tag->id, 9007199254740993);
    }

private:
    QList<Whole> m_wholes;
};

FALCONER_TEST(tst_decodingproblems)
#include "tst_decodingproblems.moc"
