// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/composition/setverdicts.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

DistributionSet setOf(bool complete, bool locked, bool valid = true)
{
    return { .id = 1,
        .name = u"gw"_s,
        .version = u"2"_s,
        .complete = complete,
        .valid = valid,
        .locked = locked };
}

constexpr SetCommand all[]
    = { SetCommand::New, SetCommand::Edit, SetCommand::Clone, SetCommand::Compare, SetCommand::Lock,
          SetCommand::Unlock, SetCommand::Invalidate, SetCommand::Delete };

SetSelection selected(const QList<DistributionSet> &sets)
{
    return SetSelection::of(sets);
}

QList<SetCommand> allowed(const QList<DistributionSet> &sets, const ServerFacts &facts = {})
{
    QList<SetCommand> commands;
    for (const SetCommand command : all) {
        if (setVerdict(command, selected(sets), facts).allowed)
            commands << command;
    }
    return commands;
}

} // namespace

class tst_setverdicts : public Test {
    Q_OBJECT

private slots:
    void allowsWhatTheStateAllows()
    {
        using C = SetCommand;
        QCOMPARE(allowed({}), QList<C>({ C::New }));
        QCOMPARE(allowed({ setOf(true, false) }),
            QList<C>({ C::New, C::Edit, C::Clone, C::Compare, C::Lock, C::Invalidate, C::Delete }));
        QCOMPARE(allowed({ setOf(true, true) }),
            QList<C>(
                { C::New, C::Edit, C::Clone, C::Compare, C::Unlock, C::Invalidate, C::Delete }));
        // hawkBit invalidates complete sets only.
        QVERIFY(!allowed({ setOf(false, false) }).contains(C::Invalidate));
        QCOMPARE(allowed({ setOf(true, true, false) }),
            QList<C>({ C::New, C::Clone, C::Compare, C::Delete }));
        QCOMPARE(allowed({ setOf(true, false), setOf(true, true) }),
            QList<C>({ C::New, C::Compare, C::Lock, C::Unlock, C::Delete }));
        QCOMPARE(allowed({ setOf(true, false), setOf(true, true), setOf(true, true) }),
            QList<C>({ C::New, C::Lock, C::Unlock, C::Delete }));
        QCOMPARE(allowed({ setOf(true, true), setOf(true, true) }),
            QList<C>({ C::New, C::Compare, C::Unlock, C::Delete }));
        QCOMPARE(allowed({ setOf(true, false), setOf(true, true, false) }),
            QList<C>({ C::New, C::Compare, C::Lock, C::Delete }));
    }

    // Whatever is selected, the reason is the true one.
    void judgesWhatIsNotLoaded_data()
    {
        QTest::addColumn<SetSelection>("what");
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QString>("compare");
        QTest::addColumn<QString>("remove"); // empty: it is allowed
        const QString one = u"Select one set only."_s;
        const QString two = u"Only two sets can be compared."_s;
        const QString gone
            = u"What is selected is not loaded, or is gone: select it in the table again."_s;
        QTest::newRow("all that match")
            << SetSelection{ .filter = QString(), .count = 900 } << one << two << QString();
        QTest::newRow("one of them loaded")
            << SetSelection{ .items = { setOf(true, true) }, .ids = { 2, 3 }, .count = 3 } << one
            << two << QString();
        QTest::newRow("rows under way") << SetSelection{ .items = { setOf(true, true) },
            .count = 3 } << one << two << u"The selected rows are still being read."_s;
        QTest::newRow("one, not loaded")
            << SetSelection{ .ids = { 7 }, .count = 1 } << gone << gone << gone;
        QTest::newRow("all, and that is one")
            << SetSelection{ .filter = QString(), .count = 1 } << gone << gone << gone;
    }

    void judgesWhatIsNotLoaded()
    {
        QFETCH(SetSelection, what);
        QFETCH(QString, edit);
        QFETCH(QString, compare);
        QFETCH(QString, remove);
        QCOMPARE(setVerdict(SetCommand::Edit, what, {}), (DropVerdict{ false, edit }));
        QCOMPARE(setVerdict(SetCommand::Compare, what, {}), (DropVerdict{ false, compare }));
        const DropVerdict verdict = setVerdict(SetCommand::Delete, what, {});
        QCOMPARE(verdict.allowed, remove.isEmpty());
        if (!verdict.allowed)
            QCOMPARE(verdict.sentence, remove);
    }

    void unlocksModulesOfASetThatIsNot()
    {
        DistributionSet set = setOf(true, false);
        set.modules = { { .id = 3, .locked = true } };
        QVERIFY(setVerdict(SetCommand::Unlock, selected({ set }), {}).allowed);
    }

    void saysWhichRightIsMissing()
    {
        const ServerFacts reader{ .user
            = { .username = u"eva"_s, .permissions = { u"READ_DISTRIBUTION_SET"_s } } };
        QCOMPARE(
            allowed({ setOf(true, false) }, reader), QList<SetCommand>({ SetCommand::Compare }));
        const DropVerdict verdict = setVerdict(SetCommand::Invalidate,
            selected({ setOf(true, false) }),
            { .user = { .username = u"eva"_s, .permissions = { u"UPDATE_DISTRIBUTION_SET"_s } } });
        QCOMPARE(verdict.sentence, u"eva may not do this here: that needs UPDATE_TARGET."_s);
        QVERIFY(!addVerdict(setOf(true, false), {}, { { .id = 4 } }, reader).allowed);
        QVERIFY(!removeVerdict(setOf(true, false), { .id = 4 }, reader).allowed);
        QVERIFY(!mayUpdateSets(reader).isEmpty());
        QVERIFY(mayUpdateSets({}).isEmpty());
    }

    void locksOnlyCompleteSetsBefore010()
    {
        const ServerFacts old{ .dialect = { .detailedActionStatus = false } };
        QVERIFY(!setVerdict(SetCommand::Lock, selected({ setOf(false, false) }), old).allowed);
        QVERIFY(setVerdict(SetCommand::Lock, selected({ setOf(false, false) }), {}).allowed);
    }

    void everyVerdictSaysSomething()
    {
        for (const SetCommand command : all) {
            for (const DistributionSet &set : { setOf(true, true), setOf(true, false),
                     setOf(false, false), setOf(true, true, false) })
                QVERIFY(!setVerdict(command, selected({ set }), {}).sentence.isEmpty());
            QVERIFY(!setVerdict(command, SetSelection(), {}).sentence.isEmpty());
        }
    }
};

FALCONER_TEST(tst_setverdicts)
#include "tst_setverdicts.moc"
