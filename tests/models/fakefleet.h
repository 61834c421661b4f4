// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/scriptedserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

inline constexpr qint64 base = 1'800'000'000'000;

// A server whose devices have one action each, with statuses that a test adds.
struct FakeFleet {
    int statuses = 3;
    bool active = true;
    bool broken = false;
    int older = 0; // actions, ended
    bool scheduled = false;
    qint64 polledAt = 0;
    int newest = 7; // action
    int devices = 1;
    QMap<QString, int> assigned; // an action newer than that, by device

    std::optional<QByteArray> answer(const HeardRequest &request) const
    {
        if (broken)
            return httpAnswer(404, R"({"errorCode":"hawkbit.server.error.repo.entityNotFound"})");
        const QUrl url = QUrl::fromEncoded(request.target);
        const QUrlQuery query(url);
        QJsonArray content;
        int total = 1;
        if (url.path().endsWith(u"/targets"_s)) {
            content << QJsonObject{ { u"controllerId"_s, u"dev-0"_s }, { u"name"_s, u"dev-0"_s },
                { u"updateStatus"_s, u"pending"_s },
                { u"pollStatus"_s,
                    QJsonObject{ { u"lastRequestAt"_s, polledAt }, { u"overdue"_s, false } } } };
        } else if (url.path().endsWith(u"/status"_s)) {
            const int offset = query.queryItemValue(u"offset"_s).toInt();
            const int limit = query.queryItemValue(u"limit"_s).toInt();
            total = statuses;
            for (int i = statuses - offset; i > std::max(0, statuses - offset - limit); --i)
                content << status(i);
        } else if (url.path() == u"/rest/v1/actions"_s) {
            content = allActions(query.queryItemValue(u"q"_s, QUrl::FullyDecoded));
            total = int(content.size());
        } else {
            const QString device = url.path().section(u'/', 4, 4);
            if (const int id = url.path().section(u'/', -1).toInt(); id > 0)
                return httpAnswer(200, QJsonDocument(action(id, device)).toJson());
            for (int id = newestOf(device); id >= newest - older; --id)
                content << action(id, device);
            total = int(content.size());
        }
        return httpAnswer(200,
            QJsonDocument(QJsonObject{ { u"content"_s, content }, { u"total"_s, total },
                              { u"size"_s, content.size() } })
                .toJson());
    }

    int newestOf(const QString &device) const { return assigned.value(device, newest); }

    // As "id=gt=8;target.controllerid=in=(...)" or its second half asks for them.
    QJsonArray allActions(const QString &filter) const
    {
        const int after = filter.section(u";"_s, 0, 0).section(u"id=gt="_s, 1).toInt();
        QJsonArray found;
        for (int i = 0; i < devices; ++i) {
            const QString device = u"dev-%1"_s.arg(i);
            for (int id = std::max(newest, after + 1); id <= newestOf(device); ++id) {
                QJsonObject full = action(id, device);
                const QString self
                    = u"https://h/rest/v1/targets/%1/actions/%2"_s.arg(device).arg(id);
                full[u"_links"_s]
                    = QJsonObject{ { u"self"_s, QJsonObject{ { u"href"_s, self } } } };
                found << full;
            }
        }
        return found;
    }

    QJsonObject action(int id, const QString &device) const
    {
        const bool runs = active && id == newestOf(device);
        const QString ended = scheduled && id == newestOf(device) ? u"scheduled"_s : u"finished"_s;
        return { { u"id"_s, id }, { u"type"_s, u"update"_s }, { u"active"_s, runs },
            { u"status"_s, runs ? u"running"_s : ended }, { u"forceType"_s, u"forced"_s },
            { u"createdAt"_s, base + id } };
    }

    QJsonObject status(int i) const
    {
        const bool last = !active && i == statuses;
        return { { u"id"_s, i }, { u"type"_s, last ? u"finished"_s : u"running"_s },
            { u"messages"_s,
                QJsonArray{ i == 1 ? u"Assignment initiated by user 'a'"_s : u"m %1"_s.arg(i) } },
            { u"reportedAt"_s, base + i }, { u"timestamp"_s, base + i } };
    }
};

} // namespace falconer
