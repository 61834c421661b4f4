// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/server.h"

#include <httplib.h>

#include <mutex>
#include <thread>

namespace falconer {

namespace {

// Idle keep-alive connections hold a thread each, and a Qt client opens six.
constexpr int threads = 64;
constexpr int requestsPerConnection = 100'000;

QByteArray bytes(const std::string &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

SimRequest readRequest(const httplib::Request &request)
{
    SimRequest result{ .method = bytes(request.method),
        .target = bytes(request.target),
        .body = bytes(request.body),
        .baseUrl = "http://" + bytes(request.get_header_value("Host")),
        .peerAddress = bytes(request.remote_addr) };
    for (const auto &[name, value] : request.headers)
        result.headers.append({ bytes(name), bytes(value) });
    return result;
}

// Whether it came whole: what a client broke off means nothing, however much of it there is.
bool readBody(
    const httplib::Request &request, const httplib::ContentReader &read, SimRequest &result)
{
    if (request.is_multipart_form_data()) {
        return read(
            [&](const httplib::MultipartFormData &part) {
                result.parts.append(
                    { bytes(part.name), bytes(part.filename), bytes(part.content_type), {} });
                return true;
            },
            [&](const char *data, size_t size) {
                result.parts.last().content.append(data, qsizetype(size));
                return true;
            });
    }
    // Without a length there is no body: reading on would wait for the client to hang up.
    if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding"))
        return true;
    return read([&](const char *data, size_t size) {
        result.body.append(data, qsizetype(size));
        return true;
    });
}

// A port that another server listens on is taken; the library's default would share it.
void reuseAddressOnly([[maybe_unused]] socket_t socket)
{
#ifndef _WIN32
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
#endif
}

void writeResponse(const SimResponse &from, httplib::Response &to)
{
    to.status = from.status;
    for (const auto &[name, value] : from.headers)
        to.set_header(name.toStdString(), value.toStdString());
    if (!from.contentType.isEmpty())
        to.set_content(from.body.toStdString(), from.contentType.toStdString());
}

} // namespace

struct SimulatorServer::Private {
    std::unique_ptr<Fleet> fleet;
    Dispatcher dispatcher;
    std::mutex mutex;
    httplib::Server http;
    std::thread thread;
    int port = 0;

    void answer(const SimRequest &request, httplib::Response &to)
    {
        const std::lock_guard lock(mutex);
        writeResponse(dispatcher.handle(*fleet, request), to);
    }

    void listen()
    {
        const auto plain = [this](const httplib::Request &request, httplib::Response &response) {
            answer(readRequest(request), response);
        };
        const auto withBody = [this](const httplib::Request &request, httplib::Response &response,
                                  const httplib::ContentReader &read) {
            SimRequest result = readRequest(request);
            if (readBody(request, read, result))
                answer(result, response);
            else
                response.status = 400;
        };
        // The library would cut every body by the Range header on its own; the rules have done it.
        // Its request is not const where it lives.
        http.set_pre_routing_handler([](const httplib::Request &request, httplib::Response &) {
            const_cast<httplib::Request &>(request).ranges.clear();
            return httplib::Server::HandlerResponse::Unhandled;
        });
        const std::string anything = "[\\s\\S]*";
        http.Get(anything, plain);
        http.Options(anything, plain);
        http.Post(anything, withBody);
        http.Put(anything, withBody);
        http.Patch(anything, withBody);
        http.Delete(anything, withBody);
        http.new_task_queue = [] { return new httplib::ThreadPool(threads); };
        http.set_keep_alive_max_count(requestsPerConnection);
        http.set_tcp_nodelay(true);
        http.set_socket_options(reuseAddressOnly);
    }
};

SimulatorServer::SimulatorServer(std::unique_ptr<Fleet> fleet)
    : d(std::make_unique<Private>())
{
    d->fleet = std::move(fleet);
    d->listen();
}

SimulatorServer::~SimulatorServer()
{
    stop();
}

bool SimulatorServer::start(quint16 port)
{
    const char *host = "127.0.0.1";
    if (port == 0)
        d->port = d->http.bind_to_any_port(host);
    else
        d->port = d->http.bind_to_port(host, port) ? port : 0;
    if (d->port <= 0)
        return false;
    d->thread = std::thread([this] { d->http.listen_after_bind(); });
    while (!d->http.is_running())
        std::this_thread::yield();
    return true;
}

void SimulatorServer::stop()
{
    d->http.stop();
    if (d->thread.joinable())
        d->thread.join();
    d->port = 0;
}

quint16 SimulatorServer::port() const
{
    return quint16(d->port);
}

void SimulatorServer::withFleet(const std::function<void(Fleet &)> &visit)
{
    const std::lock_guard lock(d->mutex);
    d->fleet->tick();
    visit(*d->fleet);
}

} // namespace falconer
