// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/tagshares.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Stage : SimulatedClient {
    Stage()
    {
        sets = { bench.gatewayOs(), bench.setOf(DemoProduct::GatewayOs, u"2.4.0-rc2"_s),
            bench.setOf(DemoProduct::CameraFw, u"7.1.0"_s) };
        bench.manage("POST", "distributionsettags",
            QJsonArray{ QJsonObject{ { u"name"_s, u"a, b*"_s } },
                QJsonObject{ { u"name"_s, u"field test"_s } } });
    }
    void give(const QString &name, const QList<qint64> &to)
    {
        const QJsonArray tags = read("distributionsettags")[u"content"_s].toArray();
        for (const auto &tag : tags) {
            if (tag[u"name"_s] != name)
                continue;
            for (const qint64 id : to)
                bench.manage("POST",
                    "distributionsettags/" + QByteArray::number(tag[u"id"_s].toInteger())
                        + "/assigned/" + QByteArray::number(id));
        }
    }
    // "name having/of" of each.
    QStringList sharesOf(const QList<qint64> &of)
    {
        std::optional<QStringList> texts;
        shares.read(client, of, [&](const Result<QList<TagShare>> &answer) {
            if (texts)
                qFatal("told twice");
            texts.emplace();
            for (const TagShare &share : answer.value_or(QList<TagShare>()))
                *texts << u"%1 %2/%3"_s.arg(share.tag.name).arg(share.having).arg(share.of);
        });
        if (texts || !QTest::qWaitFor([&] { return texts.has_value(); }))
            qFatal("told at once or never");
        return *texts;
    }

    QList<qint64> sets;
    TagShares shares;
};

} // namespace

class tst_tagshares : public Test {
    Q_OBJECT

private slots:
    void ofOneSetTakesTwoRequests()
    {
        Stage stage;
        stage.give(u"stable"_s, { stage.sets.first() });
        const qint64 sent = stage.client.sentCount();
        const QStringList shares = stage.sharesOf({ stage.sets.first() });
        QVERIFY(shares.contains(u"stable 1/1"_s));
        QVERIFY(shares.contains(u"field test 0/1"_s));
        QCOMPARE(stage.client.sentCount() - sent, 2);
    }

    void ofSeveralCountsWhatOneOfThemHas()
    {
        Stage stage;
        stage.give(u"stable"_s, stage.sets);
        stage.give(u"a, b*"_s, { stage.sets.at(0), stage.sets.at(2) });
        const qint64 sent = stage.client.sentCount();
        const QStringList shares = stage.sharesOf(stage.sets);
        QVERIFY(shares.contains(u"stable 3/3"_s));
        QVERIFY(shares.contains(u"a, b* 2/3"_s));
        QVERIFY(shares.contains(u"field test 0/3"_s));
        QVERIFY(std::ranges::is_sorted(shares));
        QCOMPARE(stage.client.sentCount() - sent, 2 + 2);
    }

    void aFailureIsToldOnce()
    {
        Stage stage;
        Client stranger({ .server = stage.bench.url(),
            .credentials = { Credentials::Scheme::Basic, u"admin"_s, u"wrong"_s },
            .retryDelays = {},
            .useSystemProxy = false });
        QList<ErrorKind> told;
        stage.shares.read(stranger, stage.sets,
            [&](const Result<QList<TagShare>> &answer) { told << answer.error().kind; });
        QTRY_VERIFY(!told.isEmpty() && stranger.sentCount() == 2);
        QVERIFY(stage.sharesOf(stage.sets).size() >= 3); // time for the other answer
        QCOMPARE(told, QList{ ErrorKind::Unauthorized });
    }
};

FALCONER_TEST(tst_tagshares)
#include "tst_tagshares.moc"
