// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/softwaremoduletypes.h"

namespace falconer {

struct DistributionSetType {
    qint64 id = 0;
    QString key; // what "type" of a distribution set holds
    QString name;
    QString description;
    QString colour;       // as it was written: a CSS name, rgb(...) or #rrggbb
    bool deleted = false; // only hidden: it is in use, or the tenant's default

    bool operator==(const DistributionSetType &) const = default;
};

struct NewDistributionSetType {
    QString key;
    QString name;
    QString description;
    QString colour;
    QList<qint64> mandatoryModuleTypes; // ids
    QList<qint64> optionalModuleTypes;

    bool operator==(const NewDistributionSetType &) const = default;
};

DistributionSetType readDistributionSetType(const JsonReader &json);

Request<Page<DistributionSetType>> listDistributionSetTypes(const ListQuery &query);
// All or none. 409: the key or the name is taken, by a hidden one too.
Request<QList<DistributionSetType>> createDistributionSetTypes(
    const QList<NewDistributionSetType> &types);
Request<DistributionSetType> updateDistributionSetType(qint64 id, const TypeChange &wanted);
// One that is in use is only hidden, and its key stays taken.
Request<Nothing> deleteDistributionSetType(qint64 id);

// What a set of the type must hold to be complete, and what it may hold besides.
Request<QList<SoftwareModuleType>> listMandatoryModuleTypes(qint64 distributionSetTypeId);
Request<QList<SoftwareModuleType>> listOptionalModuleTypes(qint64 distributionSetTypeId);

// Refused once there is a set of the type: 403 entityReadOnly. A module type that is mandatory
// already stays so when it is added as optional; removing one that is not there is fine.
Request<Nothing> addMandatoryModuleType(qint64 distributionSetTypeId, qint64 moduleTypeId);
Request<Nothing> addOptionalModuleType(qint64 distributionSetTypeId, qint64 moduleTypeId);
Request<Nothing> removeMandatoryModuleType(qint64 distributionSetTypeId, qint64 moduleTypeId);
Request<Nothing> removeOptionalModuleType(qint64 distributionSetTypeId, qint64 moduleTypeId);

} // namespace falconer
