// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"

#include <QCoreApplication>

// Without QtGui: what runs here cannot depend on it.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    return falconer::TestRegistry::run(argc, argv);
}
