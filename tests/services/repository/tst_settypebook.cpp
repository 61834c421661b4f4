// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/settypebook.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_settypebook : public Test {
    Q_OBJECT

private slots:
    void readsEveryTypeWithItsRules()
    {
        SimulatedClient stage;
        SetTypeBook book(stage.client);
        QSignalSpy changed(&book, &SetTypeBook::changed);
        book.read();
        QVERIFY(!book.isRead());
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(book.isRead() && !book.error());
        const std::optional<SetTypeRules> rules = book.rulesOf(u"os_app"_s);
        QVERIFY(rules);
        QCOMPARE(rules->mandatory.size(), 1);
        QCOMPARE(rules->mandatory.first().key, u"os"_s);
        QCOMPARE(rules->mandatory.first().maxAssignments, 1);
        QVERIFY(rules->isMandatory(u"os"_s) && !rules->isMandatory(u"application"_s));
        QVERIFY(rules->find(u"application"_s) && !rules->find(u"raucbundle"_s));
        QCOMPARE(book.rulesOf(u"raucbundle"_s)->mandatory.first().minArtifacts, 1);
        QVERIFY(!book.rulesOf(u"nosuch"_s));
    }

    void keepsWhatItKnowsWhenAReadingFails()
    {
        bool works = true;
        ScriptedServer server([&](const HeardRequest &request) {
            if (!works)
                return httpAnswer(500);
            return request.target.contains("moduletypes")
                ? httpAnswer(200, "[]")
                : httpAnswer(200, R"({"content":[{"id":1,"key":"os","name":"OS"}],"total":1})");
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetTypeBook book(client);
        QSignalSpy changed(&book, &SetTypeBook::changed);
        book.read();
        QTRY_COMPARE(changed.count(), 1);
        works = false;
        book.read();
        QTRY_COMPARE(changed.count(), 2);
        QVERIFY(book.error() && book.isRead());
        QCOMPARE(book.types().size(), 1);
    }
};

FALCONER_TEST(tst_settypebook)
#include "tst_settypebook.moc"
