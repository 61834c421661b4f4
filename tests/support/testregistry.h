// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace falconer {

// Lets one executable hold many test classes: a class registers itself by FALCONER_TEST at the end
// of its file, main() runs all of them or those named on the command line. Every test function
// fails on a Qt warning.
class TestRegistry {
public:
    using Factory = std::unique_ptr<QObject> (*)();

    static bool add(const char *name, Factory factory);

    // Runs what the arguments name; the rest of them goes to Qt Test. Returns the number of
    // failures.
    static int run(int argc, char **argv);
};

// The base of every test class.
class Test : public QObject {
    Q_OBJECT

protected:
    // For a test with an init() of its own.
    static void failOnWarnings();

private slots:
    void init();
};

template <typename T> std::unique_ptr<QObject> makeTest()
{
    return std::make_unique<T>();
}

} // namespace falconer

#define FALCONER_TEST(Class)                                                                       \
    static const bool registered##Class                                                            \
        = falconer::TestRegistry::add(#Class, &falconer::makeTest<Class>);
