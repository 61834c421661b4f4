// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/call.h"
#include "services/http/clientoptions.h"
#include "services/http/request.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace falconer {

// The one door to the network: sends requests to one server with one set of credentials.
//
// done runs once, on this thread, never before send() returned, and never after the Call was
// dropped. A GET is tried again on connection loss, 429 without a body and 503, with back-off and
// jitter, and Retry-After is obeyed; a write is never sent twice and has a fresh connection. At
// most ClientOptions::maxInFlight requests run at once, the newest wanted first. A redirect never
// takes credentials to another origin. Every message of an Error is free of the secrets that the
// client was given.
class Client final : public QObject {
    Q_OBJECT

public:
    explicit Client(ClientOptions options, QObject *parent = nullptr);
    ~Client() override;

    const ClientOptions &options() const;
    // For requests that begin after this; used to sign in again.
    void setCredentials(const Credentials &credentials);
    void setTrustedCertificate(const QByteArray &sha256); // the same

    template <typename T>
    [[nodiscard]] Call send(
        Request<T> request, std::type_identity_t<std::function<void(Result<T>)>> done)
    {
        return sendData(request, {},
            [decode = std::move(request.decode), done = std::move(done)](Result<Response> answer) {
                done(answer.and_then([&](const Response &response) { return decode(response); }));
            });
    }

    // A GET with If-None-Match. What has not changed since etag arrives without a value.
    template <typename T> struct Fresh {
        std::optional<T> value; // nothing: 304, it is as it was
        QByteArray etag;
    };
    template <typename T>
    [[nodiscard]] Call sendIfChanged(Request<T> request, const QByteArray &etag,
        std::type_identity_t<std::function<void(Result<Fresh<T>>)>> done)
    {
        return sendData(request, etag,
            [decode = std::move(request.decode), done = std::move(done)](Result<Response> answer) {
                done(answer.and_then([&](const Response &response) -> Result<Fresh<T>> {
                    if (response.status == 304)
                        return Fresh<T>{ std::nullopt, response.etag };
                    return decode(response).map([&](T value) {
                        return Fresh<T>{ std::move(value), response.etag };
                    });
                }));
            });
    }

    // Requests put on the wire so far, retries included: for the status bar and the tests.
    qint64 sentCount() const;

    // Something was asked to be changed, and that is not answered yet.
    bool isWriting() const;

signals:
    void writesEnded(); // isWriting() is false again; whoever asked has been told
    // The server refused the credentials of a request in mid-session (401).
    void signedOut();

private:
    struct Private;

    [[nodiscard]] Call sendData(const RequestData &request, const QByteArray &etag,
        std::function<void(Result<Response>)> done);

    std::unique_ptr<Private> d;
};

} // namespace falconer
