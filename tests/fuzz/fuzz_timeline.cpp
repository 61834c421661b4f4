// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/statusinput.h"
#include "tests/fuzz/timelinerules.h"

#include <cstdio>
#include <cstdlib>

// libFuzzer's door: called with bytes that it made up. What it breaks goes to
// tests/data/fuzz/timeline, where an ordinary test reads it ever after.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString broken = falconer::brokenRule(falconer::statusesOf(bytes));
    if (!broken.isEmpty()) {
        std::fprintf(stderr, "broken: %s\n", qPrintable(broken));
        std::abort();
    }
    return 0;
}
