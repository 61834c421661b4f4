// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/steps.h"

#include <cstdio>

namespace falconer {

using namespace Qt::StringLiterals;

bool Steps::check(bool passed, const QString &what, const QString &seen)
{
    ++(passed ? m_passed : m_failed);
    const QString line = passed || seen.isEmpty() ? what : QString(what + " -- "_L1 + seen);
    std::printf("%s %s\n", passed ? "ok    " : "FAILED", qUtf8Printable(line));
    std::fflush(stdout);
    return passed;
}

QString describe(const Error &error)
{
    return u"%1: kind %2, status %3, code '%4', %5"_s.arg(error.where)
        .arg(int(error.kind))
        .arg(error.httpStatus)
        .arg(error.code, error.message);
}

} // namespace falconer
