// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/targetsets.h"
#include "services/hawkbit/rsql.h"
#include "services/time/utc.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

using Installed = std::optional<DistributionSet>;

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, inUtc);
}

Target target(const QString &id, const QString &status, qint64 installedAt = 0)
{
    return { .controllerId = id,
        .updateStatus = status,
        .installedAt = installedAt > 0 ? at(installedAt) : QDateTime(),
        .lastModifiedAt = at(1) };
}

Action action(const QString &controllerId, const QString &status, const QString &set,
    const QString &forceType = u"forced"_s)
{
    const QStringList ended{ u"finished"_s, u"error"_s, u"canceled"_s, u"ended"_s };
    return { .active = !ended.contains(status) && !status.startsWith(u"closed "),
        .status = status.startsWith(u"closed ") ? status.mid(7) : status,
        .forceType = forceType,
        .controllerId = controllerId,
        .distributionSet = set };
}

// The server's two answers, given when told.
struct Fixture {
    Fixture()
        : sets(
            { .actions =
                    [this](const ListQuery &query, std::function<void(Result<Page<Action>>)> done) {
                        queries << query;
                        answerActions = std::move(done);
                        return Call();
                    },
                .installed =
                    [this](const QString &id, std::function<void(Result<Installed>)> done) {
                        singles << id;
                        answerSingle = std::move(done);
                        return Call();
                    } })
    {
    }
    void answer(const QList<Action> &actions)
    {
        std::exchange(answerActions, nullptr)(Page<Action>{ actions, actions.size() });
    }
    QString text(const Target &of) const
    {
        const auto names = sets.names(of);
        return names ? names->installed + u" > " + names->assigned : u"?"_s;
    }

    QList<ListQuery> queries;
    QStringList singles;
    std::function<void(Result<Page<Action>>)> answerActions;
    std::function<void(Result<Installed>)> answerSingle;
    TargetSets sets;
};

} // namespace

class tst_targetsets : public Test {
    Q_OBJECT

private slots:
    void deducesFromActions_data()
    {
        QTest::addColumn<Target>("target");
        QTest::addColumn<QList<Action>>("actions");
        QTest::addColumn<QString>("text"); // "?" for an open installed set
        const auto row = [](const char *name, const Target &of, const QList<Action> &actions,
                             const QString &text) { QTest::newRow(name) << of << actions << text; };
        const Target never = target(u"t"_s, u"registered"_s);
        const Target once = target(u"t"_s, u"pending"_s, 5);
        const Action done = action(u"t"_s, u"finished"_s, u"os:1"_s);
        row("nothing happened", never, {}, u" > "_s);
        row("running", never, { action(u"t"_s, u"running"_s, u"os:2"_s) }, u" > os 2"_s);
        row("running after a success", once, { action(u"t"_s, u"download"_s, u"os:2"_s), done },
            u"os 1 > os 2"_s);
        row("failed after a success", once, { action(u"t"_s, u"error"_s, u"os:2"_s), done },
            u"os 1 > "_s);
        row("canceling, then the next", once,
            { action(u"t"_s, u"running"_s, u"os:3"_s), action(u"t"_s, u"canceling"_s, u"os:2"_s),
                done },
            u"os 1 > os 3"_s);
        row("canceling only", once, { action(u"t"_s, u"canceling"_s, u"os:2"_s), done },
            u"os 1 > "_s);
        row("installed, but no action tells", once, {}, u"? > "_s);
        row("fetched again after the end", once,
            { action(u"t"_s, u"closed retrieved"_s, u"os:2"_s), done }, u"? > "_s);
        row("downloaded only", once,
            { action(u"t"_s, u"closed downloaded"_s, u"os:2"_s, u"downloadonly"_s), done },
            u"os 1 > "_s);
        row("a name with a colon", once, { action(u"t"_s, u"finished"_s, u"a:b:1"_s) },
            u"a:b 1 > "_s);
    }
    void deducesFromActions()
    {
        QFETCH(Target, target);
        QFETCH(QList<Action>, actions);
        const DeducedSets sets = deduceSets(target, actions);
        const QString installed = sets.isInstalledKnown ? sets.names.installed : u"?"_s;
        QFETCH(QString, text);
        QCOMPARE(installed + u" > " + sets.names.assigned, text);
    }

    void oneRequestForAllOnScreen()
    {
        Fixture f;
        QList<Target> targets;
        QList<Action> actions;
        for (int i = 0; i < 40; ++i) {
            targets << target(u"gw-%1"_s.arg(i), u"in_sync"_s, 5);
            actions << action(targets.last().controllerId, u"finished"_s, u"os:%1"_s.arg(i));
        }
        QSignalSpy changed(&f.sets, &TargetSets::changed);
        f.sets.want(targets);
        QCOMPARE(f.text(targets[3]), u"?"_s);
        f.answer(actions);
        QCOMPARE(f.queries.size(), 1);
        QCOMPARE(f.queries[0].sort.field, u"id"_s);
        QCOMPARE(f.queries[0].sort.order, Qt::DescendingOrder);
        QVERIFY(f.queries[0].filter.startsWith(u"target.controllerid=in=(gw-0,gw-1,"));
        QCOMPARE(f.singles, QStringList());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toStringList().size(), 40);
        QCOMPARE(f.text(targets[3]), u"os 3 > "_s);
    }

    void nothingIsAskedTwice()
    {
        Fixture f;
        const Target one = target(u"a"_s, u"in_sync"_s, 5);
        f.sets.want({ one });
        f.sets.want({ one }); // while the first is out
        f.answer({ action(u"a"_s, u"finished"_s, u"os:1"_s) });
        f.sets.want({ one });
        QCOMPARE(f.queries.size(), 1);
        // Another state is asked for again; what was known is shown until then.
        const Target changed = target(u"a"_s, u"pending"_s, 5);
        f.sets.want({ changed });
        QTRY_COMPARE(f.queries.size(), 2);
        QCOMPARE(f.text(changed), u"os 1 > "_s);
        f.answer(
            { action(u"a"_s, u"running"_s, u"os:2"_s), action(u"a"_s, u"finished"_s, u"os:1"_s) });
        QCOMPARE(f.text(changed), u"os 1 > os 2"_s);
    }

    void asksSinglyOnlyForWhatIsOpen()
    {
        Fixture f;
        const Target clear = target(u"clear"_s, u"in_sync"_s, 5);
        const Target open = target(u"open"_s, u"in_sync"_s, 5);
        f.sets.want({ clear, open });
        f.answer({ action(u"clear"_s, u"finished"_s, u"os:1"_s) });
        QTRY_COMPARE(f.singles, QStringList{ u"open"_s });
        QCOMPARE(f.text(clear), u"os 1 > "_s);
        f.sets.want({ clear, open });
        std::exchange(f.answerSingle, nullptr)(
            Installed(DistributionSet{ .id = 7, .name = u"app"_s, .version = u"2"_s }));
        QCOMPARE(f.text(open), u"app 2 > "_s);
        QCOMPARE(f.sets.names(open)->installedId, std::optional<qint64>(7));
        f.sets.want({ clear, open });
        QCOMPARE(f.queries.size(), 1);
        QCOMPARE(f.singles.size(), 1);
    }

    void whatLeftTheScreenIsNotAskedForSingly()
    {
        Fixture f;
        const QList<Target> open{ target(u"a"_s, u"in_sync"_s, 5), target(u"b"_s, u"in_sync"_s, 5),
            target(u"c"_s, u"in_sync"_s, 5) };
        f.sets.want(open);
        f.answer({});
        QTRY_COMPARE(f.singles, QStringList{ u"a"_s });
        f.sets.want({ open[2] });
        while (f.answerSingle)
            std::exchange(f.answerSingle, nullptr)(Installed());
        QCOMPARE(f.singles, (QStringList{ u"a"_s, u"c"_s }));
        QCOMPARE(f.text(open[2]), u" > "_s);
    }

    void whatIsPassedByCostsNothing()
    {
        Fixture f;
        const auto window = [](int i) { return target(u"gw-%1"_s.arg(i), u"in_sync"_s, 5); };
        for (int i = 0; i < 50; ++i) {
            f.sets.want({ window(i) });
            if (i == 0)
                f.answer({}); // leaves its installed set open
        }
        QCOMPARE(f.queries.size(), 1);
        QTRY_COMPARE(f.queries.size(), 2); // once it rests
        QVERIFY(f.queries[1].filter.contains(u"gw-49"));
        f.answer({});
        QCOMPARE(f.singles, QStringList{ u"gw-49"_s });
    }

    void longIdsAreAskedForInParts()
    {
        Fixture f;
        QList<Target> targets;
        for (int i = 0; i < 60; ++i)
            targets << target(QString(250, u'x') + QString::number(i), u"registered"_s);
        f.sets.want(targets);
        const auto answerAll = [&] {
            while (f.answerActions)
                f.answer({});
            return f.text(targets[59]) == u" > ";
        };
        QTRY_VERIFY(answerAll());
        QVERIFY(f.queries.size() > 1);
        qsizetype asked = 0;
        for (const ListQuery &query : std::as_const(f.queries)) {
            QVERIFY(query.filter.size() < 6'000);
            asked += query.filter.count(QString(250, u'x'));
        }
        QCOMPARE(asked, 60);
    }

    void aFailureIsTriedWithTheNextWindow()
    {
        Fixture f;
        const Target one = target(u"a"_s, u"in_sync"_s, 5);
        f.sets.want({ one });
        std::exchange(f.answerActions, nullptr)(tl::unexpected(Error{}));
        QCOMPARE(f.text(one), u"?"_s);
        QCOMPARE(f.queries.size(), 1);
        f.sets.want({ one });
        QTRY_COMPARE(f.queries.size(), 2);
    }
};

FALCONER_TEST(tst_targetsets)
#include "tst_targetsets.moc"
