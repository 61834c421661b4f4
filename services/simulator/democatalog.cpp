// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/democatalog.h"

#include <QCryptographicHash>

#include <numeric>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 86'400'000;

enum class Part { Os, App, Bundle };

struct Product {
    DemoProduct product;
    QString name;
    QString setType; // key
    QList<Part> parts;
    QString vendor;
    QStringList versions; // oldest first
    QStringList incomplete;
    QStringList invalid;
    QStringList open; // not locked: never assigned
};

QList<Product> products()
{
    const QString own = u"Acme Controls"_s;
    return {
        { DemoProduct::GatewayOs, u"gateway-os"_s, u"os_app"_s, { Part::Os, Part::App }, own,
            { u"2.2.7"_s, u"2.2.8"_s, u"2.2.9"_s, u"2.3.0"_s, u"2.3.1"_s, u"2.4.0-rc1"_s,
                u"2.4.0-rc2"_s, u"2.4.0"_s },
            {}, {}, { u"2.4.0-rc2"_s } },
        { DemoProduct::CameraFw, u"camera-fw"_s, u"os"_s, { Part::Os }, u"Optik GmbH"_s,
            { u"6.8.0"_s, u"6.9.2"_s, u"7.0.1"_s, u"7.0.3"_s, u"7.0.4"_s, u"7.1.0"_s }, {}, {},
            { u"7.1.0"_s } },
        { DemoProduct::PanelApp, u"panel-app"_s, u"app"_s, { Part::App }, own,
            { u"1.9.4"_s, u"1.10.0"_s, u"1.11.0"_s, u"1.11.3"_s, u"1.12.0-rc1"_s, u"1.12.0"_s,
                u"1.13.0-beta"_s },
            { u"1.12.0-rc1"_s, u"1.13.0-beta"_s }, {}, {} },
        { DemoProduct::PlcBundle, u"plc-bundle"_s, u"raucbundle"_s, { Part::Bundle },
            u"Steuerwerk AG"_s,
            { u"2026.05"_s, u"2026.06"_s, u"2026.07"_s, u"2026.08"_s, u"2026.09"_s, u"2026.10"_s,
                u"2026.11"_s },
            {}, { u"2026.10"_s }, {} },
        { DemoProduct::SensorFw, u"sensor-fw"_s, u"os"_s, { Part::Os }, u"Optik GmbH"_s,
            { u"0.8.9"_s, u"0.9.0"_s, u"0.9.5"_s, u"0.9.7"_s, u"0.9.8"_s, u"1.0.0-beta"_s },
            { u"1.0.0-beta"_s }, {}, { u"0.9.8"_s } },
        { DemoProduct::EdgeTools, u"edge-tools"_s, u"app"_s, { Part::App, Part::App }, own,
            { u"2.5"_s, u"2.6"_s, u"2.7"_s, u"2.8"_s, u"2.9"_s, u"3.0"_s }, {}, {}, { u"3.0"_s } },
    };
}

template <typename Row> qint64 idOfKey(const Table<Row> &table, const QString &key)
{
    for (const auto &[id, row] : table.rows()) {
        if (row.key == key)
            return id;
    }
    return 0;
}

// Bytes that look like an image and are the same on every start.
QByteArray contentOf(const QString &name)
{
    QRandomGenerator random(quint32(std::accumulate(name.begin(), name.end(), 7U,
        [](quint32 sum, QChar c) { return sum * 31 + c.unicode(); })));
    QByteArray content(qsizetype(random.bounded(16, 49)) * 1024, Qt::Uninitialized);
    random.fillRange(reinterpret_cast<quint32 *>(content.data()), content.size() / 4);
    return content;
}

QByteArray hex(const QByteArray &content, QCryptographicHash::Algorithm algorithm)
{
    return QCryptographicHash::hash(content, algorithm).toHex();
}

class Builder final {
public:
    explicit Builder(Fleet &fleet)
        : m_fleet(fleet)
        , m_now(fleet.now())
    {
    }

    DemoCatalog build()
    {
        addTypes();
        addTags();
        int age = 400;
        for (const Product &product : products()) {
            for (const QString &version : product.versions)
                m_catalog.sets.insert(
                    { product.product, version }, addSet(product, version, --age));
        }
        return m_catalog;
    }

private:
    SimAudit audit(int daysAgo, const QString &by = u"m.weber"_s) const
    {
        const qint64 at = m_now - daysAgo * dayMs;
        return { by, at, by, at };
    }

    template <typename Row>
    Row &add(Table<Row> &table, const QString &name, const QString &text, const SimAudit &audit)
    {
        Row row;
        row.id = m_fleet.nextId();
        row.name = name;
        row.description = text;
        row.audit = audit;
        return table.insert(std::move(row));
    }

    void addTypes()
    {
        SimModuleType &bundle = add(
            m_fleet.moduleTypes, u"RAUC bundle"_s, u"A signed bundle for A/B slots"_s, audit(420));
        bundle.key = u"raucbundle"_s;
        bundle.minArtifacts = 1;
        SimSetType &bundles = add(m_fleet.setTypes, u"RAUC bundle"_s, u"One bundle"_s, audit(420));
        bundles.key = u"raucbundle"_s;
        bundles.mandatory = { bundle.id };
        m_catalog.gatewayType
            = addTargetType(u"gateway"_s, u"Edge gateway on the plant's network"_s, u"#2f6fde"_s,
                { u"os"_s, u"os_app"_s, u"raucbundle"_s });
        m_catalog.panelType = addTargetType(
            u"panel"_s, u"Operator panel"_s, u"#1d8a4a"_s, { u"app"_s, u"raucbundle"_s });
    }

    qint64 addTargetType(
        const QString &key, const QString &text, const QString &colour, const QStringList &setTypes)
    {
        SimTargetType &type = add(m_fleet.targetTypes, key, text, audit(410));
        type.key = key;
        type.colour = colour;
        for (const QString &setType : setTypes)
            type.setTypes << idOfKey(m_fleet.setTypes, setType);
        return type.id;
    }

    void addTags()
    {
        for (int city = 0; city < DemoLayout::cities(); ++city) {
            SimTag &tag
                = add(m_fleet.targetTags, DemoLayout::cityName(city), QString(), audit(400));
            tag.colour = u"#5b7083"_s;
            m_catalog.cityTags << tag.id;
        }
        SimTag &pilot
            = add(m_fleet.targetTags, u"pilot"_s, u"Gets every release first"_s, audit(380));
        pilot.colour = u"#b45f06"_s;
        m_catalog.pilotTag = pilot.id;
        add(m_fleet.setTags, u"stable"_s, QString(), audit(400)).colour = u"#1d8a4a"_s;
    }

    qint64 addModule(const Product &product, Part part, int place, const QString &version, int age)
    {
        const QString suffix = place == 0 ? QString() : u"-apps"_s;
        SimModule &module
            = add(m_fleet.modules, product.name + suffix, QString(), audit(age, u"ci-release"_s));
        module.version = version;
        module.vendor = product.vendor;
        const QString key = part == Part::Os ? u"os"_s
            : part == Part::App              ? u"application"_s
                                             : u"raucbundle"_s;
        module.typeId = idOfKey(m_fleet.moduleTypes, key);
        const QString ending = part == Part::App ? u".tar.xz"_s : u".raucb"_s;
        const QString file = product.name + suffix + u'-' + version + ending;
        const QByteArray content = contentOf(file);
        SimArtifact artifact;
        artifact.id = m_fleet.nextId();
        artifact.filename = file;
        artifact.md5 = hex(content, QCryptographicHash::Md5);
        artifact.sha1 = hex(content, QCryptographicHash::Sha1);
        artifact.sha256 = hex(content, QCryptographicHash::Sha256);
        artifact.size = content.size();
        artifact.content = content;
        artifact.audit = module.audit;
        module.artifacts << artifact;
        return module.id;
    }

    qint64 addSet(const Product &product, const QString &version, int age)
    {
        SimSet &set = add(m_fleet.sets, product.name, QString(), audit(age));
        set.version = version;
        set.typeId = idOfKey(m_fleet.setTypes, product.setType);
        set.valid = !product.invalid.contains(version);
        const bool complete = !product.incomplete.contains(version);
        set.locked = complete && !product.open.contains(version);
        set.everAssigned = set.locked;
        if (complete) {
            for (int place = 0; place < product.parts.size(); ++place)
                set.modules << addModule(product, product.parts.at(place), place, version, age);
        }
        for (const qint64 id : std::as_const(set.modules))
            m_fleet.modules.find(id)->locked = set.locked;
        if (set.locked)
            set.metadata.insert(
                u"release-notes"_s, { .value = "https://wiki.acme.example/"_L1 + product.name });
        return set.id;
    }

    Fleet &m_fleet;
    qint64 m_now;
    DemoCatalog m_catalog;
};

} // namespace

DemoCatalog addDemoCatalog(Fleet &fleet)
{
    return Builder(fleet).build();
}

} // namespace falconer
