// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

#include <QString>

namespace falconer {

// What people read of a failure: what happened, what to do next, and on demand the words of whoever
// refused.
struct ErrorText {
    QString sentence;
    QString nextStep;
    QString details; // status, code, place, message: a line each; may be empty

    bool operator==(const ErrorText &) const = default;
};

// The one place that makes sentences from errors. server, when given, is named in the sentence: the
// host of the profile's address.
ErrorText errorText(const Error &error, const QString &server = {});

// A certificate that was refused. isOther: a person trusted another one of this server before.
ErrorText certificateText(const QString &server, bool isOther);

} // namespace falconer
