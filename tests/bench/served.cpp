// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/served.h"

#include "services/simulator/demofleet.h"
#include "services/simulator/server.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>

namespace falconer {

using namespace Qt::StringLiterals;

ServedFleet::ServedFleet(quint32 targets)
{
    const double start = nowMs();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        QCoreApplication::applicationFilePath(), { u"--serve"_s, QString::number(targets) });
    if (!m_process.waitForReadyRead(60'000))
        qFatal("the simulator did not start");
    m_url = QUrl(QString::fromLatin1(m_process.readLine()).trimmed());
    m_startMs = nowMs() - start;
}

ServedFleet::~ServedFleet()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(3'000))
        m_process.kill();
    m_process.waitForFinished(1'000);
}

double ServedFleet::memoryMb() const
{
    return residentMb(m_process.processId());
}

// Devices would disturb the figures: the fleet is there, nobody polls.
int ServedFleet::serve(quint32 targets)
{
    SimulatorServer server(makeDemoFleet({ .targets = targets, .live = qMin(targets, 2'000U) }));
    if (!server.start())
        return 1;
    std::printf("http://127.0.0.1:%d\n", int(server.port()));
    std::fflush(stdout);
    while (std::getchar() != EOF) { } // until the parent is done or gone
    server.stop();
    return 0;
}

} // namespace falconer
