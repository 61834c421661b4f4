// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/takenname.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_takenname : public Test {
    Q_OBJECT

    static std::optional<NameHolder> find(SimulatedClient &stage, TakenName::Of of,
        const QString &name, const QString &version, const QString &type)
    {
        TakenName taken;
        std::optional<Result<std::optional<NameHolder>>> answer;
        taken.find(
            stage.client, of, name, version, type, [&](const auto &found) { answer = found; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }) || !*answer)
            qFatal("no answer");
        return **answer;
    }

private slots:
    void tellsAListedFromAHiddenSet()
    {
        SimulatedClient stage;
        const auto findSet = [&](const QString &name) {
            return find(stage, TakenName::Of::DistributionSet, name, u"2.4.0"_s, u"os_app"_s);
        };
        QCOMPARE(findSet(u"gateway-os"_s)->id, stage.bench.gatewayOs());
        QVERIFY(!findSet(u"Gateway-OS"_s)); // the server finds it, but it is another name
        // It was assigned once: deleting only hides it.
        stage.bench.manage(
            "DELETE", "distributionsets/" + QByteArray::number(stage.bench.gatewayOs()));
        QVERIFY(!findSet(u"gateway-os"_s));
    }

    void tellsAListedFromAHiddenModule()
    {
        SimulatedClient stage;
        const auto create = [&](const QString &name) {
            return QJsonDocument::fromJson(
                stage.bench
                    .manage("POST", "softwaremodules",
                        QJsonArray{ QJsonObject{ { u"name"_s, name }, { u"version"_s, u"1.0"_s },
                            { u"type"_s, u"os"_s } } })
                    .body)[0][u"id"_s]
                .toInteger();
        };
        const qint64 id = create(u"boot"_s);
        const auto findModule = [&](const QString &type) {
            return find(stage, TakenName::Of::SoftwareModule, u"boot"_s, u"1.0"_s, type);
        };
        QCOMPARE(findModule(u"os"_s)->id, id);
        QCOMPARE(findModule({})->id, id);
        QCOMPARE(findModule({})->createdBy, u"admin"_s);
        QVERIFY(findModule({})->createdAt.secsTo(QDateTime::currentDateTimeUtc()) < 60);
        QVERIFY(!findModule(u"application"_s));
        stage.bench.change([&](Fleet &fleet) { fleet.modules.find(id)->deleted = true; });
        QVERIFY(!findModule(u"os"_s));
    }
};

FALCONER_TEST(tst_takenname)
#include "tst_takenname.moc"
