// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/historydeletion.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QList<qint64> numbers(qint64 count)
{
    QList<qint64> ids;
    for (qint64 id = 1; id <= count; ++id)
        ids << id;
    return ids;
}

struct Bench {
    explicit Bench(qsizetype failing = -1)
        : server([this, failing](const HeardRequest &) {
            return server.heard().size() - 1 == failing
                ? httpAnswer(405, R"({"errorCode":"hawkbit.server.error.action.notDeletable"})")
                : httpAnswer(204);
        })
        , client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false })
        , deletion(client)
        , finished(&deletion, &HistoryDeletion::finished)
    {
    }

    QList<qsizetype> batches() const
    {
        QList<qsizetype> sizes;
        for (const HeardRequest &request : server.heard())
            sizes << QJsonDocument::fromJson(request.body).array().size();
        return sizes;
    }

    ScriptedServer server;
    Client client;
    HistoryDeletion deletion;
    QSignalSpy finished;
};

} // namespace

class tst_historydeletion : public Test {
    Q_OBJECT

private slots:
    void onlyWhatCameToItsEndHasEnded()
    {
        const auto hasEnded = [](bool active, const QString &status) {
            return Action{ .active = active, .status = status }.hasEnded();
        };
        QVERIFY(hasEnded(false, u"finished"_s));
        QVERIFY(hasEnded(false, u"retrieved"_s));
        QVERIFY(!hasEnded(true, u"running"_s));
        QVERIFY(!hasEnded(false, u"scheduled"_s));
    }

    void goesInBatches()
    {
        Bench bench;
        bench.deletion.start(numbers(450));
        QVERIFY(bench.finished.isEmpty());
        QTRY_COMPARE(bench.finished.size(), 1);
        QCOMPARE(bench.batches(), (QList<qsizetype>{ 200, 200, 50 }));
        QCOMPARE(bench.server.lines().constFirst(), "DELETE /rest/v1/actions");
        QCOMPARE(bench.deletion.deleted(), 450);
        QVERIFY(!bench.deletion.error() && !bench.deletion.isRunning());
    }

    void theFirstFailureEndsIt()
    {
        Bench bench(1);
        bench.deletion.start(numbers(900));
        QTRY_COMPARE(bench.finished.size(), 1);
        QCOMPARE(bench.batches(), (QList<qsizetype>{ 200, 200 }));
        QCOMPARE(bench.deletion.deleted(), 200);
        QCOMPARE(bench.deletion.error()->code, u"action.notDeletable"_s);
    }

    void stopsAfterTheBatchUnderWay()
    {
        Bench bench;
        QObject::connect(
            &bench.deletion, &HistoryDeletion::changed, &bench.deletion, &HistoryDeletion::stop);
        bench.deletion.start(numbers(900));
        QTRY_COMPARE(bench.finished.size(), 1);
        QCOMPARE(bench.deletion.deleted(), 200);
        QVERIFY(!bench.deletion.error());
        QCOMPARE(bench.server.heard().size(), 1);
    }

    void nothingIsDoneAtOnce()
    {
        Bench bench;
        bench.deletion.start({});
        QTRY_COMPARE(bench.finished.size(), 1);
        QVERIFY(bench.server.heard().isEmpty());
    }
};

FALCONER_TEST(tst_historydeletion)
#include "tst_historydeletion.moc"
