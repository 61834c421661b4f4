// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listmodel.h"
#include "models/patterndraft.h"
#include "models/patternpreview.h"
#include "services/timeline/builtinpatterns.h"
#include "tests/support/germandevice.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QStringList linesOf(const PatternPreview &preview)
{
    QStringList lines;
    for (const PreviewLine &line : preview.lines) {
        const QString kind = line.kind == PreviewLine::Kind::Step ? u"step"_s : u"mark"_s;
        lines << (line.isNew ? u"+ "_s : u"  "_s) + kind + u' ' + line.text + u' '
                + QString::number(line.reports);
    }
    return lines;
}

} // namespace

class tst_patterndraft : public Test {
    Q_OBJECT

    // The table as the settings show it.
    struct Table {
        PatternDraft draft;
        ListModel<PatternLine> model{
            { { .id = u"e"_s,
                .title = u"E"_s,
                .text = [](const PatternLine &line) { return line.pattern.expression; } } },
            [](const PatternLine &line) { return line.key; }
        };
        QAbstractItemModelTester tester{ &model,
            QAbstractItemModelTester::FailureReportingMode::Fatal };

        QStringList own()
        {
            model.setItems(draft.lines());
            QStringList expressions;
            for (int row = 0; row < draft.ownCount(); ++row)
                expressions << model.index(row, 0).data().toString();
            return expressions;
        }
    };

    static MessagePattern mark(const QString &expression)
    {
        return { PatternRole::Mark, expression };
    }

private slots:
    void builtInOnesLieBelow()
    {
        PatternDraft draft;
        QCOMPARE(draft.lines().size(), builtInPatterns().size());
        draft.setPatterns(germanPatterns());
        QCOMPARE(draft.ownCount(), 4);
        QCOMPARE(draft.patterns(), germanPatterns());
        QVERIFY(draft.isOwn(3) && !draft.isOwn(4) && !draft.isOwn(-1));
        QCOMPARE(draft.lines()[4].client, builtInPatterns().at(0).client);
        // They stay as they are.
        const QList<PatternLine> lines = draft.lines();
        draft.setPattern(4, mark(u"a"_s));
        draft.remove(4);
        draft.move(4, -1);
        draft.move(3, 1);
        QCOMPARE(draft.lines(), lines);
    }

    void linesAreAddedMovedAndRemoved()
    {
        Table table;
        QCOMPARE(table.draft.insert(0, mark(u"a"_s)), 0);
        QCOMPARE(table.draft.insert(99, mark(u"c"_s)), 1); // behind the last own one
        QCOMPARE(table.draft.insert(1, mark(u"b"_s)), 1);
        QCOMPARE(table.own(), QStringList({ u"a"_s, u"b"_s, u"c"_s }));
        const QSignalSpy moved(&table.model, &QAbstractItemModel::rowsMoved);
        const QSignalSpy reset(&table.model, &QAbstractItemModel::modelReset);
        table.draft.move(0, 1);
        QCOMPARE(table.own(), QStringList({ u"b"_s, u"a"_s, u"c"_s }));
        QCOMPARE(moved.size(), 1); // known by its key, not by what it says
        table.draft.setPattern(0, mark(u"x"_s));
        table.draft.remove(2);
        QCOMPARE(table.own(), QStringList({ u"x"_s, u"a"_s }));
        table.draft.setPatterns({});
        QCOMPARE(table.own(), QStringList());
        QVERIFY(reset.isEmpty());
    }

    void eachIsCheckedAsItChanges()
    {
        PatternDraft draft;
        draft.insert(0, {});
        QCOMPARE(draft.lines()[0].problem->fault, PatternFault::EmptyExpression);
        draft.setPattern(0, mark(u"(a"_s));
        QCOMPARE(draft.lines()[0].problem->fault, PatternFault::Syntax);
        QCOMPARE(draft.problems(), 1);
        draft.setPattern(0, mark(u"(a)"_s));
        QVERIFY(!draft.lines()[0].problem);
        draft.setMatches({ 3 }, { 0 });
        QCOMPARE(draft.lines()[0].matches, std::optional(3));
        QVERIFY(draft.lines()[0].isSlow);
        draft.setPattern(0, mark(u"b"_s)); // of another expression
        QVERIFY(!draft.lines()[0].matches && !draft.lines()[0].isSlow);
    }

    void aPreviewTellsWhatIsNew()
    {
        const PatternPreview plain = previewPatterns(germanAction(), germanStatuses(), {});
        QCOMPARE(plain.messages, 0);
        QCOMPARE(plain.changedLines, 0);
        QVERIFY(!linesOf(plain).join(u'\n').contains(u"step"_s));
        const PatternPreview read
            = previewPatterns(germanAction(), germanStatuses(), germanPatterns());
        QCOMPARE(linesOf(read),
            QStringList({ u"  mark Assignment initiated by user 'admin' 1"_s, u"+ step Kernel 4"_s,
                u"+ step Wurzel 2"_s, u"  mark Neustart 1"_s }));
        QCOMPARE(read.matches, QList<int>({ 2, 1, 1, 2 }));
        QCOMPARE(read.matched(), 6);
        QCOMPARE(read.messages, 7); // the server's own line is none of the device
        QCOMPARE(read.changedLines, 2);
        QCOMPARE(read.lines[1].percent, std::optional(80.0));
        QCOMPARE(read.lines[2].outcome, StepOutcome::Failed);
    }

    void aBadPatternKeepsItsPlaceAndDoesNothing()
    {
        QList<MessagePattern> patterns = germanPatterns();
        patterns.insert(0, mark(u"(("_s));
        const PatternPreview read = previewPatterns(germanAction(), germanStatuses(), patterns);
        QCOMPARE(read.matches, QList<int>({ 0, 2, 1, 1, 2 }));
        patterns = { mark(u"(("_s) };
        QCOMPARE(linesOf(previewPatterns(germanAction(), germanStatuses(), patterns)),
            linesOf(previewPatterns(germanAction(), germanStatuses(), {})));
    }
};

FALCONER_TEST(tst_patterndraft)
#include "tst_patterndraft.moc"
