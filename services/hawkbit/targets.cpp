// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/targets.h"

#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

std::optional<PollStatus> readPollStatus(const JsonReader &json)
{
    if (!json.has("pollStatus"_L1))
        return std::nullopt;
    const JsonReader status = json.member("pollStatus"_L1);
    return PollStatus{
        .lastRequestAt = status.time("lastRequestAt"_L1),
        .nextExpectedRequestAt = status.time("nextExpectedRequestAt"_L1),
        .overdue = status.boolean("overdue"_L1),
    };
}

QMap<QString, QString> readAttributes(const JsonReader &json)
{
    return json.asTextMap();
}

std::optional<DistributionSet> readSetIfAny(const JsonReader &json)
{
    return readDistributionSet(json);
}

// hawkBit says "there is none" with 204.
template <typename T> typename Request<T>::Decode readJsonIfAny(T (*read)(const JsonReader &))
{
    return [read](const Response &response) -> Result<T> {
        if (response.body.isEmpty())
            return T();
        return decodeJson<T>(response.body, read);
    };
}

QByteArray targetPath(const QString &controllerId, const QString &part)
{
    return managementPath({ u"targets"_s, controllerId, part });
}

} // namespace

Target readTarget(const JsonReader &json)
{
    return {
        .controllerId = json.text("controllerId"_L1),
        .name = json.text("name"_L1),
        .description = json.textOr("description"_L1),
        .updateStatus = json.text("updateStatus"_L1),
        .group = json.textOr("group"_L1),
        .address = json.textOr("address"_L1),
        .ipAddress = json.textOr("ipAddress"_L1),
        .securityToken = json.textOr("securityToken"_L1),
        .targetTypeId = json.optionalInteger("targetType"_L1),
        .targetTypeName = json.textOr("targetTypeName"_L1),
        .lastControllerRequestAt = json.time("lastControllerRequestAt"_L1),
        .installedAt = json.time("installedAt"_L1),
        .pollStatus = readPollStatus(json),
        .requestAttributes = json.booleanOr("requestAttributes"_L1, false),
        .autoConfirmActive = json.optionalBoolean("autoConfirmActive"_L1),
        .createdBy = json.textOr("createdBy"_L1),
        .createdAt = json.time("createdAt"_L1),
        .lastModifiedBy = json.textOr("lastModifiedBy"_L1),
        .lastModifiedAt = json.time("lastModifiedAt"_L1),
    };
}

Request<Page<Target>> listTargets(const ListQuery &query)
{
    return { { .path = managementPath({ u"targets"_s }), .query = toQuery(query) },
        readJson(readPage<Target, readTarget>) };
}

Request<Target> getTarget(const QString &controllerId)
{
    return { { .path = managementPath({ u"targets"_s, controllerId }) }, readJson(readTarget) };
}

Request<QMap<QString, QString>> getTargetAttributes(const QString &controllerId)
{
    return { { .path = targetPath(controllerId, u"attributes"_s) }, readJsonIfAny(readAttributes) };
}

Request<QList<TargetTag>> listTagsOfTarget(const QString &controllerId)
{
    return { { .path = targetPath(controllerId, u"tags"_s) },
        readJsonIfAny(readList<TargetTag, readTargetTag>) };
}

Request<std::optional<DistributionSet>> getAssignedDistributionSet(const QString &controllerId)
{
    return { { .path = targetPath(controllerId, u"assignedDS"_s) }, readJsonIfAny(readSetIfAny) };
}

Request<std::optional<DistributionSet>> getInstalledDistributionSet(const QString &controllerId)
{
    return { { .path = targetPath(controllerId, u"installedDS"_s) }, readJsonIfAny(readSetIfAny) };
}

} // namespace falconer
