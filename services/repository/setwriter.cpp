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

void SetWriter::send(const DistributionSet &set, Change change, const Request<Nothing> &request)
{
    const int number = m_next++;
    auto open = std::make_unique<Open>();
    open->call = m_client.send(request, [=, this](const Result<Nothing> &answer) {
        ended(number, set, change, answer ? std::nullopt : std::optional(answer.error()),
            [=, this] { send(set, change, request); });
    });
    m_open[number] = std::move(open);
}

void SetWriter::ended(int number, const DistributionSet &set, Change change,
    const std::optional<Error> &error, std::function<void()> again)
{
    const std::unique_ptr<Open> over = std::move(m_open[number]);
    m_open.erase(number);
    if (error)
        return emit refused({ set, *error, std::move(again) });
    emit changed(set, change);
    emit written(set.id);
}

void SetWriter::addModules(const DistributionSet &set, const QList<SoftwareModule> &modules)
{
    QList<qint64> ids;
    for (const SoftwareModule &module : modules)
        ids << module.id;
    send(set, Change::Modules, assignSoftwareModules(set.id, ids));
}

void SetWriter::removeModule(const DistributionSet &set, const SoftwareModule &module)
{
    send(set, Change::Modules, unassignSoftwareModule(set.id, module.id));
}

void SetWriter::assignTag(const QList<qint64> &sets, const DistributionSetTag &tag)
{
    if (sets.size() == 1)
        send({ .id = sets.first() }, Change::Tags, assignDistributionSetTag(tag.id, sets.first()));
    else
        send({}, Change::Tags, assignDistributionSetTag(tag.id, sets));
}

void SetWriter::unassignTag(const QList<qint64> &sets, const DistributionSetTag &tag)
{
    if (sets.size() == 1)
        send(
            { .id = sets.first() }, Change::Tags, unassignDistributionSetTag(tag.id, sets.first()));
    else
        send({}, Change::Tags, unassignDistributionSetTag(tag.id, sets));
}

void SetWriter::lock(const DistributionSet &set)
{
    const int number = m_next++;
    SetLock &lock = (m_open[number] = std::make_unique<Open>())->lock;
    lock.lock(m_client, set.id, [=, this](const std::optional<Error> &error) {
        ended(number, set, Change::Lock, error, [=, this] { this->lock(set); });
    });
}

void SetWriter::unlock(const DistributionSet &set, bool withModules)
{
    const int number = m_next++;
    SetLock &lock = (m_open[number] = std::make_unique<Open>())->lock;
    lock.unlock(m_client, set, withModules, [=, this](const std::optional<Error> &error) {
        ended(number, set, Change::Unlock, error, [=, this] { unlock(set, withModules); });
    });
}

} // namespace falconer
