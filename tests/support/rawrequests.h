// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/request.h"

#include <QList>

#include <functional>

namespace falconer {

// Requests whose answer is the body as it came: for tests that look at what the client does.
inline Request<QByteArray> rawRead(const QByteArray &path)
{
    Request<QByteArray> request;
    request.path = path;
    request.decode = [](const Response &response) -> Result<QByteArray> { return response.body; };
    return request;
}

inline Request<Nothing> rawWrite(Verb verb, const QByteArray &path, const QByteArray &body)
{
    Request<Nothing> request;
    request.verb = verb;
    request.path = path;
    request.body = body;
    request.patience = Patience::Write;
    request.decode = ignoreBody();
    return request;
}

// Collects the results of one kind of request, in the order in which they came.
template <typename T> struct Results {
    QList<Result<T>> all;

    std::function<void(Result<T>)> take()
    {
        return [this](Result<T> result) { all << std::move(result); };
    }
    const Error &error() const { return all.last().error(); }
};

} // namespace falconer
