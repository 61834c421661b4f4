// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/halfdownloads.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const DownloadOrder &order)
{
    const Artifact &artifact = order.artifact;
    return { { u"path"_s, order.path }, { u"module"_s, order.softwareModuleId },
        { u"artifact"_s, artifact.id }, { u"filename"_s, artifact.providedFilename },
        { u"size"_s, artifact.size }, { u"sha1"_s, artifact.sha1 },
        { u"sha256"_s, artifact.sha256 } };
}

DownloadOrder fromJson(const QJsonObject &json)
{
    return { .softwareModuleId = json["module"_L1].toInteger(),
        .artifact = { .id = json["artifact"_L1].toInteger(),
            .providedFilename = json["filename"_L1].toString(),
            .size = json["size"_L1].toInteger(),
            .sha1 = json["sha1"_L1].toString(),
            .sha256 = json["sha256"_L1].toString() },
        .path = json["path"_L1].toString() };
}

void removeFrom(QList<DownloadOrder> &orders, const QString &path)
{
    orders.removeIf([&path](const DownloadOrder &order) { return order.path == path; });
}

} // namespace

HalfDownloads::HalfDownloads(QSettings &settings, const QString &profileId)
    : m_settings(settings)
    , m_key("downloads/"_L1 + profileId)
{
}

QList<DownloadOrder> HalfDownloads::orders() const
{
    QList<DownloadOrder> orders;
    const QByteArray json = m_settings.value(m_key).toString().toUtf8();
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array) {
        const DownloadOrder order = fromJson(value.toObject());
        if (!order.path.isEmpty())
            orders << order;
    }
    return orders;
}

void HalfDownloads::add(const DownloadOrder &order)
{
    QList<DownloadOrder> all = orders();
    removeFrom(all, order.path);
    write(all << order);
}

void HalfDownloads::remove(const QString &path)
{
    QList<DownloadOrder> all = orders();
    removeFrom(all, path);
    write(all);
}

void HalfDownloads::forget()
{
    write({});
}

void HalfDownloads::write(const QList<DownloadOrder> &orders)
{
    if (orders.isEmpty())
        return m_settings.remove(m_key);
    QJsonArray array;
    for (const DownloadOrder &order : orders)
        array << toJson(order);
    m_settings.setValue(
        m_key, QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

} // namespace falconer
