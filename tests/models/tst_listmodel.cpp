// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listmodel.h"
#include "tests/models/scriptedsource.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_listmodel : public Test {
    Q_OBJECT

private slots:
    void reachesEveryNewStateWithoutReset_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("filled") << u""_s << u"abc"_s;
        QTest::newRow("emptied") << u"abc"_s << u""_s;
        QTest::newRow("inserted") << u"ac"_s << u"abcd"_s;
        QTest::newRow("removed") << u"abcd"_s << u"bd"_s;
        QTest::newRow("turned round") << u"abcd"_s << u"dcba"_s;
        QTest::newRow("all at once") << u"abcdef"_s << u"fxbyda"_s;
        QTest::newRow("others") << u"abc"_s << u"xyz"_s;
    }
    void reachesEveryNewStateWithoutReset()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        ListModel<TestRow> model(testColumns(), testKey);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setItems(rows(before));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QList<QPersistentModelIndex> indexes;
        for (int row = 0; row < model.rowCount(); ++row)
            indexes << model.index(row, 0);
        model.setItems(rows(after));
        QCOMPARE(model.items(), rows(after));
        QCOMPARE(reset.count(), 0);
        // Whoever held a row still holds the same one, if it is there.
        for (qsizetype i = 0; i < before.size(); ++i) {
            QCOMPARE(indexes[i].isValid(), after.contains(before[i]));
            if (indexes[i].isValid())
                QCOMPARE(indexes[i].data().toString(), QString(before[i]));
        }
    }

    void saysWhichRowsChanged()
    {
        ListModel<TestRow> model(testColumns(), testKey);
        model.setItems({ { u"a"_s, 1 }, { u"b"_s, 2 } });
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setItems({ { u"a"_s, 1 }, { u"b"_s, 3 } });
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        QCOMPARE(model.index(1, 1).data().toString(), u"3"_s);
        model.setItems(model.items());
        QCOMPARE(changed.count(), 1);
    }

    void findsByKey()
    {
        ListModel<TestRow> model(testColumns(), testKey);
        model.setItems(rows(u"abc"_s));
        QCOMPARE(model.rowOf(u"b"_s), 1);
        QCOMPARE(model.rowOf(u"x"_s), -1);
        QCOMPARE(model.index(2, 0).data(PagedModelBase::KeyRole).toString(), u"c"_s);
        QVERIFY(!model.itemAt(3));
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Key"_s);
    }

private:
    static QList<TestRow> rows(const QString &keys)
    {
        QList<TestRow> rows;
        for (const QChar key : keys)
            rows << TestRow{ QString(key), key.unicode() };
        return rows;
    }
};

FALCONER_TEST(tst_listmodel)
#include "tst_listmodel.moc"
