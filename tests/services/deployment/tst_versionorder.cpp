// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/versionorder.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_versionorder : public Test {
    Q_OBJECT

private slots:
    void ordersAsPeopleDo_data()
    {
        QTest::addColumn<QString>("older");
        QTest::addColumn<QString>("newer");
        QTest::newRow("digits") << u"1.9"_s << u"1.10"_s;
        QTest::newRow("more parts") << u"1.2"_s << u"1.2.1"_s;
        QTest::newRow("candidate") << u"1.12.0-rc1"_s << u"1.12.0"_s;
        QTest::newRow("candidates") << u"1.12.0-rc2"_s << u"1.12.0-rc10"_s;
        QTest::newRow("alpha, beta") << u"1.0-alpha"_s << u"1.0-beta"_s;
        QTest::newRow("revision") << u"1.0"_s << u"1.0-2"_s;
        QTest::newRow("revisions") << u"1.0-2"_s << u"1.0-10"_s;
        QTest::newRow("calendar") << u"2025.12"_s << u"2026.1"_s;
        QTest::newRow("leading v") << u"v1.2"_s << u"1.3"_s;
        QTest::newRow("build") << u"1.0+5"_s << u"1.0+10"_s;
        QTest::newRow("build counts last") << u"1.0+9"_s << u"1.1+1"_s;
        QTest::newRow("longer than a number") << u"9"_s << u"123456789012345678901234567890"_s;
    }

    void ordersAsPeopleDo()
    {
        QFETCH(QString, older);
        QFETCH(QString, newer);
        QVERIFY(compareVersions(older, newer) < 0);
        QVERIFY(compareVersions(newer, older) > 0);
        QVERIFY(compareVersions(older, older) == 0);
    }

    void seesTheSame()
    {
        QVERIFY(compareVersions(u"1.02"_s, u"1.2"_s) == 0);
        QVERIFY(compareVersions(u"1.0-RC1"_s, u"1.0-rc1"_s) == 0);
        QVERIFY(compareVersions({}, {}) == 0);
    }
};

FALCONER_TEST(tst_versionorder)
#include "tst_versionorder.moc"
