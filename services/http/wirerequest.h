// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/clientoptions.h"
#include "services/http/error.h"
#include "services/http/request.h"

#include <QNetworkRequest>

#include <optional>

namespace falconer {

// Every character that is not unreserved is percent-encoded, once: QUrlQuery would leave + and ;
// to mean something else to the server.
QByteArray encodeQuery(const Query &query);

// The address on the wire. The server's own path is a prefix; its trailing slashes, query, fragment
// and user are left out.
QUrl wireUrl(const QUrl &server, const RequestData &request);

// With all headers, credentials included. etag: If-None-Match, unless empty.
QNetworkRequest wireRequest(
    const ClientOptions &options, const RequestData &request, const QByteArray &etag);

QByteArray verbName(Verb verb);

// Why a request is not sent at all, as an Error of kind Invalid: its path names what a real hawkBit
// never lets be addressed (hawkbit-api 1.1), or the server's address is none.
std::optional<Error> refusal(const QUrl &server, const RequestData &request);

bool isSameOrigin(const QUrl &a, const QUrl &b);

} // namespace falconer
