// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/rsqlcheck.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

using Kind = RsqlFault::Kind;

// The query of a list request; nothing when it has none.
std::optional<QString> queryOf(const RecordedStep &step)
{
    const QString query = step.path().section(u'?', 1);
    for (const QString &part : query.split(u'&')) {
        if (part.startsWith(u"q="_s))
            return QUrl::fromPercentEncoding(part.mid(2).toLatin1());
    }
    return {};
}

bool isGrammarError(const RecordedStep &step)
{
    const QString code = step.body().toObject()["errorCode"_L1].toString();
    return code.endsWith("rsqlParamSyntax"_L1)
        && !step.name.endsWith("q-autoconfirm"_L1); // right grammar, refused for what it asks
}

} // namespace

class tst_rsqlcheck : public Test {
    Q_OBJECT

private slots:
    void agreesWithRealServers_data()
    {
        QTest::addColumn<QString>("corpus");
        QTest::newRow("1.0.4") << u"hawkbit-1.0.4"_s;
        QTest::newRow("0.9.0") << u"hawkbit-0.9.0"_s;
    }

    void agreesWithRealServers()
    {
        QFETCH(QString, corpus);
        int right = 0;
        int wrong = 0;
        for (const RecordedStep &step : loadCorpus(corpus).steps) {
            const std::optional<QString> query = queryOf(step);
            if (!query || step.method() != "GET"_L1)
                continue;
            if (step.status() == 200) {
                QVERIFY2(!findRsqlFault(*query), qPrintable(*query));
                ++right;
            } else if (isGrammarError(step)) {
                QVERIFY2(findRsqlFault(*query), qPrintable(*query));
                ++wrong;
            }
        }
        QVERIFY2(right > 60, qPrintable(QString::number(right)));
        QVERIFY2(wrong >= 8, qPrintable(QString::number(wrong)));
    }

    void namesThePlace_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("position");
        QTest::newRow("name") << Kind::MissingOperator << 4;
        QTest::newRow("name=x") << Kind::MissingOperator << 4;
        QTest::newRow("name==") << Kind::MissingValue << 6;
        QTest::newRow("name==a;") << Kind::MissingSelector << 8;
        QTest::newRow("name==a b") << Kind::MissingConnection << 8;
        QTest::newRow("name=like=a") << Kind::UnknownOperator << 4;
        QTest::newRow("(name==a") << Kind::UnclosedBracket << 0;
        QTest::newRow("name==a)") << Kind::UnexpectedBracket << 7;
        QTest::newRow("name=in=(a,b") << Kind::UnclosedBracket << 8;
        QTest::newRow("name=in=(a,)") << Kind::MissingValue << 11;
        QTest::newRow("name=='a") << Kind::UnclosedQuote << 6;
        QTest::newRow("  ") << Kind::MissingSelector << 2;
    }

    void namesThePlace()
    {
        QFETCH(Kind, kind);
        QFETCH(int, position);
        const auto fault = findRsqlFault(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(fault);
        QCOMPARE(fault->kind, kind);
        QCOMPARE(fault->position, position);
    }

    void takesWhatTheGrammarTakes_data()
    {
        QTest::addColumn<bool>("taken");
        for (const char *query : { "name==a", "name == 'a b' and (type==x or type==y)",
                 "a.b=in=(1, \"x,y\")", "lastcontrollerrequestat=le=${OVERDUE_TS}", "x<5;y>=6",
                 "attribute.os.kernel=is=null", "name==\"a\\\"b\"", "createdat<=7,x!=*" })
            QTest::newRow(query) << true;
    }

    void takesWhatTheGrammarTakes()
    {
        QFETCH(bool, taken);
        QCOMPARE(!findRsqlFault(QString::fromLatin1(QTest::currentDataTag())), taken);
    }
};

FALCONER_TEST(tst_rsqlcheck)
#include "tst_rsqlcheck.moc"
