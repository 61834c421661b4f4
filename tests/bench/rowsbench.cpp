// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/served.h"
#include "tests/bench/stage.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/targetspane.h"
#include "ui/shared/searchfield.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 fleetSize = 1'000'000;

void jump(Stage &stage)
{
    QTableView &table = stage.workspace().targets().table();
    QList<double> times;
    QList<double> computed;
    for (const int row : { 900'000, 100'000, 900'900, 500'000, 899'000 }) {
        idleFor(500); // the hand rests between two jumps
        const double start = nowMs();
        const double cpu = cpuMs();
        table.scrollTo(table.model()->index(row, 0), QAbstractItemView::PositionAtTop);
        untilMs("a jump", [&] { return stage.rowsAreFilled(); });
        stage.paintRows();
        times << nowMs() - start;
        computed << cpuMs() - cpu;
    }
    const double bare
        = stage.bareMs(listTargets({ .offset = 900'000, .limit = 100, .sort = { u"name"_s } }));
    reportBeside(u"jump to row 900,000 of 1,000,000, filled"_s, median(times), bare, 20);
    report(u"  of that, computed by this thread"_s, median(computed));
}

// Rows of words nobody asked for before, beside a bare request for such a word: the simulator keeps
// what it has counted once.
void filter(Stage &stage, const QString &what, const QStringList &words, const QString &bareWord)
{
    SearchField &field = *static_cast<SearchField *>(stage.workspace().searchField());
    QLineEdit &edit = *field.findChild<QLineEdit *>();
    QTableView &table = stage.workspace().targets().table();
    QList<double> times;
    for (const QString &word : words) {
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, word);
        const double typed = nowMs();
        untilMs("filtered rows", [&] {
            return stage.rowsAreFilled()
                && table.model()->index(0, 1).data().toString().contains(word);
        });
        stage.paintRows();
        times << nowMs() - typed;
        idleFor(1'500); // the counts arrive
    }
    const QString asked = field.filter().replace(words.last(), bareWord);
    const double bare
        = stage.bareOnceMs(listTargets({ .limit = 100, .sort = { u"name"_s }, .filter = asked }));
    reportBeside(what, median(times), bare, 30);
}

void scroll(Stage &stage)
{
    QTableView &table = stage.workspace().targets().table();
    table.scrollToTop();
    QList<double> frames;
    for (int step = 0; step < 600; ++step) {
        table.verticalScrollBar()->setValue(step * 3);
        const double start = nowMs();
        stage.paintRows();
        frames << nowMs() - start;
        if (step % 20 == 0)
            idleFor(50);
    }
    reportText(u"scroll paint, wheel by 3 rows, p50 / p99"_s,
        u"%1 / %2 ms (aim p99 under 8 ms)"_s.arg(percentile(frames, 0.5), 0, 'f', 2)
            .arg(percentile(frames, 0.99), 0, 'f', 2));
}

void memory(Stage &stage)
{
    QTableView &table = stage.workspace().targets().table();
    const double before = residentMb();
    const qint64 sent = stage.client().sentCount();
    double most = before;
    for (int row = 0; row < int(fleetSize); row += 5'000) {
        table.scrollTo(table.model()->index(row, 0), QAbstractItemView::PositionAtTop);
        idleFor(60);
        most = qMax(most, residentMb());
    }
    untilMs("the last rows", [&] { return stage.rowsAreFilled(); });
    reportText(u"memory before / most / after scrolling through"_s,
        u"%1 / %2 / %3 MB (aim under 90, flat)"_s.arg(before, 0, 'f', 1)
            .arg(most, 0, 'f', 1)
            .arg(residentMb(), 0, 'f', 1));
    reportText(
        u"  requests for it, 200 stops"_s, QString::number(stage.client().sentCount() - sent));
}

} // namespace

void benchFilter()
{
    {
        const ServedFleet fleet(20'000);
        Stage stage(fleet.url());
        filter(stage, u"filter typed to rows painted, 20,000"_s,
            { u"042"_s, u"017"_s, u"123"_s, u"088"_s, u"151"_s }, u"067"_s);
    }
    const ServedFleet fleet(fleetSize);
    Stage stage(fleet.url());
    filter(stage, u"filter typed to rows painted, 1,000,000"_s, { u"0421"_s, u"0777"_s, u"1234"_s },
        u"0815"_s);
    report(u"  of that, waiting for the typing to pause"_s, SearchField::typingPause);
}

void benchRows()
{
    const ServedFleet fleet(fleetSize);
    Stage stage(fleet.url());
    report(u"workspace made to first rows painted, 1,000,000"_s, stage.firstRowsMs());
    jump(stage);
    scroll(stage);
    memory(stage);
    reportText(u"simulator of 1,000,000 targets, start and memory"_s,
        u"%1 ms, %2 MB (aim under 300)"_s.arg(fleet.startMs(), 0, 'f', 0)
            .arg(fleet.memoryMb(), 0, 'f', 0));
}

} // namespace falconer
