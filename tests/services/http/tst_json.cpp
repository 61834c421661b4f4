// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/json.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Item {
    QString name;
    qint64 size = 0;
};

Item readItem(const JsonReader &json)
{
    return { .name = json.text("name"_L1), .size = json.integerOr("size"_L1, -1) };
}

QList<Item> readItems(const JsonReader &json)
{
    return json.list<Item>("content"_L1, readItem);
}

} // namespace

class tst_json : public Test {
    Q_OBJECT

private slots:
    void readsWhatIsThere()
    {
        const auto items = decodeJson<QList<Item>>(
            R"({"content":[{"name":"a","size":9007199254740993}]})", readItems);
        QVERIFY(items);
        QCOMPARE(items->first().name, u"a"_s);
        QCOMPARE(items->first().size, Q_INT64_C(9007199254740993));
    }

    void namesTheFirstProblem_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        QTest::newRow("missing") << QByteArray(R"({"content":[{"name":"a"},{}]})")
                                 << u"content[1].name is missing"_s;
        QTest::newRow("null") << QByteArray(R"({"content":[{"name":null}]})")
                              << u"content[0].name is missing"_s;
        QTest::newRow("type") << QByteArray(R"({"content":[{"name":12}]})")
                              << u"content[0].name is a number, expected a text"_s;
        QTest::newRow("optional of another type")
            << QByteArray(R"({"content":[{"name":"a","size":"1"}]})")
            << u"content[0].size is a text, expected a number"_s;
        QTest::newRow("no list") << QByteArray(R"({"content":{}})") << u"content is not a list"_s;
        QTest::newRow("no object") << QByteArray(R"([])") << u"the answer is not an object"_s;
        QTest::newRow("empty") << QByteArray() << u"the answer is empty"_s;
        QTest::newRow("html") << QByteArray("<html></html>")
                              << u"the answer is a web page, not JSON"_s;
    }

    void namesTheFirstProblem()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, message);
        const auto items = decodeJson<QList<Item>>(body, readItems);
        QVERIFY(!items);
        QCOMPARE(items.error().kind, ErrorKind::Protocol);
        QCOMPARE(items.error().message, message);
    }
};

FALCONER_TEST(tst_json)
#include "tst_json.moc"
