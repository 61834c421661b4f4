// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setwriter.h"

namespace falconer {

SetWriter::SetWriter(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

SetWriter::~SetWriter() = default;

void SetWriter::send(const SetChange &change, const Request<Nothing> &request)
{
    const int number = m_next++;
    auto open = std::make_unique<Open>();
    open->call = m_client.send(request, [=, this](const Result<Nothing> &answer) {
        ended(number, change, answer ? std::nullopt : std::optional(answer.error()),
            [=, this] { send(change, request); });
    });
    m_open[number] = std::move(open);
}

void SetWriter::ended(int number, const SetChange &change, const std::optional<Error> &error,
    std::function<void()> again)
{
    const std::unique_ptr<Open> over = std::move(m_open[number]);
    m_open.erase(number);
    if (error)
        return emit refused({ change.set, *error, std::move(again) });
    emit changed(change);
    emit written(change.set.id);
}

void SetWriter::addModules(const DistributionSet &set, const QList<SoftwareModule> &modules)
{
    QList<qint64> ids;
    for (const SoftwareModule &module : modules)
        ids << module.id;
    send({ set, What::ModulesIn, modules }, assignSoftwareModules(set.id, ids));
}

void SetWriter::removeModule(const DistributionSet &set, const SoftwareModule &module)
{
    send({ set, What::ModulesOut, { module } }, unassignSoftwareModule(set.id, module.id));
}

void SetWriter::assignTag(const QList<qint64> &sets, const DistributionSetTag &tag)
{
    if (sets.size() == 1)
        send(
            { { .id = sets.first() }, What::Tags }, assignDistributionSetTag(tag.id, sets.first()));
    else
        send({ {}, What::Tags }, assignDistributionSetTag(tag.id, sets));
}

void SetWriter::unassignTag(const QList<qint64> &sets, const DistributionSetTag &tag)
{
    if (sets.size() == 1)
        send({ { .id = sets.first() }, What::Tags },
            unassignDistributionSetTag(tag.id, sets.first()));
    else
        send({ {}, What::Tags }, unassignDistributionSetTag(tag.id, sets));
}

void SetWriter::lock(const DistributionSet &set)
{
    const int number = m_next++;
    SetLock &lock = (m_open[number] = std::make_unique<Open>())->lock;
    lock.lock(m_client, set.id, [=, this](const std::optional<Error> &error) {
        ended(number, { set, What::Locked }, error, [=, this] { this->lock(set); });
    });
}

void SetWriter::unlock(const DistributionSet &set, bool withModules)
{
    const int number = m_next++;
    SetLock &lock = (m_open[number] = std::make_unique<Open>())->lock;
    lock.unlock(m_client, set, withModules, [=, this](const std::optional<Error> &error) {
        ended(number, { set, What::Unlocked }, error, [=, this] { unlock(set, withModules); });
    });
}

} // namespace falconer
