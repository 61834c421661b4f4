// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/composition/compositiontext.h"
#include "ui/composition/differencetext.h"
#include "ui/composition/invalidationtext.h"
#include "ui/composition/setfacts.h"

#include <QTest>
#include <QTranslator>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

SoftwareModule moduleOf(qint64 id, const QString &name, const QString &type)
{
    return { .id = id, .name = name, .version = u"1"_s, .type = type, .typeName = type };
}

SetTypeRules rules()
{
    return { .type = { .key = u"os_app"_s, .name = u"OS with apps"_s },
        .mandatory = { { .id = 1, .key = u"os"_s, .name = u"OS"_s, .maxAssignments = 1 } },
        .optional = { { .id = 2,
            .key = u"application"_s,
            .name = u"Application"_s,
            .maxAssignments = SoftwareModuleType::unlimited,
            .minArtifacts = 2 } } };
}

} // namespace

class tst_compositiontext : public Test {
    Q_OBJECT

    QTranslator m_plurals;

private slots:
    void initTestCase()
    {
        QVERIFY(m_plurals.load(u":/translations/falconer_en.qm"_s));
        QCoreApplication::installTranslator(&m_plurals);
    }

    void saysWhyASetIsIncomplete()
    {
        QCOMPARE(incompleteReasons(setCompleteness({}, rules())),
            QStringList({ u"needs 1 OS module, has none"_s }));
        SoftwareModule app = moduleOf(3, u"app"_s, u"application"_s);
        app.complete = false;
        const DistributionSet set{ .modules = { moduleOf(4, u"os"_s, u"os"_s), app } };
        QCOMPARE(incompleteReasons(setCompleteness(set, rules(), { { 3, {} } })),
            QStringList({ u"app 1 has none, and its type demands 2 artifacts"_s }));
        QCOMPARE(incompleteReasons(setCompleteness({ .complete = true }, rules())), QStringList());
        QCOMPARE(incompleteReasons(setCompleteness({}, std::nullopt)).size(), 1);
    }

    void saysWhatStandsInAPlace()
    {
        const SetCompleteness empty = setCompleteness({}, rules());
        QCOMPARE(placeText(empty.places[0]), u"OS: none yet - drag one here"_s);
        QCOMPARE(placeRule(empty.places[0]), u"needed, 1 at most"_s);
        QCOMPARE(placeText(empty.places[1]), u"Application: none, and none is needed"_s);
        QCOMPARE(placeRule(empty.places[1]), u"optional, any number"_s);
        QCOMPARE(rulesText(rules()), u"Needs OS, and takes Application as well."_s);
    }

    void saysWhyAModuleDoesNotFit()
    {
        const DistributionSet set{ .name = u"gw"_s,
            .version = u"2"_s,
            .type = u"os_app"_s,
            .modules = { moduleOf(1, u"linux"_s, u"os"_s) } };
        const auto text = [&](const SoftwareModule &module) {
            return misfitText(set, moduleFit(set, rules(), { module }));
        };
        QCOMPARE(text(moduleOf(1, u"linux"_s, u"os"_s)), u"gw 2 has linux 1 already."_s);
        QCOMPARE(text(moduleOf(2, u"qnx"_s, u"os"_s)),
            u"gw 2 takes 1 OS module at most: take it out first."_s);
        QCOMPARE(text(moduleOf(3, u"b"_s, u"rauc"_s)),
            u"b 1 is of type rauc, which a set of type os_app does not take."_s);
        QCOMPARE(text(moduleOf(4, u"app"_s, u"application"_s)), QString());
    }

    void foldsWhatIsEqual()
    {
        const SoftwareModule same = moduleOf(1, u"linux"_s, u"os"_s);
        SoftwareModule next = moduleOf(3, u"app"_s, u"application"_s);
        next.version = u"2"_s;
        SetContents left{ .set
            = { .version = u"1"_s, .modules = { same, moduleOf(2, u"app"_s, u"application"_s) } } };
        SetContents right{ .set = { .version = u"2"_s, .modules = { same, next } } };
        left.artifacts[2] = { { .providedFilename = u"a.bin"_s, .size = 1234, .sha256 = u"aa"_s } };
        right.artifacts[3]
            = { { .providedFilename = u"b.bin"_s, .size = 1234, .sha256 = u"aa"_s } };
        const SetDifference difference = setDifference(left, right);
        QCOMPARE(differenceSummary(difference), u"1 of 2 modules differ."_s);
        const QList<DifferenceSection> sections = differenceSections(difference);
        QCOMPARE(sections.size(), 2); // no metadata at all
        QCOMPARE(sections[0].equal.size(), 1);
        QCOMPARE(sections[0].different.size(), 2);
        QCOMPARE(sections[0].different[0].verdict, u"other version"_s);
        QCOMPARE(sections[0].different[1].verdict, u"renamed, same content"_s);
        QVERIFY(sections[0].different[1].isInside);
        QCOMPARE(sections[1].different.size(), 1); // the version
        QCOMPARE(differenceSummary(setDifference(left, left)),
            u"Nothing differs: modules, artifacts, metadata and properties are equal."_s);
        SetContents other = left;
        other.set.description = u"Another description"_s;
        QCOMPARE(differenceSummary(setDifference(left, other)),
            u"The same software: modules and artifacts are equal."_s);
    }

    void saysWhatInvalidatingStops()
    {
        const InvalidationImpact impact{
            .runningActions = 3, .canceling = 1, .rollouts = 1, .autoAssignments = 0
        };
        const auto lines = [&](ActionCancelation cancelation) {
            QStringList words;
            for (const ConsequenceLine &line : invalidationLines({}, impact, cancelation))
                words << (line.number ? QString::number(*line.number) + u' ' : QString())
                        + line.sentence;
            return words;
        };
        const QStringList soft = lines(ActionCancelation::Soft);
        QCOMPARE(soft.size(), 5);
        QCOMPARE(soft[1], u"3 running actions: the devices are asked to cancel"_s);
        QCOMPARE(soft[3], u"1 rollout is stopped"_s);
        const QStringList force = lines(ActionCancelation::Force);
        QCOMPARE(force[1], u"3 running actions end at once, whatever the devices do"_s);
        const QStringList none = lines(ActionCancelation::None);
        QCOMPARE(none[1], u"3 running actions go on"_s);
        QCOMPARE(none[2], u"1 rollout goes on"_s);
        // What is not known is said.
        const QList<ConsequenceLine> unknown
            = invalidationLines({}, InvalidationImpact(), ActionCancelation::Soft);
        QVERIFY(!unknown[1].number);
        QVERIFY(unknown[1].sentence.startsWith("unknown"_L1));
    }

    // Also of one that was unlocked after an assignment.
    void saysWhatLocksASet()
    {
        DistributionSet set{ .id = 1, .name = u"a"_s };
        const auto lockOf = [&] {
            for (const PropertyRow &row : setRows(set, {})) {
                if (row.label == u"Lock"_s)
                    return row.value;
            }
            return QString();
        };
        QCOMPARE(lockOf(), u"not locked: the next assignment locks it"_s);
        set.locked = true;
        QCOMPARE(lockOf(), u"locked: its modules and their artifacts no longer change"_s);
    }
};

FALCONER_TEST(tst_compositiontext)
#include "tst_compositiontext.moc"
