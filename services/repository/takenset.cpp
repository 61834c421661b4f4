// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/takenset.h"

#include "services/hawkbit/rsql.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

void TakenSet::find(
    Client &client, const QString &name, const QString &version, const QString &type, Done done)
{
    // Servers compare text without regard to case here, but not when they refuse a name.
    const ListQuery query{ .limit = 500,
        .filter = rsqlAnd({ rsqlSame(u"name"_s, name), rsqlSame(u"version"_s, version) }) };
    m_call = client.send(listDistributionSets(query),
        [name, version, type, done = std::move(done)](const Result<Page<DistributionSet>> &page) {
            if (!page)
                return done(tl::unexpected(page.error()));
            const QList<DistributionSet> &sets = page->content;
            const auto it
                = std::find_if(sets.begin(), sets.end(), [&](const DistributionSet &each) {
                      return each.name == name && each.version == version
                          && (type.isEmpty() || each.type == type);
                  });
            done(it == sets.end() ? std::nullopt : std::optional(*it));
        });
}

} // namespace falconer
