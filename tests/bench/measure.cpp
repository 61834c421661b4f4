// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace falconer {

namespace {

constexpr int patience = 60'000; // ms

void line(const QString &what, const QString &figure)
{
    std::printf("%-52s %s\n", qPrintable(what), qPrintable(figure));
    std::fflush(stdout);
}

QString ms(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : 1) + QLatin1StringView(" ms");
}

} // namespace

double nowMs()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double untilMs(const char *what, const std::function<bool()> &condition)
{
    const double start = nowMs();
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        if (nowMs() - start > patience) {
            std::fprintf(stderr, "gave up waiting: %s\n", what);
            std::exit(1);
        }
    }
    return nowMs() - start;
}

void idleFor(int ms)
{
    QTest::qWait(ms);
}

double percentile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(qMin(values.size() - 1, qsizetype(share * double(values.size()))));
}

double median(const QList<double> &values)
{
    return percentile(values, 0.5);
}

double residentMb(qint64 process)
{
    const QString who = process == 0 ? QStringLiteral("self") : QString::number(process);
    QFile file(QStringLiteral("/proc/%1/status").arg(who));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &each : lines) {
        if (each.startsWith("VmRSS:"))
            return each.mid(6).trimmed().split(' ').first().toDouble() * 1024 / 1e6;
    }
    return 0;
}

void report(const QString &what, double value)
{
    line(what, ms(value));
}

void reportBeside(const QString &what, double value, double bareMs, double aimAboveBareMs)
{
    line(what,
        ms(value) + QLatin1StringView("   bare HTTP ") + ms(bareMs)
            + QLatin1StringView("   bare + ") + ms(value - bareMs) + QLatin1StringView(" (aim + ")
            + ms(aimAboveBareMs) + QLatin1Char(')'));
}

void reportText(const QString &what, const QString &figure)
{
    line(what, figure);
}

} // namespace falconer
