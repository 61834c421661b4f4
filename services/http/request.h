// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/json.h"
#include "services/http/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <utility>

namespace falconer {

enum class Verb { Get, Post, Put, Delete };

// How long to wait for an answer; the times are in clientoptions.h.
enum class Patience { Probe, Read, Write, Transfer };

using Query = QList<std::pair<QString, QString>>;

// What goes over the wire, without the decoder: comparable, so that tests compare requests.
// path starts with '/' below the profile's address and is percent-encoded already (path.h);
// the query is not, the client encodes it once.
struct RequestData {
    Verb verb = Verb::Get;
    QByteArray path;
    Query query;
    std::optional<QByteArray> body; // JSON unless contentType says otherwise
    QByteArray contentType = "application/json";
    Patience patience = Patience::Read;
    QByteArray range; // "bytes=0-99", empty: whole

    bool operator==(const RequestData &) const = default;
};

// An answer with a 2xx status. Everything else becomes an Error before a decoder sees it.
struct Response {
    int status = 0;
    QByteArray contentType;
    QByteArray body; // may be empty whatever the endpoint promises
    QByteArray etag;
};

// An endpoint is a value: what is sent and how the answer is read. T is what the answer means.
template <typename T> struct Request : RequestData {
    using Value = T;
    using Decode = std::function<Result<T>(const Response &)>;

    Decode decode;
};

// For endpoints whose answer is one JSON value, read by a function such as Target
// readTarget(JsonReader).
template <typename T> typename Request<T>::Decode readJson(T (*read)(const JsonReader &))
{
    return [read](const Response &response) -> Result<T> {
        return decodeJson<T>(response.body, read);
    };
}

// Nothing: for writes whose answer does not matter (200 without a body, 204, an old server's list).
struct Nothing {
    bool operator==(const Nothing &) const = default;
};

inline Request<Nothing>::Decode ignoreBody()
{
    return [](const Response &) -> Result<Nothing> { return Nothing{}; };
}

} // namespace falconer
