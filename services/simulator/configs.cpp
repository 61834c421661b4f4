// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/configs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTime>

namespace falconer {

using namespace Qt::StringLiterals;

const QMap<QString, QJsonValue> &configDefaults(const Fleet &fleet)
{
    static const QMap<QString, QJsonValue> shared{
        { u"authentication.gatewaytoken.enabled"_s, false },
        { u"authentication.gatewaytoken.key"_s, QString() },
        { u"authentication.header.authority"_s, QString() },
        { u"authentication.header.enabled"_s, false },
        { u"authentication.targettoken.enabled"_s, false },
        { u"batch.assignments.enabled"_s, false },
        { u"default.ds.type"_s, 0 },
        { u"implicit.lock.enabled"_s, true },
        { u"maintenanceWindowPollCount"_s, 3 },
        { u"pollingOverdueTime"_s, u"00:05:00"_s },
        { u"pollingTime"_s, u"00:05:00"_s },
        { u"repository.actions.autoclose.enabled"_s, false },
        { u"rollout.approval.enabled"_s, false },
        { u"user.confirmation.flow.enabled"_s, false },
    };
    static const QMap<QString, QJsonValue> now = [] {
        QMap<QString, QJsonValue> all = shared;
        all.insert(u"action.cleanup.auto.expiry"_s, -1);
        all.insert(u"action.cleanup.auto.status"_s, u"CANCELED,ERROR"_s);
        all.insert(u"action.cleanup.onQuotaHit.percent"_s, 0);
        return all;
    }();
    static const QMap<QString, QJsonValue> old = [] {
        QMap<QString, QJsonValue> all = shared;
        all.insert(u"action.cleanup.actionExpiry"_s, qint64(2592000000));
        all.insert(u"action.cleanup.actionStatus"_s, u"CANCELED,ERROR"_s);
        all.insert(u"action.cleanup.enabled"_s, false);
        all.insert(u"minPollingTime"_s, u"00:00:01"_s);
        all.insert(u"multi.assignments.enabled"_s, false);
        return all;
    }();
    return fleet.isOldWire() ? old : now;
}

QJsonValue configValue(const Fleet &fleet, const QString &key)
{
    if (key == "default.ds.type"_L1)
        return fleet.defaultSetType;
    const auto it = fleet.configs.constFind(key);
    if (it == fleet.configs.constEnd())
        return configDefaults(fleet).value(key, QJsonValue::Undefined);
    return QJsonDocument::fromJson('[' + it->json + ']').array().first();
}

bool configEnabled(const Fleet &fleet, const QString &key)
{
    return configValue(fleet, key).toBool();
}

namespace {

// "00:05:00", also "00:05:00~10%" and "00:05:00, <rsql> -> 00:01:00".
qint64 milliseconds(const QString &text)
{
    const QTime time = QTime::fromString(text.left(8), u"hh:mm:ss"_s);
    return time.isValid() ? time.msecsSinceStartOfDay() : 300'000;
}

} // namespace

qint64 pollingTime(const Fleet &fleet)
{
    return milliseconds(configValue(fleet, u"pollingTime"_s).toString());
}

qint64 pollingOverdueTime(const Fleet &fleet)
{
    return milliseconds(configValue(fleet, u"pollingOverdueTime"_s).toString());
}

qint64 overdueTimestamp(const Fleet &fleet)
{
    return fleet.now() - pollingTime(fleet) - pollingOverdueTime(fleet);
}

} // namespace falconer
