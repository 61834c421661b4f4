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
#include "services/time/utc.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const QString id = u"dev 1+#?&\u65e5"_s;
const ListQuery some{
    .offset = 100, .limit = 50, .sort = { u"name"_s, Qt::DescendingOrder }, .filter = u"name==a*"_s
};

// A request as it would be read in a log: verb, path, query (not yet encoded), body.
QString sentBy(const RequestData &request)
{
    static const QMap<Verb, QString> verbs{ { Verb::Get, u"GET"_s }, { Verb::Post, u"POST"_s },
        { Verb::Put, u"PUT"_s }, { Verb::Delete, u"DELETE"_s } };
    QStringList query;
    for (const auto &[name, value] : request.query)
        query << name + u'=' + value;
    QString text = verbs[request.verb] + u' ' + QString::fromLatin1(request.path);
    if (!query.isEmpty())
        text += u'?' + query.join(u'&');
    if (request.body)
        text += u' ' + QString::fromUtf8(*request.body);
    return text;
}

QJsonArray bodyOf(const AssignmentOptions &options)
{
    const RequestData request = assignDistributionSet(7, { u"a"_s, id }, options);
    return QJsonDocument::fromJson(*request.body).array();
}

} // namespace

class tst_requests : public Test {
    Q_OBJECT

private slots:
    void readsAreSent_data()
    {
        QTest::addColumn<RequestData>("request");
        QTest::addColumn<QString>("sent");
        const QString target = u"GET /rest/v1/targets/dev%201%2B%23%3F%26%E6%97%A5"_s;
        const QString list = u"?offset=100&limit=50&sort=name:DESC,id:ASC&q=name==a*"_s;
        const QString all = u"?offset=0&limit=50"_s;
        const auto row = [](const char *name, const RequestData &request, const QString &sent) {
            QTest::newRow(name) << request << sent;
        };
        row("list targets", listTargets(some), u"GET /rest/v1/targets"_s + list);
        row("target", getTarget(id), target);
        row("attributes", getTargetAttributes(id), target + u"/attributes"_s);
        row("tags", listTagsOfTarget(id), target + u"/tags"_s);
        row("metadata", listMetadata({ MetadataOwner::Kind::Target, id }),
            target + u"/metadata?limit=500"_s);
        row("assigned", getAssignedDistributionSet(id), target + u"/assignedDS"_s);
        row("installed", getInstalledDistributionSet(id), target + u"/installedDS"_s);
        row("actions", listTargetActions(id, {}), target + u"/actions"_s + all);
        row("action", getAction(id, 12), target + u"/actions/12"_s);
        row("statuses", listActionStatuses(id, 12, {}), target + u"/actions/12/status"_s + all);
        row("all actions", listActions({}),
            u"GET /rest/v1/actions"_s + all + u"&representation=full"_s);
        row("sets", listDistributionSets(some), u"GET /rest/v1/distributionsets"_s + list);
        row("set", getDistributionSet(7), u"GET /rest/v1/distributionsets/7"_s);
        row("modules", listSoftwareModules({}), u"GET /rest/v1/softwaremodules"_s + all);
        row("artifacts", listArtifacts(3), u"GET /rest/v1/softwaremodules/3/artifacts"_s);
        row("tags of all", listTargetTags({}), u"GET /rest/v1/targettags"_s + all);
        row("target types", listTargetTypes({}), u"GET /rest/v1/targettypes"_s + all);
        row("set types", listDistributionSetTypes({}),
            u"GET /rest/v1/distributionsettypes"_s + all);
        row("compatible", listCompatibleDistributionSetTypes(4),
            u"GET /rest/v1/targettypes/4/compatibledistributionsettypes"_s);
        row("module", getSoftwareModule(3), u"GET /rest/v1/softwaremodules/3"_s);
        row("artifact", getArtifact(3, 9), u"GET /rest/v1/softwaremodules/3/artifacts/9"_s);
        row("module types", listSoftwareModuleTypes(some),
            u"GET /rest/v1/softwaremoduletypes"_s + list);
        row("mandatory", listMandatoryModuleTypes(4),
            u"GET /rest/v1/distributionsettypes/4/mandatorymoduletypes"_s);
        row("optional", listOptionalModuleTypes(4),
            u"GET /rest/v1/distributionsettypes/4/optionalmoduletypes"_s);
        row("statistics", getDistributionSetStatistics(7),
            u"GET /rest/v1/distributionsets/7/statistics"_s);
        row("set tags", listDistributionSetTags(some),
            u"GET /rest/v1/distributionsettags"_s + list);
        row("sets of a tag", listSetsOfTag(2, some),
            u"GET /rest/v1/distributionsettags/2/assigned"_s + list);
        row("metadata of a set", listMetadata({ MetadataOwner::Kind::DistributionSet, u"7"_s }),
            u"GET /rest/v1/distributionsets/7/metadata?limit=500"_s);
        row("user", getUserInfo(), u"GET /rest/v1/userinfo"_s);
        row("configuration", getSystemConfig(), u"GET /rest/v1/system/configs"_s);
    }

    void readsAreSent()
    {
        QFETCH(RequestData, request);
        QTEST(sentBy(request), "sent");
        QVERIFY(!request.body);
    }

    void writesAreSent()
    {
        const QString action = u" /rest/v1/targets/a/actions/5"_s;
        const RequestData cancel = cancelAction(u"a"_s, 5);
        QCOMPARE(sentBy(cancel), u"DELETE"_s + action);
        QCOMPARE(sentBy(forceQuitAction(u"a"_s, 5)), u"DELETE"_s + action + u"?force=true"_s);
        QCOMPARE(
            sentBy(forceAction(u"a"_s, 5)), u"PUT"_s + action + u" {\"forceType\":\"forced\"}"_s);
        QCOMPARE(cancel.patience, Patience::Write);
        QCOMPARE(sentBy(deleteActions({ 5, 12 })), u"DELETE /rest/v1/actions [5,12]"_s);
        QCOMPARE(RequestData(deleteActions({ 5 })).patience, Patience::Write);
    }

    // Every member: a missing one is a 500, or breaks the module (hawkbit-api 1.3).
    void metadataIsSentWhole()
    {
        const MetadataOwner module{ MetadataOwner::Kind::SoftwareModule, u"3"_s };
        const MetadataOwner target{ MetadataOwner::Kind::Target, id };
        QCOMPARE(sentBy(createMetadata(module, { { u"k"_s, {}, false } })),
            u"POST /rest/v1/softwaremodules/3/metadata "
            "[{\"key\":\"k\",\"targetVisible\":false,\"value\":\"\"}]"_s);
        QCOMPARE(sentBy(updateMetadata(module, { u"a.b \u00e4"_s, u"v"_s, true })),
            u"PUT /rest/v1/softwaremodules/3/metadata/a.b%20%C3%A4 "
            "{\"key\":\"a.b \u00e4\",\"targetVisible\":true,\"value\":\"v\"}"_s);
        QCOMPARE(sentBy(createMetadata(target, { { u"k"_s, u"v"_s, true } })),
            u"POST /rest/v1/targets/dev%201%2B%23%3F%26%E6%97%A5/metadata "
            "[{\"key\":\"k\",\"value\":\"v\"}]"_s);
    }

    // 0.9 must be told to stop rollouts; newer servers do unless actions go on.
    void invalidationStopsRolloutsOnEveryServer()
    {
        const QString path = u"POST /rest/v1/distributionsets/7/invalidate "_s;
        QCOMPARE(sentBy(invalidateDistributionSet(7, ActionCancelation::Soft)),
            path + u"{\"actionCancelationType\":\"soft\",\"cancelRollouts\":true}"_s);
        QCOMPARE(sentBy(invalidateDistributionSet(7, ActionCancelation::Force)),
            path + u"{\"actionCancelationType\":\"force\",\"cancelRollouts\":true}"_s);
        QCOMPARE(sentBy(invalidateDistributionSet(7, ActionCancelation::None)),
            path + u"{\"actionCancelationType\":\"none\",\"cancelRollouts\":false}"_s);
    }

    // An empty text empties what is there; what was not touched is not sent.
    void changesSayOnlyWhatChanges()
    {
        QCOMPARE(sentBy(updateSoftwareModule(3, { .description = QString() })),
            u"PUT /rest/v1/softwaremodules/3 {\"description\":\"\"}"_s);
        QCOMPARE(sentBy(updateDistributionSet(7, { .locked = false })),
            u"PUT /rest/v1/distributionsets/7 {\"locked\":false}"_s);
        QCOMPARE(sentBy(updateDistributionSetType(4, { .colour = u"#abc"_s })),
            u"PUT /rest/v1/distributionsettypes/4 {\"colour\":\"#abc\"}"_s);
    }

    void artifactsHaveTheirPaths()
    {
        QCOMPARE(artifactsPath(3), "/rest/v1/softwaremodules/3/artifacts");
        QCOMPARE(artifactDownloadPath(3, 9), "/rest/v1/softwaremodules/3/artifacts/9/download");
    }

    void sortIsUnique_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("sort");
        QTest::newRow("other") << u"updatestatus"_s << u"updatestatus:ASC,id:ASC"_s;
        QTest::newRow("id") << u"id"_s << u"id:ASC"_s;
        QTest::newRow("controller id") << u"controllerid"_s << u"controllerid:ASC"_s;
    }

    void sortIsUnique()
    {
        QFETCH(QString, field);
        const Query query = toQuery({ .sort = { field } });
        QCOMPARE(query.at(2).first, u"sort"_s);
        QTEST(query.at(2).second, "sort");
    }

    // A blank one is a syntax error to the server.
    void blankFilterIsLeftOut()
    {
        QCOMPARE(toQuery({ .filter = u"  "_s }),
            (Query{ { u"offset"_s, u"0"_s }, { u"limit"_s, u"50"_s } }));
    }

    void assignmentNamesEachTarget()
    {
        QCOMPARE(sentBy(assignDistributionSet(7, { u"a"_s }, {})),
            u"POST /rest/v1/distributionsets/7/assignedTargets [{\"id\":\"a\",\"type\":\"forced\"}]"_s);
        QCOMPARE(bodyOf({}),
            (QJsonArray{ QJsonObject{ { u"id"_s, u"a"_s }, { u"type"_s, u"forced"_s } },
                QJsonObject{ { u"id"_s, id }, { u"type"_s, u"forced"_s } } }));
    }

    void assignmentCarriesItsOptions()
    {
        const QJsonArray body = bodyOf({ .type = u"timeforced"_s,
            .forceTime = QDateTime::fromMSecsSinceEpoch(4102444800000, inUtc),
            .weight = 0,
            .confirmationRequired = false,
            .maintenanceWindow = MaintenanceWindow{
                u"0 0 3 ? * *"_s, u"02:00:00"_s, u"+01:00"_s, QDateTime::currentDateTimeUtc() } });
        const QJsonObject expected{ { u"id"_s, u"a"_s }, { u"type"_s, u"timeforced"_s },
            { u"forcetime"_s, qint64(4102444800000) }, { u"weight"_s, 0 },
            { u"confirmationRequired"_s, false },
            { u"maintenanceWindow"_s,
                QJsonObject{ { u"schedule"_s, u"0 0 3 ? * *"_s }, { u"duration"_s, u"02:00:00"_s },
                    { u"timezone"_s, u"+01:00"_s } } } };
        QCOMPARE(body.first().toObject(), expected);
        QCOMPARE(body.size(), 2);
    }

    // Left in the options by a form that has since gone back to "forced".
    void forceTimeIsSentOnlyWhenTimeForced()
    {
        const QJsonArray body = bodyOf({ .forceTime = QDateTime::currentDateTimeUtc() });
        QVERIFY(!body.first().toObject().contains("forcetime"_L1));
    }
};

FALCONER_TEST(tst_requests)
#include "tst_requests.moc"
