// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/page.h"
#include "services/http/client.h"

#include <QEventLoop>

namespace falconer {

// Asks one question after another, as a scenario is written, and waits for each answer; keeps count
// of what every write put on the wire.
class Conversation final {
public:
    explicit Conversation(const ClientOptions &options)
        : m_client(options)
    {
    }

    Client &client() { return m_client; }

    template <typename T> Result<T> ask(Request<T> request)
    {
        const bool isWrite = request.verb != Verb::Get;
        const qint64 before = m_client.sentCount();
        auto answer = await<T>(
            [&](auto done) { return m_client.send(std::move(request), std::move(done)); });
        if (isWrite)
            noteWrite(m_client.sentCount() - before);
        return answer;
    }

    // Waits for what start() begins: Call start(std::function<void(Result<T>)>).
    template <typename T, typename Start> Result<T> await(Start start)
    {
        Result<T> answer = tl::unexpected(Error{ .kind = ErrorKind::Timeout });
        QEventLoop loop;
        const Call call = start(std::function<void(Result<T>)>([&](Result<T> result) {
            answer = std::move(result);
            loop.quit();
        }));
        loop.exec();
        return answer;
    }

    // Every page of a list, one after another.
    template <typename T, typename List> Result<QList<T>> walk(List list, ListQuery query)
    {
        QList<T> rows;
        forever
        {
            const Result<Page<T>> page = ask(list(query));
            if (!page)
                return tl::unexpected(page.error());
            rows << page->content;
            query.offset += page->content.size();
            if (page->content.isEmpty() || query.offset >= page->total)
                return rows;
        }
    }

    int writes() const { return m_writes; }
    int writesNotSentOnce() const { return m_writesNotSentOnce; }

private:
    void noteWrite(qint64 requests);

    Client m_client;
    int m_writes = 0;
    int m_writesNotSentOnce = 0;
};

// Lets events run until isTrue() says so, asked every tenth of a second; false when it never did.
bool waitUntil(const std::function<bool()> &isTrue, int timeoutMs = 60'000);

} // namespace falconer
