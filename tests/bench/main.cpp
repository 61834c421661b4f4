// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/served.h"
#include "tests/bench/uploadsink.h"
#include "ui/shared/theme.h"

#include <QApplication>

#include <cstdio>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Bench {
    QString name;
    void (*run)();
};

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && QByteArray(argv[1]) == "--serve") {
        const QCoreApplication application(argc, argv);
        return ServedFleet::serve(QByteArray(argv[2]).toUInt());
    }
    if (argc == 4 && QByteArray(argv[1]) == "--sink") {
        const QCoreApplication application(argc, argv);
        return UploadSink::serve(QByteArray(argv[2]).toLongLong(), QByteArray(argv[3]) == "tls");
    }
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments().mid(1);
    if (arguments.value(0) == "--first-rows"_L1)
        return showFirstRows(application, QUrl(arguments.value(1)));

    const Theme theme(application, ThemeChoice::Light);
    const QList<Bench> benches{ { u"start"_s, benchStart }, { u"rows"_s, benchRows },
        { u"filter"_s, benchFilter }, { u"action"_s, benchAction }, { u"assign"_s, benchAssign },
        { u"timeline"_s, benchTimeline }, { u"idle"_s, benchIdle }, { u"upload"_s, benchUpload } };
    int ran = 0;
    for (const Bench &bench : benches) {
        if (!arguments.isEmpty() && !arguments.contains(bench.name))
            continue;
        std::printf("== %s\n", qPrintable(bench.name));
        bench.run();
        ++ran;
    }
    if (ran == 0) {
        std::fprintf(stderr, "benches: start rows filter action assign timeline idle upload\n");
        return 2;
    }
    return 0;
}
