// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QTest>

#include <utility>
#include <vector>

namespace falconer {

namespace {

using Entry = std::pair<QString, TestRegistry::Factory>;

std::vector<Entry> &entries()
{
    static std::vector<Entry> all;
    return all;
}

} // namespace

bool TestRegistry::add(const char *name, Factory factory)
{
    entries().emplace_back(QString::fromLatin1(name), factory);
    return true;
}

int TestRegistry::run(int argc, char **argv)
{
    QStringList wanted;
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        (i > 0 && argument.startsWith(QLatin1StringView("tst_")) ? wanted : arguments) << argument;
    }
    int failures = 0;
    qsizetype ran = 0;
    for (const auto &[name, make] : entries()) {
        if (!wanted.isEmpty() && !wanted.contains(name))
            continue;
        const std::unique_ptr<QObject> test = make();
        failures += QTest::qExec(test.get(), arguments);
        ++ran;
    }
    if (ran == 0 || ran < wanted.size()) {
        qCritical("A test named on the command line does not exist here.");
        return 1;
    }
    // As the program ends: what was left to end by itself is waited for.
    QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QCoreApplication::exec();
    return failures;
}

void Test::init()
{
    failOnWarnings();
}

void Test::failOnWarnings()
{
    // The exception: what the offscreen and minimal platforms say of every menu and main window.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

} // namespace falconer
