// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "tests/ui/types/typesstage.h"
#include "ui/shared/banner.h"
#include "ui/shared/typecolour.h"
#include "ui/types/colourfield.h"
#include "ui/types/moduletypechoice.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A server with one set type, whose module types may be refused, and which refuses every change for
// a reason that is none of its fields'.
struct RefusingServer {
    std::optional<QByteArray> answer(const HeardRequest &request) const
    {
        if (request.method != "GET")
            return httpAnswer(
                409, R"({"errorCode":"hawkbit.server.error.repo.concurrentModification"})");
        if (request.target.contains("/softwaremoduletypes"))
            return refuses ? httpAnswer(403) : httpAnswer(200, R"({"content":[],"total":0})");
        if (request.target.contains("moduletypes"))
            return httpAnswer(200, "[]");
        return httpAnswer(
            200, R"({"content":[{"id":1,"key":"line","name":"line"}],"total":1,"size":1})");
    }
    TypesSheet *open(TypesStage &stage, TypesSheet::Kind kind)
    {
        stage.types = new TypesSheet(
            stage.window.get(), client, stage.session->facts(), { .profile = u"Test"_s });
        stage.types->showKind(kind);
        stage.types->open();
        stage.pane = kind == TypesSheet::Kind::Modules ? &stage.types->modulePane()
                                                       : &stage.types->setPane();
        return stage.types;
    }

    bool refuses = false;
    ScriptedServer server{ [this](const HeardRequest &request) { return answer(request); } };
    Client client{ { .server = server.url(), .retryDelays = {}, .useSystemProxy = false } };
};

QPushButton *buttonOf(const QWidget &parent, const QString &text)
{
    for (QPushButton *const button : parent.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

// Types are made, changed and deleted by clicks and keys, before a simulated server.
class tst_typessheet : public Test {
    Q_OBJECT

    static void place(const TypesStage &stage, const QString &key, ModuleTypeChoice::Place place)
    {
        auto *const box = stage.form()->findChild<QComboBox *>(key);
        QVERIFY(box && box->isEnabled());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < place; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentIndex(), int(place));
    }

    static void makeSetType(TypesStage &stage, const QString &name)
    {
        clickAt(stage.command(u"new"_s));
        QTRY_VERIFY(stage.form());
        stage.type(u"Name"_s, name);
        stage.type(u"Key"_s, name);
        place(stage, u"os"_s, ModuleTypeChoice::Mandatory);
        place(stage, u"application"_s, ModuleTypeChoice::Optional);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.form());
        QTRY_COMPARE(stage.chosen(), name);
    }

private slots:
    void showsWhatThereIs()
    {
        TypesStage stage;
        stage.open();
        const QAbstractItemModelTester modules(stage.types->modulePane().table().model(),
            QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QAbstractItemModelTester sets(stage.types->setPane().table().model(),
            QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(stage.cell(u"Application"_s, 2), u"any number"_s);
        QCOMPARE(stage.cell(u"OS"_s, 2), u"1"_s);
        QCOMPARE(stage.cell(u"RAUC bundle"_s, 3), u"1"_s);
        QVERIFY(stage.pane->table().hasFocus());
        QVERIFY(!stage.command(u"edit"_s)->isEnabled());
        QCOMPARE(stage.command(u"edit"_s)->toolTip(), u"Choose a type first."_s);
        stage.types->showKind(TypesSheet::Kind::Sets);
        stage.pane = &stage.types->setPane();
        QVERIFY(stage.pane->isVisible());
        QCOMPARE(stage.cell(u"OS with app(s)"_s, 2), u"OS"_s);
        QCOMPARE(stage.cell(u"OS with app(s)"_s, 3), u"Application"_s);
        QCOMPARE(stage.cell(u"OS only"_s, 3), u"none"_s);
    }

    void aModuleTypeIsMade()
    {
        TypesStage stage;
        stage.open();
        const QSignalSpy changed(stage.types, &TypesSheet::changed);
        QTest::keyClick(&stage.pane->table(), Qt::Key_Insert);
        QTRY_VERIFY(stage.form());
        QVERIFY(stage.field(u"Name"_s)->field()->hasFocus());
        QTest::keyClicks(stage.field(u"Name"_s)->field(), u"Boot loader"_s);
        stage.type(u"Key"_s, u"boot"_s);
        auto *const most = qobject_cast<QSpinBox *>(stage.field(u"In a set"_s)->field());
        QCOMPARE(most->value(), 1);
        QTest::keyClick(most, Qt::Key_Down);
        QCOMPARE(most->text(), u"any number"_s);
        QTest::keyClick(stage.field(u"Artifacts needed"_s)->field(), Qt::Key_Up);
        clickAt(stage.form()->findChild<QToolButton *>(u"#26a269"_s));
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.form());
        QTRY_COMPARE(stage.chosen(), u"Boot loader"_s);
        const auto made = stage.moduleType(u"boot"_s);
        QVERIFY(made);
        QCOMPARE(made->maxAssignments, 2147483647);
        QCOMPARE(made->minArtifacts, 1);
        QCOMPARE(made->colour, u"#26a269"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(stage.types->isVisible());
    }

    void nothingIsSentWhileSomethingIsMissing()
    {
        TypesStage stage;
        stage.open();
        clickAt(stage.command(u"new"_s));
        stage.type(u"Colour"_s, u"rather blue"_s);
        const qint64 sent = stage.session->client().sentCount();
        clickAt(stage.deed());
        QCOMPARE(stage.field(u"Name"_s)->problem(), u"This is needed."_s);
        QCOMPARE(stage.field(u"Key"_s)->problem(), u"This is needed."_s);
        QVERIFY(stage.field(u"Colour"_s)->problem().contains(u"no colour"_s));
        QCOMPARE(stage.session->client().sentCount(), sent);
        stage.type(u"Colour"_s, u"navy"_s);
        QVERIFY(!stage.field(u"Colour"_s)->hasProblem());
    }

    void aRefusalStandsBesideItsFieldAndNothingTypedIsLost()
    {
        TypesStage stage;
        stage.open();
        clickAt(stage.command(u"new"_s));
        stage.type(u"Name"_s, u"<b>bold</b>"_s);
        stage.type(u"Key"_s, u"bold"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(stage.field(u"Name"_s)->hasProblem());
        QCOMPARE(qobject_cast<QLineEdit *>(stage.field(u"Key"_s)->field())->text(), u"bold"_s);
        stage.type(u"Name"_s, u"Bold"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.form());
        QVERIFY(stage.moduleType(u"bold"_s));
    }

    void whatIsTakenIsNamed()
    {
        TypesStage stage;
        stage.open();
        clickAt(stage.command(u"new"_s));
        stage.type(u"Name"_s, u"Another"_s);
        stage.type(u"Key"_s, u"os"_s);
        clickAt(stage.deed());
        QTRY_COMPARE(stage.field(u"Key"_s)->problem(), u"There is a type with this key already."_s);
        stage.type(u"Key"_s, u"another"_s);
        stage.type(u"Name"_s, u"OS"_s);
        clickAt(stage.deed());
        QTRY_COMPARE(stage.field(u"Name"_s)->problem(), u"There is a type of this name already."_s);
        stage.bench.change([](Fleet &fleet) {
            for (auto &[id, type] : fleet.moduleTypes.rows())
                type.deleted = type.deleted || type.key == "raucbundle"_L1;
        });
        stage.type(u"Name"_s, u"Fresh"_s);
        stage.type(u"Key"_s, u"raucbundle"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(stage.field(u"Key"_s)->hasProblem());
        QVERIFY(stage.field(u"Key"_s)->problem().contains(u"only hid it and keeps both"_s));
    }

    void aModuleTypeIsChangedAndTheRestIsFixed()
    {
        TypesStage stage;
        stage.open();
        stage.choose(u"OS"_s);
        QTest::keyClick(&stage.pane->table(), Qt::Key_F2);
        QTRY_VERIFY(stage.form());
        for (const QString &fixed : { u"Name"_s, u"Key"_s, u"In a set"_s, u"Artifacts needed"_s }) {
            QVERIFY(!stage.field(fixed)->field()->isEnabled());
            QVERIFY(stage.field(fixed)->field()->toolTip().contains(u"hawkBit never lets"_s));
        }
        QVERIFY(!stage.deed()->isEnabled());
        QCOMPARE(stage.deed()->toolTip(), u"Nothing is changed yet."_s);
        stage.type(u"Description"_s, u"The base"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.form());
        QCOMPARE(stage.moduleType(u"os"_s)->description, u"The base"_s);
        QTRY_COMPARE(stage.cell(u"OS"_s, 5), u"The base"_s);
    }

    void aSetTypeIsMadeAndItsModulesChange()
    {
        TypesStage stage;
        stage.open(TypesSheet::Kind::Sets);
        makeSetType(stage, u"line"_s);
        QCOMPARE(
            stage.setType(u"line"_s)->mandatory, QList<qint64>{ stage.moduleType(u"os"_s)->id });
        QCOMPARE(stage.setType(u"line"_s)->optional,
            QList<qint64>{ stage.moduleType(u"application"_s)->id });
        clickAt(stage.command(u"edit"_s));
        QTRY_VERIFY(stage.form() && stage.field(u"Modules"_s)->field()->isEnabled());
        QVERIFY(!stage.deed()->isEnabled());
        // Mandatory becomes optional, optional mandatory, and one more comes in.
        place(stage, u"os"_s, ModuleTypeChoice::Optional);
        place(stage, u"application"_s, ModuleTypeChoice::Mandatory);
        place(stage, u"raucbundle"_s, ModuleTypeChoice::Optional);
        stage.type(u"Description"_s, u"A production line"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.form());
        const auto changed = stage.setType(u"line"_s);
        QCOMPARE(changed->mandatory, QList<qint64>{ stage.moduleType(u"application"_s)->id });
        QCOMPARE(changed->optional.size(), 2);
        QCOMPARE(changed->description, u"A production line"_s);
        QTRY_COMPARE(stage.cell(u"line"_s, 2), u"Application"_s);
    }

    void whatAUsedSetTypeHoldsIsFixed()
    {
        TypesStage stage;
        stage.open(TypesSheet::Kind::Sets);
        stage.choose(u"OS with app(s)"_s);
        clickAt(stage.command(u"edit"_s));
        QTRY_VERIFY(stage.form());
        QTRY_VERIFY(stage.words(u"Modules"_s).contains(u"this type, so what such sets"_s));
        QVERIFY(!stage.field(u"Modules"_s)->field()->isEnabled());
        QVERIFY(!stage.field(u"Modules"_s)->field()->toolTip().isEmpty());
        stage.type(u"Description"_s, u"Still editable"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.form());
        QCOMPARE(stage.setType(u"os_app"_s)->description, u"Still editable"_s);
    }

    // The list does not show the set that stands against it.
    void aHiddenSetStandsAgainstAChangeToo()
    {
        TypesStage stage;
        stage.open(TypesSheet::Kind::Sets);
        makeSetType(stage, u"line"_s);
        stage.bench.change([&](Fleet &fleet) {
            SimSet set;
            set.id = fleet.nextId();
            set.name = u"old"_s;
            set.version = u"1"_s;
            set.deleted = true;
            for (const auto &[id, type] : fleet.setTypes.rows())
                set.typeId = type.key == "line"_L1 ? id : set.typeId;
            fleet.sets.insert(set);
        });
        clickAt(stage.command(u"edit"_s));
        QTRY_VERIFY(stage.form() && stage.field(u"Modules"_s)->field()->isEnabled());
        place(stage, u"os"_s, ModuleTypeChoice::NotTaken);
        clickAt(stage.deed());
        QTRY_VERIFY(stage.field(u"Modules"_s)->hasProblem());
        QVERIFY(stage.field(u"Modules"_s)->problem().contains(u"only hidden"_s));
        QCOMPARE(stage.form()->findChild<QComboBox *>(u"os"_s)->currentIndex(), 0);
    }

    // A hidden module type stays in the set type, although nobody can choose it any more.
    void whatCannotBeChosenIsNotTakenAway()
    {
        TypesStage stage;
        stage.open(TypesSheet::Kind::Sets);
        makeSetType(stage, u"line"_s);
        const qint64 hidden = stage.moduleType(u"application"_s)->id;
        stage.bench.change([&](Fleet &fleet) { fleet.moduleTypes.find(hidden)->deleted = true; });
        stage.types->reject();
        stage.open(TypesSheet::Kind::Sets);
        stage.choose(u"line"_s);
        clickAt(stage.command(u"edit"_s));
        QTRY_VERIFY(stage.form() && stage.field(u"Modules"_s)->field()->isEnabled());
        QVERIFY(!stage.form()->findChild<QComboBox *>(u"application"_s));
        QCOMPARE(stage.deed()->toolTip(), u"Nothing is changed yet."_s);
        stage.type(u"Description"_s, u"A production line"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.form());
        QCOMPARE(stage.setType(u"line"_s)->description, u"A production line"_s);
        QCOMPARE(stage.setType(u"line"_s)->optional, QList<qint64>{ hidden });
        QCOMPARE(stage.setType(u"line"_s)->mandatory.size(), 1);
    }

    void setTypesWaitForTheModuleTypes()
    {
        TypesStage stage;
        RefusingServer refusing{ .refuses = true };
        const TypesSheet *const types = refusing.open(stage, TypesSheet::Kind::Sets);
        QCOMPARE(stage.command(u"new"_s)->toolTip(), u"The module types are being read..."_s);
        QTRY_COMPARE(types->setTypes().size(), 1);
        stage.choose(u"line"_s);
        for (const QString &command : { u"new"_s, u"edit"_s }) {
            QTRY_COMPARE(
                stage.command(command)->toolTip(), u"The module types could not be read."_s);
            QVERIFY(!stage.command(command)->isEnabled());
        }
        QVERIFY(stage.command(u"delete"_s)->isEnabled());
        refusing.refuses = false;
        QTRY_VERIFY(buttonOf(*types, u"Try again"_s));
        clickAt(buttonOf(*types, u"Try again"_s));
        QTRY_VERIFY(stage.command(u"new"_s)->isEnabled());
        delete types; // before its client
    }

    // Not everything that stands against a change is a name.
    void anotherConflictIsNotTakenForAName()
    {
        TypesStage stage;
        RefusingServer refusing;
        const TypesSheet *const types = refusing.open(stage, TypesSheet::Kind::Sets);
        for (const auto kind : { TypesSheet::Kind::Modules, TypesSheet::Kind::Sets }) {
            stage.pane
                = kind == TypesSheet::Kind::Modules ? &types->modulePane() : &types->setPane();
            stage.types->showKind(kind);
            QTRY_VERIFY(stage.command(u"new"_s)->isEnabled());
            clickAt(stage.command(u"new"_s));
            stage.type(u"Name"_s, u"line"_s);
            stage.type(u"Key"_s, u"line"_s);
            clickAt(stage.deed());
            QTRY_VERIFY(stage.form()->findChild<Banner *>()->isVisible());
            QVERIFY(!stage.field(u"Name"_s)->hasProblem());
            QVERIFY(!stage.field(u"Key"_s)->hasProblem());
            delete stage.form();
        }
        delete types;
    }

    void deletingAnUnusedTypeRemovesIt()
    {
        TypesStage stage;
        stage.open(TypesSheet::Kind::Sets);
        makeSetType(stage, u"line"_s);
        stage.pane->table().setFocus();
        QTest::keyClick(&stage.pane->table(), Qt::Key_Delete);
        QTRY_VERIFY(stage.form() && stage.deed()->isEnabled());
        QVERIFY(stage.line(u"unused"_s).contains(u"removed for good"_s));
        QTest::keyClick(stage.form(), Qt::Key_Return); // keeping is the default
        QVERIFY(!stage.form());
        QVERIFY(stage.setType(u"line"_s));
        QTest::keyClick(&stage.pane->table(), Qt::Key_Delete);
        QTRY_VERIFY(stage.form() && stage.deed()->isEnabled());
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.form());
        QVERIFY(!stage.setType(u"line"_s));
        QTRY_VERIFY(stage.cell(u"line"_s, 1).isEmpty());
    }

    // As when the first try did it and its answer was lost.
    void aTypeThatIsGoneAlreadyIsDeleted()
    {
        TypesStage stage;
        stage.open(TypesSheet::Kind::Sets);
        makeSetType(stage, u"line"_s);
        stage.pane->table().setFocus();
        QTest::keyClick(&stage.pane->table(), Qt::Key_Delete);
        QTRY_VERIFY(stage.form() && stage.deed()->isEnabled());
        stage.bench.change([&stage](Fleet &fleet) {
            fleet.setTypes.rows().erase(stage.find(fleet.setTypes, u"line"_s)->id);
        });
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.form());
        QTRY_VERIFY(stage.cell(u"line"_s, 1).isEmpty());
    }

    void deletingAUsedTypeSaysThatItIsOnlyHidden()
    {
        TypesStage stage;
        stage.open();
        stage.choose(u"RAUC bundle"_s);
        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.form() && stage.deed()->isEnabled());
        QVERIFY(stage.line(u"used"_s).contains(u"only hides it, and its key and name stay"_s));
        QVERIFY(stage.line(u"demanded"_s).contains(u"on naming it"_s));
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.form());
        QVERIFY(stage.moduleType(u"raucbundle"_s)->deleted);
        QTRY_VERIFY(stage.cell(u"RAUC bundle"_s, 1).isEmpty());
    }

    void theDefaultSetTypeIsSaidToBe()
    {
        TypesStage stage;
        stage.open(TypesSheet::Kind::Sets);
        stage.choose(u"OS with app(s)"_s);
        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.form() && stage.deed()->isEnabled());
        QVERIFY(stage.line(u"default"_s).contains(u"new sets get"_s));
        QTest::keyClick(stage.form(), Qt::Key_Escape);
        QVERIFY(stage.types->isVisible()); // only the upper one
    }

    void whoMayNotIsToldWhy()
    {
        TypesStage stage({}, u"viewer"_s);
        stage.open();
        stage.choose(u"OS"_s);
        for (const QString &command : { u"new"_s, u"edit"_s, u"delete"_s }) {
            QVERIFY(!stage.command(command)->isEnabled());
            QVERIFY(stage.command(command)->toolTip().contains(u"_SOFTWARE_MODULE_TYPE"_s));
        }
        QTest::keyClick(&stage.pane->table(), Qt::Key_Delete);
        QVERIFY(!stage.form());
    }

    void anOldServerKnowsNoLeastNumber()
    {
        TypesStage stage({ .wire = Wire::V0_9_0 });
        stage.open();
        clickAt(stage.command(u"new"_s));
        QVERIFY(!stage.field(u"Artifacts needed"_s)->field()->isEnabled());
        stage.type(u"Name"_s, u"Boot"_s);
        stage.type(u"Key"_s, u"boot"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.form());
        QVERIFY(stage.moduleType(u"boot"_s));
    }

    void coloursAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QColor>("colour");
        QTest::newRow("hexadecimal") << u"#3584e4"_s << QColor(0x35, 0x84, 0xe4);
        QTest::newRow("name") << u" navy "_s << QColor(0, 0, 128);
        QTest::newRow("rgb") << u"rgb(1, 2,3)"_s << QColor(1, 2, 3);
        QTest::newRow("with alpha") << u"rgba(1,2,3,0.5)"_s << QColor(1, 2, 3);
        QTest::newRow("too much") << u"rgb(999,2,3)"_s << QColor(255, 2, 3);
        QTest::newRow("none") << QString() << QColor();
        QTest::newRow("nonsense") << u"rather blue"_s << QColor();
    }

    void coloursAreReadAsTheyAreWritten()
    {
        QFETCH(QString, written);
        QTEST(typeColour(written), "colour");
    }
};

FALCONER_TEST(tst_typessheet)
#include "tst_typessheet.moc"
