// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/fixture.h"

#include "services/hawkbit/rsql.h"
#include "services/hawkbit/systemconfig.h"
#include "services/hawkbit/targettypes.h"
#include "tests/contract/fixturerequests.h"

#include <QUuid>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView targetTokens("authentication.targettoken.enabled");

} // namespace

Fixture::Fixture(Conversation &server)
    : run("contract-"_L1 + QUuid::createUuid().toString(QUuid::Id128).left(8))
    , oddTarget(run + u"-odd+a#b?c&ü"_s)
    , typedTarget(run + "-typed"_L1)
    , unknownTarget(run + "-unknown"_L1)
    , osImage(QByteArray("the image of ") + run.toUtf8())
    , m_server(server)
{
}

std::optional<Error> Fixture::create()
{
    const bool all = makeSoftware() && makeSets() && makeTargetType() && makeTargets();
    return all ? std::nullopt : m_error;
}

QString Fixture::target(int number) const
{
    return run + u'-' + QString::number(number).rightJustified(2, u'0');
}

QStringList Fixture::targets(int first, int last) const
{
    QStringList ids;
    for (int number = first; number <= last; ++number)
        ids << target(number);
    return ids;
}

QStringList Fixture::allTargets() const
{
    return targets(1, targetCount) << oddTarget << typedTarget;
}

QString Fixture::shortName(const QString &name) const
{
    return name.mid(run.size() + 1);
}

QString Fixture::ofThisRun() const
{
    return "controllerid=="_L1 + rsqlValue(run + u'*');
}

bool Fixture::write(Request<QJsonValue> request)
{
    const Result<QJsonValue> answer = m_server.ask(std::move(request));
    if (!answer)
        m_error = answer.error();
    return answer.has_value();
}

// hawkBit answers the entities in the order in which they were sent.
bool Fixture::make(
    const QString &collection, const QJsonArray &entities, const QList<qint64 *> &ids)
{
    const Result<QJsonValue> answer = m_server.ask(createEntities(collection, entities));
    if (!answer) {
        m_error = answer.error();
        return false;
    }
    for (qsizetype i = 0; i < ids.size(); ++i) {
        *ids.at(i) = (*answer)[i]["id"_L1].toInteger();
        m_made << Made{ collection, QString::number(*ids.at(i)) };
    }
    return true;
}

bool Fixture::makeSoftware()
{
    const auto module = [this](const QString &name, const QString &type) {
        return QJsonObject{ { u"name"_s, QString(run + u'-' + name) }, { u"version"_s, u"2.4.0"_s },
            { u"type"_s, type }, { u"vendor"_s, u"Falconer"_s } };
    };
    return make(u"softwaremodules"_s,
               { module(u"os"_s, u"os"_s), module(u"app"_s, u"application"_s) },
               { &osModule, &appModule })
        && write(uploadArtifact(osModule, u"rootfs.raucb"_s, osImage))
        && write(uploadArtifact(appModule, u"app.tar.gz"_s, "an application"));
}

QJsonObject Fixture::newSet(const QString &name, const QString &version, const QString &type,
    const QList<qint64> &modules) const
{
    QJsonArray ids;
    for (const qint64 id : modules)
        ids << QJsonObject{ { u"id"_s, id } };
    return { { u"name"_s, QString(run + u'-' + name) }, { u"version"_s, version },
        { u"type"_s, type }, { u"modules"_s, ids } };
}

DistributionSet Fixture::distributionSet() const
{
    return { .id = set, .name = run + u"-gateway"_s, .version = u"2.4.0"_s };
}

bool Fixture::makeSets()
{
    return make(u"distributionsets"_s,
        { newSet(u"gateway"_s, u"2.4.0"_s, u"os_app"_s, { osModule, appModule }),
            newSet(u"gateway"_s, u"2.5.0"_s, u"os_app"_s, { osModule }),
            newSet(u"app"_s, u"1.0.0"_s, u"app"_s, { appModule }),
            newSet(u"incomplete"_s, u"1.0.0"_s, u"os_app"_s, { appModule }) },
        { &set, &nextSet, &appSet, &incompleteSet });
}

bool Fixture::makeTargetType()
{
    const Result<Page<DistributionSetType>> types
        = m_server.ask(listDistributionSetTypes({ .filter = u"key==os_app"_s }));
    if (!types || types->content.isEmpty()) {
        m_error
            = types ? Error{ .kind = ErrorKind::NotFound, .message = u"os_app"_s } : types.error();
        return false;
    }
    return make(u"targettypes"_s,
        { QJsonObject{ { u"key"_s, run }, { u"name"_s, run },
            { u"compatibledistributionsettypes"_s,
                QJsonArray{ QJsonObject{ { u"id"_s, types->content.first().id } } } } } },
        { &targetType });
}

// A third of the targets share a name each, so that a sort by name is not unique.
bool Fixture::makeTargets()
{
    static const QStringList names{ u"Gateway"_s, u"Pump"_s, u"Valve"_s };
    QJsonArray targets;
    const QStringList ids = allTargets();
    for (qsizetype i = 0; i < ids.size(); ++i) {
        QJsonObject target{ { u"controllerId"_s, ids.at(i) },
            { u"name"_s, names.at(i % names.size()) } };
        if (ids.at(i) == typedTarget)
            target[u"targetType"_s] = targetType;
        targets << target;
    }
    if (!make(u"targets"_s, targets, {}))
        return false;
    for (const QString &id : ids)
        m_made << Made{ u"targets"_s, id };
    return make(u"targettags"_s,
               { QJsonObject{ { u"name"_s, run }, { u"colour"_s, u"#2266aa"_s } } }, { &tag })
        && write(tagTarget(tag, oddTarget))
        && write(addTargetMetadata(oddTarget, u"site"_s, u"Zürich & more"_s));
}

std::optional<Error> Fixture::allowTargetTokens()
{
    const Result<SystemConfig> config = m_server.ask(getSystemConfig());
    if (!config)
        return config.error();
    if (config->value(QString(targetTokens)).value.toBool())
        return std::nullopt;
    m_changedConfig = write(writeConfig(targetTokens, true));
    return m_changedConfig ? std::nullopt : m_error;
}

// What cannot be deleted stays; the names are of this run alone.
void Fixture::remove()
{
    if (m_changedConfig)
        write(resetConfig(targetTokens));
    static const QStringList order{ u"targets"_s, u"distributionsets"_s, u"softwaremodules"_s,
        u"targettypes"_s, u"targettags"_s };
    for (const QString &collection : order) {
        for (const Made &made : std::as_const(m_made)) {
            if (made.collection == collection)
                write(deleteEntity(collection, made.id));
        }
    }
    m_made.clear();
}

} // namespace falconer
