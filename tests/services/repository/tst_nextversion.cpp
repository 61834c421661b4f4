// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/nextversion.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_nextversion : public Test {
    Q_OBJECT

private slots:
    void proposes_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("next");
        const auto row = [](const char *version, const char *next) {
            QTest::newRow(version) << QString::fromLatin1(version) << QString::fromLatin1(next);
        };
        row("2.4.0", "2.4.1");
        row("7.9", "7.10");
        row("v3", "v4");
        row("1.0-rc1", "1.0-rc2");
        row("1.13.0-beta", "1.13.1-beta");
        row("2026.09", "2026.10");
        row("2026.99", "2026.100");
        row("007", "008");
        row("2.4.0+build.17", "2.4.1");
        row("99999999999999999999", "100000000000000000000");
        row("stable", "stable.1");
        row(" 1.2 ", "1.3");
        row("", "1");
    }

    void proposes()
    {
        QFETCH(QString, version);
        QFETCH(QString, next);
        QCOMPARE(nextVersion(version), next);
    }

    void passesWhatIsTaken()
    {
        QCOMPARE(nextFreeVersion(u"2.0"_s, {}), u"2.1"_s);
        QCOMPARE(nextFreeVersion(u"2.0"_s, { u"2.0"_s, u"2.2"_s, u"2.1"_s }), u"2.3"_s);
        QCOMPARE(nextFreeVersion(u"2.0"_s, { u"2.0"_s, u"2.2"_s }), u"2.1"_s);
        QCOMPARE(nextFreeVersion(u"stable"_s, { u"stable.1"_s }), u"stable.2"_s);
    }
};

FALCONER_TEST(tst_nextversion)
#include "tst_nextversion.moc"
