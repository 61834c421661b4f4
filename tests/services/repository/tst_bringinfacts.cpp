// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/bringinfacts.h"

#include "tests/services/repository/simulatedclient.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Stage : SimulatedClient {
    // Versions 1.1, 1.2, ... of one name, one after another.
    void make(const QString &name, int versions)
    {
        bench.change([&](Fleet &fleet) {
            SimModule module = fleet.modules.rows().begin()->second; // as an example
            for (int i = 1; i <= versions; ++i) {
                module.id = fleet.nextId();
                module.name = name;
                module.version = u"1.%1"_s.arg(i);
                fleet.modules.insert(module);
            }
        });
    }
    // How many requests a look took.
    qint64 looked(const QStringList &names, const QStringList &versions)
    {
        const qint64 before = client.sentCount();
        look.look(names, versions);
        if (!QTest::qWaitFor([this] { return !look.isLooking(); }))
            qFatal("the simulator is silent");
        return client.sentCount() - before;
    }
    bool has(const QString &name, const QString &version) const
    {
        return findModule(look.facts(), name, version, {}) != nullptr;
    }
    // The version of the newest of a name.
    QString newest(const QString &name) const
    {
        QString version;
        for (const SoftwareModule &module : look.facts().modules) {
            if (module.name == name)
                version = module.version;
        }
        return version;
    }

    BringInLook look{ client };
};

} // namespace

class tst_bringinfacts : public QObject {
    Q_OBJECT

private slots:
    void factsComeFromTheServer()
    {
        Stage stage;
        BringInLook &look = stage.look;
        const QSignalSpy changed(&look, &BringInLook::changed);
        look.look({ u"gateway-os"_s, u"nobody"_s });
        QVERIFY(look.isLooking());
        QTRY_VERIFY(!changed.isEmpty());
        QTRY_VERIFY(!look.isLooking());
        QVERIFY(!look.error());
        QVERIFY(!look.facts().moduleTypes.isEmpty());
        QVERIFY(!look.setTypes().isEmpty());
        for (const SoftwareModule &module : look.facts().modules)
            QCOMPARE(module.name, u"gateway-os"_s);
        QVERIFY(!look.facts().modules.isEmpty());
        QVERIFY(!look.facts().sets.isEmpty());
        const qint64 sent = stage.client.sentCount();
        look.look({ u"nobody"_s }); // types are known
        QTRY_VERIFY(!look.isLooking());
        QVERIFY(look.facts().modules.isEmpty());
        QCOMPARE(stage.client.sentCount(), sent + 2);
        const auto heard = changed.size();
        look.look({}); // there is nothing to ask, and that is said
        QTRY_COMPARE(changed.size(), heard + 1);
        QVERIFY(!look.isLooking());
        QCOMPARE(stage.client.sentCount(), sent + 2);
    }

    // An answer holds 500: the newest count, and those that are asked for by version.
    void oneNameMayHaveMoreVersionsThanAnAnswerHolds()
    {
        Stage stage;
        stage.make(u"gateway"_s, 600);
        stage.looked({ u"gateway"_s }, { u"1.7"_s, u"1.600"_s, u"1.601"_s });
        QVERIFY(!stage.look.error());
        QCOMPARE(stage.newest(u"gateway"_s), u"1.600"_s);
        QVERIFY(stage.has(u"gateway"_s, u"1.7"_s));
        QVERIFY(stage.has(u"gateway"_s, u"1.600"_s));
        QVERIFY(!stage.has(u"gateway"_s, u"1.601"_s));
        const QList<SoftwareModule> &modules = stage.look.facts().modules;
        QCOMPARE(modules.size(), 501); // each once
        QVERIFY(std::ranges::is_sorted(modules, {}, &SoftwareModule::id));
        // The sets, the newest, the version.
        QCOMPARE(stage.looked({ u"gateway"_s }, { u"1.8"_s }), 3);
        QVERIFY(stage.has(u"gateway"_s, u"1.8"_s));
        QVERIFY(!stage.has(u"gateway"_s, u"1.7"_s)); // of the look before
    }

    // Names whose modules are all older than what filled the answer are asked for again, together.
    void aBusyNameHidesNoOther()
    {
        Stage stage;
        QStringList names;
        for (int i = 0; i < 150; ++i) {
            names << u"part%1"_s.arg(i);
            stage.make(names.last(), 4);
        }
        stage.make(u"gateway"_s, 600);
        names << u"gateway"_s << u"nobody"_s;
        stage.looked({}, {}); // the types
        // The sets, the newest, the other names in two parts, the version.
        QCOMPARE(stage.looked(names, { u"1.1"_s }), 5);
        QVERIFY(!stage.look.error());
        for (int i = 0; i < 150; ++i)
            QCOMPARE(stage.newest(names[i]), u"1.4"_s);
        QCOMPARE(stage.newest(u"gateway"_s), u"1.600"_s);
        QVERIFY(stage.has(u"gateway"_s, u"1.1"_s));
        QVERIFY(stage.newest(u"nobody"_s).isEmpty());
    }

    // However much there is, it ends.
    void aVeryLargeServerIsNotReadWhole()
    {
        Stage stage;
        QStringList names;
        for (int i = 0; i < 8; ++i) {
            names << u"busy%1"_s.arg(i);
            stage.make(names.last(), 510);
        }
        stage.looked({}, {}); // the types
        // The sets, the newest, four looks further, the version.
        QCOMPARE(stage.looked(names, { u"1.2"_s }), 7);
        QCOMPARE(stage.newest(u"busy7"_s), u"1.510"_s);
        for (const QString &name : std::as_const(names))
            QVERIFY(stage.has(name, u"1.2"_s)); // what is wanted is found all the same
    }
};

FALCONER_TEST(tst_bringinfacts)
#include "tst_bringinfacts.moc"
