// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/droprules.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

DistributionSet goodSet()
{
    return { .id = 1,
        .name = u"gateway-os"_s,
        .version = u"2.4.0"_s,
        .typeName = u"OS"_s,
        .complete = true };
}

ServerFacts facts(const QStringList &permissions)
{
    return { .user = { u"DEFAULT"_s, u"mia"_s, permissions } };
}

PickedTargets targets(qint64 count)
{
    return { { .controllerIds = { u"a"_s } }, count };
}

} // namespace

class tst_droprules : public Test {
    Q_OBJECT

private slots:
    void saysWhatADropWouldDo()
    {
        const DropVerdict many
            = assignVerdict(goodSet(), targets(1200), facts({ u"ROLE_TENANT_ADMIN"_s }));
        QVERIFY(many.allowed);
        QCOMPARE(many.sentence, u"Assign gateway-os 2.4.0 to 1,200 targets"_s);
        PickedTargets one{ { .targets = { { .controllerId = u"c-1"_s, .name = u"berlin"_s } } },
            1 };
        QCOMPARE(assignVerdict(goodSet(), one, facts({ u"ROLE_TENANT_ADMIN"_s })).sentence,
            u"Assign gateway-os 2.4.0 to berlin"_s);
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<DistributionSet>("set");
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QStringList>("permissions");
        QTest::addColumn<QString>("why");
        const QStringList admin{ u"ROLE_TENANT_ADMIN"_s };
        DistributionSet set = goodSet();
        QTest::newRow("nothing selected")
            << set << qint64(0) << admin << u"No target is selected."_s;
        QTest::newRow("no right") << set << qint64(1) << QStringList{ u"READ_TARGET"_s }
                                  << u"mia may not assign"_s;
        set.complete = false;
        QTest::newRow("incomplete")
            << set << qint64(1) << admin << u"gateway-os 2.4.0 is incomplete: its type OS"_s;
        set.valid = false;
        QTest::newRow("invalidated")
            << set << qint64(1) << admin << u"gateway-os 2.4.0 was invalidated"_s;
        set.deleted = true;
        QTest::newRow("deleted") << set << qint64(1) << admin << u"gateway-os 2.4.0 was deleted"_s;
    }

    void saysWhyNot()
    {
        QFETCH(DistributionSet, set);
        QFETCH(qint64, count);
        QFETCH(QStringList, permissions);
        QFETCH(QString, why);
        const DropVerdict verdict = assignVerdict(set, targets(count), facts(permissions));
        QVERIFY(!verdict.allowed);
        QVERIFY2(verdict.sentence.startsWith(why), qPrintable(verdict.sentence));
    }

    void recoversWhatMayRun()
    {
        const ServerFacts admin = facts({ u"ROLE_TENANT_ADMIN"_s });
        const auto allowed = [&](const ReadTargets &read) {
            return recoverVerdict(RecoveryKind::Cancel, targets(2), read, admin).allowed;
        };
        const Action running{ .active = true, .status = u"running"_s, .controllerId = u"a"_s };
        const Action ended{ .active = false, .status = u"finished"_s, .controllerId = u"a"_s };
        QVERIFY(allowed({ { running }, 1 }));
        QVERIFY(allowed({ { ended }, 1 }));  // the other one is not read yet
        QVERIFY(!allowed({ { ended }, 2 })); // the other one has no action at all
        QVERIFY(!allowed({ {}, 2 }));
        QVERIFY(allowed({ {}, 0 }));
        QCOMPARE(recoverVerdict(RecoveryKind::Cancel, targets(2), { {}, 2 }, admin).sentence,
            u"Nothing runs on the selected targets."_s);
    }

    void knowsAtTheStartOfADragWhatWillNeverBeAllowed()
    {
        DistributionSet set = goodSet();
        const ServerFacts admin = facts({ u"ROLE_TENANT_ADMIN"_s });
        QVERIFY(dragVerdict(set, admin).allowed);
        QVERIFY(dragVerdict(targets(3), admin).allowed);
        QVERIFY(!dragVerdict(set, facts({ u"READ_TARGET"_s })).allowed);
        set.valid = false;
        QVERIFY(!dragVerdict(set, admin).allowed);
    }
};

FALCONER_TEST(tst_droprules)
#include "tst_droprules.moc"
