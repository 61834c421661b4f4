// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setcloner.h"

#include "services/hawkbit/rsql.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTags = 500; // of one set

} // namespace

SetCloner::SetCloner(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void SetCloner::start(const CloneOrder &order)
{
    m_order = order;
    m_created.reset();
    m_metadata.clear();
    m_tags.clear();
    next(Step::Create);
}

void SetCloner::resume(const CloneOrder &order)
{
    m_order = order;
    next(Step::Amend);
}

void SetCloner::next(Step step)
{
    m_step = step;
    m_error.reset();
    m_isRunning = step != Step::Done;
    run();
}

void SetCloner::run()
{
    switch (m_step) {
    case Step::Create:
        return create();
    case Step::Amend:
        return amend();
    case Step::ReadMetadata:
        return readMetadata();
    case Step::WriteMetadata:
        return writeMetadata();
    case Step::ReadTags:
        return readTags();
    case Step::AssignTags:
        return assignTags();
    case Step::Done:
        emit finished();
    }
}

void SetCloner::fail(const Error &error)
{
    m_error = error;
    if (m_step != Step::Amend)
        m_failedStep = m_step;
    m_isRunning = false;
    emit finished();
}

MetadataOwner SetCloner::ownerOf(qint64 setId) const
{
    return { MetadataOwner::Kind::DistributionSet, QString::number(setId) };
}

void SetCloner::create()
{
    m_creation.create(m_client, m_order.wanted, [this](const Result<DistributionSet> &answer) {
        if (!answer)
            return fail(answer.error());
        m_created = *answer;
        next(Step::ReadMetadata);
    });
}

void SetCloner::amend()
{
    const DistributionSetChange change = setChange(*m_created, m_order.wanted);
    if (change == DistributionSetChange())
        return next(m_failedStep);
    m_call = m_client.send(updateDistributionSet(m_created->id, change),
        [this](const Result<DistributionSet> &answer) {
            if (!answer)
                return fail(answer.error());
            m_created = *answer;
            next(m_failedStep);
        });
}

void SetCloner::readMetadata()
{
    m_call = m_client.send(
        listMetadata(ownerOf(m_order.source)), [this](const Result<QList<Metadata>> &answer) {
            if (!answer)
                return fail(answer.error());
            m_metadata = *answer;
            next(m_metadata.isEmpty() ? Step::ReadTags : Step::WriteMetadata);
        });
}

void SetCloner::writeMetadata()
{
    m_call = m_client.send(
        createMetadata(ownerOf(m_created->id), m_metadata), [this](const Result<Nothing> &answer) {
            if (answer)
                return next(Step::ReadTags);
            if (answer.error().kind == ErrorKind::Conflict)
                return writeMissing(answer.error());
            fail(answer.error());
        });
}

// Some of it is there: it was written before, and only the answer was lost.
void SetCloner::writeMissing(const Error &conflict)
{
    m_call = m_client.send(listMetadata(ownerOf(m_created->id)),
        [this, conflict](const Result<QList<Metadata>> &answer) {
            if (!answer)
                return fail(answer.error());
            const auto isThere = [&answer](const Metadata &wanted) {
                return std::ranges::any_of(
                    *answer, [&](const Metadata &one) { return one.key == wanted.key; });
            };
            if (m_metadata.removeIf(isThere) == 0)
                return fail(conflict);
            next(m_metadata.isEmpty() ? Step::ReadTags : Step::WriteMetadata);
        });
}

void SetCloner::readTags()
{
    if (!m_order.copyTags)
        return next(Step::Done);
    const ListQuery query{ .limit = mostTags,
        .filter = rsqlSame(u"distributionset.id"_s, QString::number(m_order.source)) };
    m_call = m_client.send(
        listDistributionSetTags(query), [this](const Result<Page<DistributionSetTag>> &answer) {
            if (!answer)
                return fail(answer.error());
            m_tags = answer->content;
            next(Step::AssignTags);
        });
}

void SetCloner::assignTags()
{
    if (m_tags.isEmpty() || !m_order.copyTags)
        return next(Step::Done);
    m_call = m_client.send(assignDistributionSetTag(m_tags.first().id, m_created->id),
        [this](const Result<Nothing> &answer) {
            if (!answer)
                return fail(answer.error());
            m_tags.removeFirst();
            next(Step::AssignTags);
        });
}

} // namespace falconer
