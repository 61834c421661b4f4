// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/timeline/endplace.h"

#include <QTest>

#include <algorithm>

using namespace falconer;

class tst_endplace : public QObject {
    Q_OBJECT

private slots:
    void wordsStandBehindTheEnd()
    {
        const EndPlace place = endPlace(300, 11, 120, 600);
        QVERIFY(!place.isBefore);
        QCOMPARE(place.sign, 304.0);
        QCOMPARE(place.words, 320.0);
        QCOMPARE(place.width, 120.0);
    }

    // The span fills the view: not a letter is lost, and the sign stays whole.
    void withoutRoomTheyStandBeforeIt_data()
    {
        QTest::addColumn<double>("end");
        for (const double end : { 480.0, 590.0, 595.0, 600.0 })
            QTest::addRow("%g", end) << end;
    }

    void withoutRoomTheyStandBeforeIt()
    {
        QFETCH(double, end);
        const EndPlace place = endPlace(end, 11, 120, 600);
        QVERIFY(place.isBefore);
        QCOMPARE(place.width, 120.0);
        QVERIFY(place.words >= 0);
        QVERIFY(place.words + place.width < std::min(end, place.sign));
        QVERIFY(place.sign >= end - 11);
        QVERIFY(place.sign + 11 <= 600);
    }

    void whereNothingFitsTheRoomierSideIsTaken()
    {
        const EndPlace behind = endPlace(20, 11, 500, 200);
        QVERIFY(!behind.isBefore);
        QCOMPARE(behind.words + behind.width, 194.0);
        const EndPlace before = endPlace(190, 11, 500, 200);
        QVERIFY(before.isBefore);
        QVERIFY(before.words >= 5);
        QVERIFY(before.width > 150 && before.width < 190);
    }

    // As one pans, they change sides once and not to and fro.
    void theyChangeSidesOnce()
    {
        int changes = 0;
        for (double end = 0; end < 600; ++end)
            changes
                += endPlace(end, 11, 120, 600).isBefore != endPlace(end + 1, 11, 120, 600).isBefore;
        QCOMPARE(changes, 1);
    }
};

FALCONER_TEST(tst_endplace)
#include "tst_endplace.moc"
