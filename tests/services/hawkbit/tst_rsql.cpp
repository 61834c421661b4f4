// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/rsql.h"
#include "tests/support/testregistry.h"

#include <QTest>
#include <QUrl>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QStringList idAndName()
{
    return { u"controllerid"_s, u"name"_s };
}

} // namespace

class tst_rsql : public Test {
    Q_OBJECT

private slots:
    void valuesAreQuotedWhenTheyMust_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("rsql");
        QTest::newRow("bare") << u"dev-1"_s << u"dev-1"_s;
        QTest::newRow("dots, slashes") << u"1.0/a:b#?&+%"_s << u"1.0/a:b#?&+%"_s;
        QTest::newRow("unicode") << u"\u65e5\u672c \u00e4"_s << u"\"\u65e5\u672c \u00e4\""_s;
        QTest::newRow("unicode, bare") << u"\u65e5\u672c"_s << u"\u65e5\u672c"_s;
        QTest::newRow("blank") << u"Gateway 1"_s << u"\"Gateway 1\""_s;
        QTest::newRow("empty") << QString() << u"\"\""_s;
        QTest::newRow("quote") << u"a\"b"_s << u"\"a\\\"b\""_s;
        QTest::newRow("apostrophe") << u"it's"_s << u"\"it's\""_s;
        QTest::newRow("backslash") << u"a\\b"_s << u"\"a\\\\b\""_s;
        QTest::newRow("backslash before a quote") << u"a\\\"b"_s << u"\"a\\\\\\\"b\""_s;
        QTest::newRow("operators") << u"a==b;c,d"_s << u"\"a==b;c,d\""_s;
        QTest::newRow("parentheses") << u"f(x)"_s << u"\"f(x)\""_s;
        QTest::newRow("less") << u"<b"_s << u"\"<b\""_s;
        QTest::newRow("star") << u"a*b"_s << u"a*b"_s;
        QTest::newRow("no-break space") << u"a\u00a0b"_s << u"\"a\u00a0b\""_s;
    }

    void valuesAreQuotedWhenTheyMust()
    {
        QFETCH(QString, value);
        QTEST(rsqlValue(value), "rsql");
    }

    void plainWordsAreSearched_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rsql");
        QTest::newRow("none") << u"  "_s << QString();
        QTest::newRow("one") << u" dev "_s << u"(controllerid==*dev*,name==*dev*)"_s;
        QTest::newRow("two")
            << u"north dev"_s
            << u"(controllerid==*north*,name==*north*);(controllerid==*dev*,name==*dev*)"_s;
        QTest::newRow("own star") << u"fleet-0*"_s << u"(controllerid==fleet-0*,name==fleet-0*)"_s;
        QTest::newRow("phrase") << u"\"Gateway 1\""_s
                                << u"(controllerid==\"*Gateway 1*\",name==\"*Gateway 1*\")"_s;
        QTest::newRow("phrase not ended")
            << u"\"Gateway 1"_s << u"(controllerid==\"*Gateway 1*\",name==\"*Gateway 1*\")"_s;
        QTest::newRow("empty phrase") << u"\"\""_s << QString();
        QTest::newRow("apostrophe")
            << u"it's"_s << u"(controllerid==\"*it's*\",name==\"*it's*\")"_s;
        QTest::newRow("one equals sign")
            << u"a=b"_s << u"(controllerid==\"*a=b*\",name==\"*a=b*\")"_s;
        QTest::newRow("operator without a field")
            << u"<b"_s << u"(controllerid==\"*<b*\",name==\"*<b*\")"_s;
        QTest::newRow("operator inside quotes")
            << u"\"a==b\""_s << u"(controllerid==\"*a==b*\",name==\"*a==b*\")"_s;
        QTest::newRow("unicode") << u"\u65e5\u672c"_s
                                 << u"(controllerid==*\u65e5\u672c*,name==*\u65e5\u672c*)"_s;
    }

    void plainWordsAreSearched()
    {
        QFETCH(QString, text);
        QVERIFY(!isRsql(text));
        QTEST(plainWordsToRsql(text, idAndName()), "rsql");
    }

    void oneFieldNeedsNoParentheses()
    {
        QCOMPARE(plainWordsToRsql(u"dev"_s, { u"name"_s }), u"name==*dev*"_s);
    }

    void rsqlPassesThrough_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rsql");
        const auto same
            = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
        same("equal", u"name==dev*"_s);
        same("not yet ended", u"name=="_s);
        same("blank before the operator", u"name == dev"_s);
        same("word operator", u"updatestatus=in=(error,pending)"_s);
        same("in parentheses", u"(tag!=*;name==a),id==b"_s);
        same("quoted value", u"name==\"a <b\""_s);
        same("quoted value, escaped quote", u"name==\"a\\\" <b\""_s);
        same("number", u"createdat<5"_s);
        same("less or equal", u"createdat<=5"_s);
        same("greater", u"createdat>x"_s);
        same("macro", u"lastcontrollerrequestat=le=${OVERDUE_TS}"_s);
        same("dotted field", u"attribute.hw.revision==3.2"_s);
        QTest::newRow("less before a letter") << u"name<abc"_s << u"name=lt=abc"_s;
        QTest::newRow("twice") << u"name<abc;(id<d)"_s << u"name=lt=abc;(id=lt=d)"_s;
        QTest::newRow("blanks around") << u" name==a "_s << u"name==a"_s;
    }

    void rsqlPassesThrough()
    {
        QFETCH(QString, text);
        QVERIFY(isRsql(text));
        QTEST(plainWordsToRsql(text, idAndName()), "rsql");
    }

    void listsOfIdsAreCutBySize()
    {
        QCOMPARE(rsqlIn(u"controllerid"_s, {}), QStringList());
        QCOMPARE(rsqlIn(u"controllerid"_s, { u"a"_s, u"b c"_s }),
            QStringList({ u"controllerid=in=(a,\"b c\")"_s }));
        QStringList ids;
        for (int i = 0; i < 1000; ++i)
            ids << u"\u65e5 "_s + QString::number(i);
        const QStringList parts = rsqlIn(u"controllerid"_s, ids);
        QStringList again;
        for (const QString &part : parts) {
            QVERIFY(QUrl::toPercentEncoding(part).size() <= 5000);
            QVERIFY(part.startsWith("controllerid=in=("_L1) && part.endsWith(u')'));
            again << part.mid(17, part.size() - 18).split(u',');
        }
        QCOMPARE(again.size(), ids.size());
        QCOMPARE(again.first(), u"\"\u65e5 0\""_s);
        QCOMPARE(again.last(), u"\"\u65e5 999\""_s);
        QVERIFY(parts.size() < 10);
    }

    void oneIdIsSentHoweverLong()
    {
        const QString longId(256, u'x');
        QCOMPARE(rsqlIn(u"controllerid"_s, { longId, longId }, 100).size(), 2);
    }

    void partsAreJoined()
    {
        QCOMPARE(rsqlAnd({}), QString());
        QCOMPARE(rsqlAnd({ QString(), u"name==a"_s, u" "_s }), u"name==a"_s);
        QCOMPARE(rsqlAnd({ u"a==1,b==2"_s, u"c==3"_s }), u"(a==1,b==2);(c==3)"_s);
    }
};

FALCONER_TEST(tst_rsql)
#include "tst_rsql.moc"
