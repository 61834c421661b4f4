// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/rsql.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// "(a == 1 and b == 2)": the tree in one line.
QString shown(const RsqlNode &node)
{
    if (node.kind == RsqlNode::Kind::Comparison)
        return node.selector + u' ' + node.op + u' ' + node.values.join(u'|');
    QStringList parts;
    for (const RsqlNode &child : node.children)
        parts << shown(child);
    return u'(' + parts.join(node.kind == RsqlNode::Kind::And ? " and "_L1 : " or "_L1) + u')';
}

} // namespace

class tst_rsqlparser : public Test {
    Q_OBJECT

private slots:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tree");
        QTest::newRow("one") << u"name==a*"_s << u"name == a*"_s;
        QTest::newRow("symbols") << u"a<1;b<=2;c>3;d>=4"_s
                                 << u"(a =lt= 1 and b =le= 2 and c =gt= 3 and d =ge= 4)"_s;
        QTest::newRow("and binds stronger")
            << u"a==1,b==2;c==3"_s << u"(a == 1 or (b == 2 and c == 3))"_s;
        QTest::newRow("words") << u"a==1 and b==2 or c==3"_s
                               << u"((a == 1 and b == 2) or c == 3)"_s;
        QTest::newRow("parentheses")
            << u"(a==1 or b==2) and c==3"_s << u"((a == 1 or b == 2) and c == 3)"_s;
        QTest::newRow("quotes") << u"a=='x (y); \\'z\\''"_s << u"a == x (y); 'z'"_s;
        QTest::newRow("empty quotes") << u"a==''"_s << u"a == "_s;
        QTest::newRow("set") << u"a=in=(x,\"y z\")"_s << u"a =in= x|y z"_s;
        QTest::newRow("null aware")
            << u"a=eq=null;b=ne=null"_s << u"(a =is= null and b =not= null)"_s;
        QTest::newRow("a name that begins like a word") << u"order==1"_s << u"order == 1"_s;
    }
    void parses()
    {
        QFETCH(QString, text);
        const auto node = parseRsql(text);
        QVERIFY(node);
        QTEST(shown(*node), "tree");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "", " ", "a", "a==", "(a==1", "a=1", "a=li=x", "a==1;", "a==b c",
                 "a==(x,y)", "a=='x", "==x", "a==1 and", "a==1)" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!parseRsql(text));
    }
};

FALCONER_TEST(tst_rsqlparser)

#include "tst_rsqlparser.moc"
