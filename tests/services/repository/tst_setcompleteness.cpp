// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setcompleteness.h"
#include "tests/services/repository/parts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_setcompleteness : public Test {
    Q_OBJECT

private slots:
    void saysWhatIsMissing()
    {
        const SetCompleteness answer = setCompleteness({}, osAndApps());
        QVERIFY(!answer.complete);
        QCOMPARE(answer.places.size(), 2);
        QVERIFY(answer.places[0].isMandatory && answer.places[0].isMissing());
        QVERIFY(!answer.places[1].isMandatory && !answer.places[1].isMissing());
        QCOMPARE(answer.missing().size(), 1);
        QCOMPARE(answer.missing().value(0).key, u"os"_s);
    }

    void putsModulesInTheirPlaces()
    {
        const DistributionSet set{ .complete = true,
            .modules = { makeModule(9, u"b"_s, u"1"_s, u"application"_s),
                makeModule(8, u"a"_s, u"2"_s, u"application"_s),
                makeModule(7, u"a"_s, u"1"_s, u"application"_s),
                makeModule(6, u"os"_s, u"1"_s, u"os"_s) } };
        const SetCompleteness answer = setCompleteness(set, osAndApps());
        QVERIFY(answer.complete && answer.missing().isEmpty() && answer.foreign.isEmpty());
        QVERIFY(answer.places[0].isFull());
        QVERIFY(!answer.places[1].isFull());
        QList<qint64> ids;
        for (const SoftwareModule &module : answer.places[1].modules)
            ids << module.id;
        QCOMPARE(ids, QList<qint64>({ 7, 8, 9 })); // by name and version, whatever came
    }

    void findsModulesWithoutAPlace()
    {
        const SoftwareModule bundle = makeModule(1, u"x"_s, u"1"_s, u"raucbundle"_s);
        QCOMPARE(setCompleteness({ .modules = { bundle } }, osAndApps()).foreign,
            QList<SoftwareModule>({ bundle }));
        // Without rules nothing has one, and nothing is said to be missing.
        const SetCompleteness unknown = setCompleteness({ .modules = { bundle } }, std::nullopt);
        QVERIFY(!unknown.areRulesKnown && unknown.missing().isEmpty());
        QCOMPARE(unknown.foreign.size(), 1);
    }

    void countsArtifactsOfShortModules()
    {
        SoftwareModule app = makeModule(5, u"app"_s, u"1"_s, u"application"_s);
        app.complete = false;
        SoftwareModule os = makeModule(6, u"os"_s, u"1"_s, u"os"_s);
        os.complete = true;
        const DistributionSet set{ .modules = { app, os } };
        SetCompleteness answer = setCompleteness(set, osAndApps());
        QCOMPARE(answer.tooFewArtifacts.size(), 1);
        QCOMPARE(answer.tooFewArtifacts[0].minArtifacts, 1);
        QVERIFY(!answer.tooFewArtifacts[0].artifacts);
        answer = setCompleteness(set, osAndApps(), { { 5, {} }, { 6, {} } });
        QCOMPARE(answer.tooFewArtifacts[0].artifacts, 0);
        // A server before 0.10 does not tell; then nothing is short.
        QVERIFY(
            setCompleteness({ .modules = { makeModule(5, u"a"_s, u"1"_s, u"os"_s) } }, osAndApps())
                .tooFewArtifacts.isEmpty());
    }
};

FALCONER_TEST(tst_setcompleteness)
#include "tst_setcompleteness.moc"
