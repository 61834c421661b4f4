// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/served.h"
#include "tests/bench/stage.h"

#include <QCoreApplication>
#include <QProcess>

namespace falconer {

using namespace Qt::StringLiterals;

void benchStart()
{
    const ServedFleet fleet(20'000);
    QList<double> whole;
    QList<double> inside;
    double bare = 0;
    for (int i = 0; i < 5; ++i) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const double start = nowMs();
        process.start(
            QCoreApplication::applicationFilePath(), { u"--first-rows"_s, fleet.url().toString() });
        untilMs("a process with first rows",
            [&] { return process.canReadLine() || process.waitForReadyRead(5); });
        whole << nowMs() - start;
        inside << process.readLine().toDouble();
        process.closeWriteChannel();
        process.waitForFinished();
    }
    {
        Stage stage(fleet.url());
        bare = stage.bareMs(listTargets({ .limit = 100, .sort = { u"name"_s } }));
    }
    reportText(u"process start to first rows painted (20,000)"_s,
        u"%1 ms   bare HTTP %2 ms (aim 300 ms)"_s.arg(median(whole), 0, 'f', 0)
            .arg(bare, 0, 'f', 1));
    report(u"  of that, workspace made to first rows painted"_s, median(inside));
}

} // namespace falconer
