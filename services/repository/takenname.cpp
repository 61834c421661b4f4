// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/takenname.h"

#include "services/hawkbit/distributionsets.h"
#include "services/hawkbit/rsql.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 500; // of one answer, the server's limit

// What modules and sets have in common.
struct Listed {
    NameHolder holder;
    QString name;
    QString version;
    QString type; // key
    bool deleted = false;
};

Listed readListed(const JsonReader &json)
{
    return { .holder = { .id = json.integer("id"_L1),
                 .createdBy = json.textOr("createdBy"_L1),
                 .createdAt = json.time("createdAt"_L1) },
        .name = json.text("name"_L1),
        .version = json.text("version"_L1),
        .type = json.text("type"_L1),
        .deleted = json.booleanOr("deleted"_L1, false) };
}

Request<Page<Listed>> listOf(TakenName::Of of, const ListQuery &query)
{
    const RequestData request = of == TakenName::Of::SoftwareModule
        ? RequestData(listSoftwareModules(query))
        : RequestData(listDistributionSets(query));
    return { request, readJson(readPage<Listed, readListed>) };
}

} // namespace

void TakenName::find(Client &client, Of of, const QString &name, const QString &version,
    const QString &type, Done done)
{
    // Servers compare text without regard to case here, but not when they refuse a name.
    const ListQuery query{ .limit = mostRows,
        .filter = rsqlAnd({ rsqlSame(u"name"_s, name), rsqlSame(u"version"_s, version) }) };
    m_call = client.send(listOf(of, query),
        [name, version, type, done = std::move(done)](const Result<Page<Listed>> &page) {
            if (!page)
                return done(tl::unexpected(page.error()));
            const auto it = std::ranges::find_if(page->content, [&](const Listed &each) {
                return each.name == name && each.version == version && !each.deleted
                    && (type.isEmpty() || each.type == type);
            });
            done(it == page->content.end() ? std::nullopt : std::optional(it->holder));
        });
}

} // namespace falconer
