// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setdeletion.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_setdeletion : public Test {
    Q_OBJECT

    static constexpr const char *set
        = R"({"id":9,"name":"a","version":"2","type":"os","complete":true,"deleted":)";

private slots:
    void judgesTheAnswer_data()
    {
        QTest::addColumn<int>("deletion"); // 0: the connection is closed without an answer
        QTest::addColumn<int>("look");     // 0: none is wanted
        QTest::addColumn<bool>("isHidden");
        QTest::addColumn<std::optional<ErrorKind>>("error");
        using None = std::optional<ErrorKind>;
        QTest::newRow("deleted") << 204 << 0 << false << None();
        QTest::newRow("deleted before") << 404 << 0 << false << None();
        QTest::newRow("not allowed") << 403 << 0 << false << None(ErrorKind::Forbidden);
        QTest::newRow("lost, and gone") << 0 << 404 << false << None();
        QTest::newRow("lost, and hidden") << 0 << 200 << true << None();
        QTest::newRow("lost, and there") << 0 << 200 << false << None(ErrorKind::Network);
        QTest::newRow("lost, and not told") << 0 << 503 << false << None(ErrorKind::Network);
        // 0.9, of a set that is not there.
        QTest::newRow("500, and gone") << 500 << 404 << false << None();
        QTest::newRow("500, and there") << 500 << 200 << false << None(ErrorKind::Server);
    }

    void judgesTheAnswer()
    {
        QFETCH(int, deletion);
        QFETCH(int, look);
        QFETCH(bool, isHidden);
        QFETCH(std::optional<ErrorKind>, error);
        ScriptedServer server([&](const HeardRequest &request) {
            if (request.method == "DELETE")
                return deletion == 0 ? QByteArray() : httpAnswer(deletion);
            return httpAnswer(
                look, look == 200 ? set + QByteArray(isHidden ? "true}" : "false}") : QByteArray());
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetDeletion act;
        std::optional<std::optional<ErrorKind>> answer;
        act.remove(client, 9, [&](const std::optional<Error> &what) {
            answer = what ? std::optional(what->kind) : std::nullopt;
        });
        QVERIFY(!answer);
        QTRY_VERIFY(answer);
        QCOMPARE(*answer, error);
        QCOMPARE(server.lines().size(), look == 0 ? 1 : 2);
        QCOMPARE(std::ranges::count_if(server.heard(),
                     [](const HeardRequest &one) { return one.method == "DELETE"; }),
            1); // never sent again by itself
    }

    void isDoneTwiceOnEitherWire_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::newRow("1.0.4") << Wire::V1_0_4;
        QTest::newRow("0.9.0") << Wire::V0_9_0; // answers 500 then
    }

    void isDoneTwiceOnEitherWire()
    {
        QFETCH(Wire, wire);
        SimulatedClient stage({ .wire = wire });
        const qint64 id = stage.bench.setOf(DemoProduct::GatewayOs, u"2.4.0-rc2"_s);
        SetDeletion act;
        int done = 0;
        for (int times = 1; times <= 2; ++times) {
            act.remove(stage.client, id, [&](const std::optional<Error> &error) {
                QVERIFY(!error);
                ++done;
            });
            QTRY_COMPARE(done, times);
        }
    }
};

FALCONER_TEST(tst_setdeletion)
#include "tst_setdeletion.moc"
