// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stopsignals.h"

#include <QCoreApplication>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace falconer {

#ifdef Q_OS_UNIX

namespace {

int wakeUp[2] = { -1, -1 };

// A signal handler may do next to nothing: the byte wakes the event loop, which does the rest.
void stopRequested(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wakeUp[0], &byte, 1);
}

} // namespace

void endLoopOnStopSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, wakeUp) != 0)
        return;
    auto *const notifier
        = new QSocketNotifier(wakeUp[1], QSocketNotifier::Read, QCoreApplication::instance());
    // Not quit(): a window may refuse it, and nobody is there to be asked.
    QObject::connect(
        notifier, &QSocketNotifier::activated, notifier, [] { QCoreApplication::exit(); });
    struct sigaction action = {};
    action.sa_handler = stopRequested;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART | int(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

#else

void endLoopOnStopSignals() { }

#endif

} // namespace falconer
