// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/actionkind.h"

#include "services/hawkbit/rsql.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600;
constexpr qint64 day = 24 * hour;

// Up to 0.9 "status" tells only pending or finished.
QString statusField(const Dialect &dialect)
{
    return dialect.detailedActionStatus ? u"status"_s : u"detailstatus"_s;
}

QString createdWithin(const QDateTime &now, qint64 seconds)
{
    return "createdat=ge="_L1 + QString::number(now.addSecs(-seconds).toMSecsSinceEpoch());
}

QString createdBefore(const QDateTime &now, qint64 seconds)
{
    return "createdat=lt="_L1 + QString::number(now.addSecs(-seconds).toMSecsSinceEpoch());
}

} // namespace

QStringList actionKindFilters(const Dialect &dialect)
{
    const QString status = statusField(dialect);
    return {
        QString(),
        // A closed action whose device fetched its deployment again is "retrieved", too.
        rsqlAnd({ dialect.runningActionsFilter(),
            status + "=in=(running,retrieved,download,downloaded,warning,cancel_rejected)"_L1 }),
        status + "=in=(wait_for_confirmation,scheduled)"_L1,
        status + "==canceling"_L1,
        status + "==error"_L1,
        status + "==canceled"_L1,
        status + "=in=(finished,downloaded)"_L1,
    };
}

QString endedActionsFilter(const Dialect &dialect)
{
    // What waits for its group of a rollout is not active either.
    return rsqlAnd({ dialect.detailedActionStatus ? u"active==false"_s : u"status==finished"_s,
        statusField(dialect) + "!=scheduled"_L1 });
}

QString actionAgeFilter(ActionAge age, const QDateTime &now)
{
    switch (age) {
    case ActionAge::Any:
        return {};
    case ActionAge::Hour:
        return createdWithin(now, hour);
    case ActionAge::Day:
        return createdWithin(now, day);
    case ActionAge::Week:
        return createdWithin(now, 7 * day);
    case ActionAge::Month:
        return createdWithin(now, 30 * day);
    case ActionAge::OverMonth:
        return createdBefore(now, 30 * day);
    case ActionAge::OverQuarter:
        return createdBefore(now, 90 * day);
    }
    Q_UNREACHABLE();
}

// By its key a real 0.9.0 answers 500; the id works there.
QString actionSetTypeFilter(qint64 setTypeId)
{
    return "distributionset.type.id=="_L1 + QString::number(setTypeId);
}

QStringList actionSearchFields(const Dialect &dialect)
{
    QStringList fields{ u"target.controllerid"_s, u"target.name"_s, u"distributionset.name"_s,
        u"distributionset.version"_s };
    if (dialect.detailedActionStatus)
        fields << u"createdby"_s;
    return fields;
}

} // namespace falconer
