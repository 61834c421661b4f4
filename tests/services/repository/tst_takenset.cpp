// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/takenset.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_takenset : public Test {
    Q_OBJECT

    using Answer = Result<std::optional<DistributionSet>>;

private slots:
    void tellsAListedFromAHiddenSet()
    {
        SimulatedClient stage;
        TakenSet taken;
        std::optional<Answer> answer;
        const auto find = [&](const QString &name) {
            answer.reset();
            taken.find(stage.client, name, u"2.4.0"_s, u"os_app"_s,
                [&](const Answer &found) { answer = found; });
            QTRY_VERIFY(answer);
        };
        find(u"gateway-os"_s);
        QVERIFY(*answer && **answer);
        QCOMPARE((**answer)->id, stage.bench.gatewayOs());
        find(u"Gateway-OS"_s); // the server finds it, but it is another name
        QVERIFY(*answer && !**answer);
        // It was assigned once: deleting only hides it.
        stage.bench.manage(
            "DELETE", "distributionsets/" + QByteArray::number(stage.bench.gatewayOs()));
        find(u"gateway-os"_s);
        QVERIFY(*answer && !**answer);
    }
};

FALCONER_TEST(tst_takenset)
#include "tst_takenset.moc"
