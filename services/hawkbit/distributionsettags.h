// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"

namespace falconer {

struct DistributionSetTag {
    qint64 id = 0;
    QString name;
    QString description;
    QString colour; // as it was written: a CSS name, rgb(...) or #rrggbb

    bool operator==(const DistributionSetTag &) const = default;
};

struct NewDistributionSetTag {
    QString name;
    QString description;
    QString colour;

    bool operator==(const NewDistributionSetTag &) const = default;
};

// What is to change; the rest stays.
struct DistributionSetTagChange {
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<QString> colour;

    bool operator==(const DistributionSetTagChange &) const = default;
};

DistributionSetTag readDistributionSetTag(const JsonReader &json);

// The tags of one set: the filter "distributionset.id==7".
Request<Page<DistributionSetTag>> listDistributionSetTags(const ListQuery &query);
Request<QList<DistributionSetTag>> createDistributionSetTags(
    const QList<NewDistributionSetTag> &tags);
// 409: the name is taken.
Request<DistributionSetTag> updateDistributionSetTag(
    qint64 id, const DistributionSetTagChange &wanted);
Request<Nothing> deleteDistributionSetTag(qint64 id);

Request<Page<DistributionSet>> listSetsOfTag(qint64 tagId, const ListQuery &query);
// Tagging twice and removing a tag that is not there are fine.
Request<Nothing> assignDistributionSetTag(qint64 tagId, qint64 distributionSetId);
Request<Nothing> unassignDistributionSetTag(qint64 tagId, qint64 distributionSetId);
// Several sets, all or none: 404 if one of them is gone.
Request<Nothing> assignDistributionSetTag(qint64 tagId, const QList<qint64> &setIds);
Request<Nothing> unassignDistributionSetTag(qint64 tagId, const QList<qint64> &setIds);

} // namespace falconer
