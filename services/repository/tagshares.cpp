// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/tagshares.h"

#include "services/hawkbit/rsql.h"

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTags = 500;

QString among(const QString &field, const QList<qint64> &sets)
{
    QStringList ids;
    for (const qint64 id : sets)
        ids << QString::number(id);
    return rsqlIn(field, ids).constFirst();
}

} // namespace

void TagShares::read(Client &client, const QList<qint64> &sets, Done done)
{
    Q_ASSERT(!sets.isEmpty() && sets.size() <= limit);
    m_client = &client;
    m_sets = sets.size();
    m_filter = among(u"id"_s, sets);
    m_done = std::move(done);
    m_calls.clear();
    m_open = 2;
    readTags({ .limit = mostTags, .filter = among(u"distributionset.id"_s, sets) }, m_given);
    readTags({ .limit = mostTags }, m_all);
}

void TagShares::readTags(const ListQuery &query, QList<DistributionSetTag> &tags)
{
    m_calls.push_back(m_client->send(listDistributionSetTags(query),
        [this, &tags](const Result<Page<DistributionSetTag>> &page) {
            if (!page)
                return finish(tl::unexpected(page.error()));
            tags = page->content;
            if (--m_open == 0)
                match();
        }));
}

void TagShares::match()
{
    m_shares.clear();
    for (const DistributionSetTag &tag : std::as_const(m_all)) {
        const bool isGiven
            = std::ranges::find(m_given, tag.id, &DistributionSetTag::id) != m_given.end();
        m_shares << TagShare{ .tag = tag, .having = isGiven ? 1 : 0, .of = m_sets };
    }
    std::ranges::sort(m_shares, {}, [](const TagShare &share) { return share.tag.name; });
    m_open = 1;
    for (qsizetype i = 0; m_sets > 1 && i < m_shares.size(); ++i) {
        if (m_shares.at(i).having > 0)
            count(i);
    }
    ended();
}

void TagShares::count(qsizetype index)
{
    ++m_open;
    const QString tag = rsqlSame(u"tag"_s, m_shares.at(index).tag.name);
    m_calls.push_back(
        m_client->send(listDistributionSets({ .limit = 1, .filter = rsqlAnd({ m_filter, tag }) }),
            [this, index](const Result<Page<DistributionSet>> &page) {
                if (!page)
                    return finish(tl::unexpected(page.error()));
                m_shares[index].having = page->total;
                ended();
            }));
}

void TagShares::ended()
{
    if (--m_open == 0)
        finish(m_shares);
}

// Once: what still comes after a failure is for nobody.
void TagShares::finish(const Result<QList<TagShare>> &result)
{
    if (const Done done = std::exchange(m_done, {}))
        done(result);
}

} // namespace falconer
