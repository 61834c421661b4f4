// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/selectedactions.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A server with so many actions, all running, whose ids count down from the total.
struct Bench {
    explicit Bench(int total)
        : server([total](const HeardRequest &request) { return page(request, total); })
        , client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false })
        , selected(client)
        , failed(&selected, &SelectedActions::failed)
    {
        QObject::connect(&selected, &SelectedActions::found, &selected,
            [this](const QList<Action> &actions, bool isLimited) {
                ++answers;
                limited = isLimited;
                ids.clear();
                for (const Action &action : actions)
                    ids << action.id;
            });
    }

    static QByteArray page(const HeardRequest &request, int total)
    {
        const QUrlQuery query(QUrl(QString::fromLatin1(request.target)));
        const int offset = query.queryItemValue(u"offset"_s).toInt();
        QByteArrayList rows;
        for (int row = offset; row < std::min(offset + 500, total); ++row)
            rows << R"({"id":)" + QByteArray::number(total - row)
                    + R"(,"type":"update","active":true,"status":"running"})";
        return httpAnswer(200,
            R"({"content":[)" + rows.join(',') + R"(],"total":)" + QByteArray::number(total) + '}');
    }

    QStringList filters() const
    {
        QStringList filters;
        for (const HeardRequest &request : server.heard())
            filters << QUrlQuery(QUrl(QString::fromLatin1(request.target)))
                           .queryItemValue(u"q"_s, QUrl::FullyDecoded);
        return filters;
    }

    ScriptedServer server;
    Client client;
    SelectedActions selected;
    QSignalSpy failed;
    int answers = 0;
    bool limited = false;
    QList<qint64> ids;
};

} // namespace

class tst_selectedactions : public Test {
    Q_OBJECT

private slots:
    void whatIsAtHandIsNotAskedFor()
    {
        Bench bench(0);
        bench.selected.find({ .actions = { { .id = 7 }, { .id = 3 } } }, u"active==true"_s);
        QCOMPARE(bench.answers, 0); // not before find() returned
        QTRY_COMPARE(bench.answers, 1);
        QCOMPARE(bench.ids, (QList<qint64>{ 7, 3 }));
        QVERIFY(bench.server.heard().isEmpty());
    }

    void othersAreAskedForByTheirIds()
    {
        Bench bench(2);
        bench.selected.find({ .actions = { { .id = 9 } }, .ids = { 1, 2 } }, u"active==true"_s);
        QTRY_COMPARE(bench.answers, 1);
        QCOMPARE(bench.ids, (QList<qint64>{ 9, 2, 1 }));
        QCOMPARE(bench.filters(), QStringList(u"(id=in=(1,2));(active==true)"_s));
    }

    void aFilterIsWalkedWithoutThoseLeftOut()
    {
        Bench bench(1'200);
        bench.selected.find({ .filter = u"status==error"_s, .excluded = { 1'200, 5 } }, u"a==b"_s);
        QTRY_COMPARE(bench.answers, 1);
        QCOMPARE(bench.ids.size(), 1'198);
        QVERIFY(!bench.limited && !bench.ids.contains(5));
        QCOMPARE(bench.filters(), QStringList(3, u"(status==error);(a==b)"_s));
    }

    void looksAtNoMoreThanTheLimit()
    {
        Bench bench(12'000);
        bench.selected.find({ .filter = QString() }, {});
        QTRY_COMPARE(bench.answers, 1);
        QVERIFY(bench.limited);
        QCOMPARE(bench.ids.size(), SelectedActions::limit);
        QCOMPARE(bench.ids.first(), 12'000); // the newest
        QCOMPARE(bench.server.heard().size(), 10);
    }

    void aStoppedSearchTellsNothing()
    {
        Bench bench(2);
        bench.selected.find({ .actions = { { .id = 9 } } }, {});
        bench.selected.stop();
        bench.selected.find({ .ids = { 1 } }, {});
        QTRY_COMPARE(bench.answers, 1);
        QCOMPARE(bench.ids, (QList<qint64>{ 2, 1 })); // of the second one only
        QVERIFY(bench.failed.isEmpty() && !bench.selected.isRunning());
    }
};

FALCONER_TEST(tst_selectedactions)
#include "tst_selectedactions.moc"
