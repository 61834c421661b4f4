// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/live/feed.h"
#include "tests/support/scriptedserver.h"

#include <QSignalSpy>
#include <QTest>

namespace falconer {

using Values = QList<QByteArray>;

inline Request<QByteArray> read(const QByteArray &path)
{
    Request<QByteArray> request;
    request.path = path;
    request.decode = [](const Response &response) -> Result<QByteArray> { return response.body; };
    return request;
}

// A server with one text a path, its ETag and 304, or with a failure for all; a client; a feed
// whose clock stands still unless it is moved.
struct FeedFixture {
    explicit FeedFixture(FeedPace pace = {})
        : server([this](const HeardRequest &request) { return answer(request); })
        , client({ .server = server.url(),
              .maxInFlight = 64, // so that sentCount() tells at once what a tick costs
              .retryDelays = {},
              .useSystemProxy = false })
        , feed(client, withClock(std::move(pace)))
    {
    }

    FeedPace withClock(FeedPace pace)
    {
        pace.clock = [this] { return now; };
        return pace;
    }
    QByteArray answer(const HeardRequest &request)
    {
        if (status != 200)
            return httpAnswer(status, {}, failureHeaders);
        if (missing.contains(request.target))
            return httpAnswer(404);
        const QByteArray etag = '"' + texts.value(request.target, "-") + '"';
        if (request.headers.value("if-none-match") == etag) {
            ++unchanged;
            return httpAnswer(304, {}, { { "ETag", etag } });
        }
        return httpAnswer(200, texts.value(request.target, "-"), { { "ETag", etag } });
    }

    Call watch(const QByteArray &path, Priority priority, Values *values = nullptr,
        Feed::First first = Feed::First::AtOnce)
    {
        return feed.watch(
            read(path), priority,
            [values](const Result<QByteArray> &value) {
                if (values)
                    *values << value.value_or("error");
            },
            first);
    }
    // Lets the time pass to the next tick and waits until every answer of it has come.
    void tick()
    {
        now += feed.interval();
        feed.tick();
        waitForAnswers();
    }
    void waitForAnswers()
    {
        QVERIFY(QTest::qWaitFor([&] { return ok.count() >= client.sentCount(); }));
    }
    // What was asked for since the last time.
    QByteArrayList takeLines()
    {
        QByteArrayList lines = server.lines().mid(seen);
        seen += lines.size();
        return lines;
    }
    // Ticks for a minute of the feed's time; how many requests that cost.
    qsizetype countMinute()
    {
        takeLines();
        const qint64 end = now + 60'000;
        while (now + feed.interval() <= end)
            tick();
        return takeLines().size();
    }

    qint64 now = 1'000'000;
    QMap<QByteArray, QByteArray> texts;
    QByteArrayList missing;
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> failureHeaders;
    int unchanged = 0;
    qsizetype seen = 0;
    ScriptedServer server;
    Client client;
    Feed feed;
    QSignalSpy ok{ &feed, &Feed::answered };
};

} // namespace falconer
