// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/result.h"

#include <QString>

namespace falconer {

// What was checked, a line a step on stdout, and how much of it was as it must be.
class Steps final {
public:
    // seen: what came instead, printed when the step failed. Returns passed.
    bool check(bool passed, const QString &what, const QString &seen = {});

    int passed() const { return m_passed; }
    int failed() const { return m_failed; }

private:
    int m_passed = 0;
    int m_failed = 0;
};

QString describe(const Error &error);

template <typename T> QString seenOf(const Result<T> &result)
{
    return result ? QStringLiteral("another answer") : describe(result.error());
}

// Whether the server itself said no, in its own code (without the prefix; empty: any).
template <typename T>
bool isRefused(const Result<T> &result, ErrorKind kind, int httpStatus, QLatin1StringView code = {})
{
    return !result && result.error().kind == kind && result.error().httpStatus == httpStatus
        && (code.isEmpty() || result.error().code == code);
}

} // namespace falconer
