// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setwriter.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Stage : SimulatedClient {
    Stage()
    {
        QObject::connect(&writer, &SetWriter::refused, &writer,
            [this](const SetRefusal &refusal) { refusals << refusal; });
    }

    DistributionSet setOf(qint64 id)
    {
        const QJsonValue json = set(id);
        DistributionSet known{ .id = id, .locked = json[u"locked"_s].toBool() };
        const QJsonArray modules = json[u"modules"_s].toArray();
        for (const auto &module : modules)
            known.modules << SoftwareModule{ .id = module[u"id"_s].toInteger(),
                .locked = module[u"locked"_s].toBool() };
        return known;
    }
    DistributionSet open() // not locked
    {
        return setOf(bench.setOf(DemoProduct::GatewayOs, u"2.4.0-rc2"_s));
    }

    SetWriter writer{ client };
    QSignalSpy written{ &writer, &SetWriter::written };
    QList<SetRefusal> refusals;
};

} // namespace

class tst_setwriter : public Test {
    Q_OBJECT

private slots:
    void exchangesModules()
    {
        Stage stage;
        const DistributionSet set = stage.open();
        const SoftwareModule first = set.modules.first();
        stage.writer.removeModule(set, first);
        QVERIFY(stage.writer.isBusy());
        QTRY_COMPARE(stage.written.count(), 1);
        QVERIFY(!stage.writer.isBusy());
        QCOMPARE(stage.setOf(set.id).modules.size(), set.modules.size() - 1);
        stage.writer.addModules(set, { first });
        QTRY_COMPARE(stage.written.count(), 2);
        QCOMPARE(stage.setOf(set.id).modules.size(), set.modules.size());
        QVERIFY(stage.refusals.isEmpty());
    }

    // 423 comes back with the way to ask again, once it was unlocked.
    void asksAgainAfterAnUnlock()
    {
        Stage stage;
        const DistributionSet set = stage.setOf(stage.bench.gatewayOs());
        QVERIFY(set.locked);
        stage.writer.removeModule(set, set.modules.first());
        QTRY_COMPARE(stage.refusals.size(), 1);
        QCOMPARE(stage.refusals.first().error.kind, ErrorKind::Locked);
        QCOMPARE(stage.refusals.first().set.id, set.id);
        stage.writer.unlock(set, true);
        QTRY_COMPARE(stage.written.count(), 1);
        stage.refusals.first().again();
        QTRY_COMPARE(stage.written.count(), 2);
        QCOMPARE(stage.setOf(set.id).modules.size(), set.modules.size() - 1);
        stage.writer.lock(set);
        QTRY_COMPARE(stage.written.count(), 3);
        QVERIFY(stage.setOf(set.id).locked);
    }

    void tagsAndUntags()
    {
        Stage stage;
        const DistributionSet set = stage.open();
        const DistributionSetTag tag{ .id
            = stage.read("distributionsettags")[u"content"_s][0][u"id"_s].toInteger() };
        const QByteArray path = "distributionsettags/" + QByteArray::number(tag.id) + "/assigned";
        stage.writer.assignTag({ set.id }, tag);
        QTRY_COMPARE(stage.written.count(), 1);
        QCOMPARE(stage.read(path)[u"total"_s].toInteger(), 1);
        QCOMPARE(stage.written.last().first().toLongLong(), set.id);
        stage.writer.unassignTag({ set.id }, tag);
        QTRY_COMPARE(stage.written.count(), 2);
        QCOMPARE(stage.read(path)[u"total"_s].toInteger(), 0);
        const QList<qint64> two{ set.id, stage.bench.gatewayOs() };
        stage.writer.assignTag(two, tag);
        QTRY_COMPARE(stage.written.count(), 3);
        QCOMPARE(stage.written.last().first().toLongLong(), 0);
        QCOMPARE(stage.read(path)[u"total"_s].toInteger(), 2);
        stage.writer.assignTag({ set.id, 999'999 }, tag); // all or none
        QTRY_COMPARE(stage.refusals.size(), 1);
        stage.writer.unassignTag(two, tag);
        QTRY_COMPARE(stage.written.count(), 4);
        QCOMPARE(stage.read(path)[u"total"_s].toInteger(), 0);
    }
};

FALCONER_TEST(tst_setwriter)
#include "tst_setwriter.moc"
