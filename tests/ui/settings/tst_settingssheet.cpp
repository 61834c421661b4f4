// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/builtinpatterns.h"
#include "tests/support/testregistry.h"
#include "tests/ui/settings/settingsstage.h"
#include "ui/settings/patterncolumns.h"
#include "ui/settings/patterntext.h"
#include "ui/shared/emptystate.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QListWidget>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// Where the keys go, as in a real window.
void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

QToolButton *toolButton(const QWidget &parent, const QString &text)
{
    const auto buttons = parent.findChildren<QToolButton *>();
    const auto found = std::ranges::find(buttons, text, &QToolButton::text);
    return found == buttons.end() ? nullptr : *found;
}

} // namespace

class tst_settingssheet : public Test {
    Q_OBJECT

    std::unique_ptr<SettingsStage> m_stage;

    SettingsStage &stage() { return *m_stage; }

    // By keys alone: from the table to a new pattern, whose expression has the focus.
    void openAndAdd()
    {
        m_stage->open();
        m_stage->table().setFocus();
        press(Qt::Key_Insert);
        QCOMPARE(QApplication::focusWidget(), m_stage->field(u"Expression"_s));
    }

private slots:
    void init()
    {
        m_stage = std::make_unique<SettingsStage>();
        m_stage->window.resize(1024, 700);
    }
    void cleanup() { m_stage.reset(); }

    void builtInOnesAreShownAndStay()
    {
        stage().open();
        const QList<BuiltInPattern> builtIn = builtInPatterns();
        QCOMPARE(stage().table().model()->rowCount(), int(builtIn.size()));
        QCOMPARE(stage().cell(0, PatternColumn::Expression), builtIn[0].pattern.expression);
        QCOMPARE(stage().cell(0, PatternColumn::Client), u"swupdate"_s);
        clickRow(&stage().table(), 2);
        QVERIFY(stage().field(u"Expression"_s)->isReadOnly());
        QVERIFY2(stage().editor().verdict().contains(builtIn[2].example),
            qPrintable(stage().editor().verdict()));
        QVERIFY(!toolButton(*stage().sheet, u"Remove"_s)->isEnabled());
        press(Qt::Key_Delete);
        QCOMPARE(stage().table().model()->rowCount(), int(builtIn.size()));
        // What one starts from.
        clickAt(toolButton(*stage().sheet, u"Copy as your own"_s));
        QCOMPARE(stage().cell(0, PatternColumn::Client), u"yours"_s);
        QCOMPARE(stage().field(u"Expression"_s)->text(), builtIn[2].pattern.expression);
        QVERIFY(!stage().field(u"Expression"_s)->isReadOnly());
    }

    void aBadPatternIsExplainedAndNotApplied()
    {
        openAndAdd();
        QCOMPARE(stage().cell(0, PatternColumn::Matches), u"incomplete"_s);
        const QSignalSpy changed(&stage().store, &PatternStore::changed);
        type(u"Beginne: ("_s);
        QVERIFY2(stage().editor().verdict().startsWith(u"This is no regular expression yet"_s),
            qPrintable(stage().editor().verdict()));
        QCOMPARE(
            stage().field(u"Expression"_s)->accessibleDescription(), stage().editor().verdict());
        QVERIFY(stage().field(u"Expression"_s)->property("problem").toBool());
        QCOMPARE(stage().cell(0, PatternColumn::Matches), u"cannot be used"_s);
        QTRY_VERIFY(stage().preview().summary().contains(u"match 0 of 7"_s));
        QVERIFY(stage().previewed().isEmpty());
        QVERIFY(stage().store.patterns().isEmpty());
        // Even when it is saved: it is kept as it is, and said.
        QVERIFY(stage().sheet->note().contains(u"1 pattern(s) cannot be used"_s));
        press(Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(stage().store.patterns().size(), 1);
        QVERIFY(stage().store.usable().patterns()[0].expression.pattern().isEmpty());
    }

    void aGoodOneChangesThePreviewAtOnceAndTheStoreWhenSaved()
    {
        openAndAdd();
        type(u"Beginne: (.*)"_s);
        press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), stage().field(u"Name"_s));
        type(u"\\1"_s);
        QTRY_COMPARE(stage().previewed(), QStringList({ u"Kernel"_s, u"Wurzel"_s }));
        QCOMPARE(stage().editor().verdict(), u"It is the first to match 2 of 7 message(s)."_s);
        QCOMPARE(stage().cell(0, PatternColumn::Matches), u"2"_s);
        QVERIFY(stage().preview().summary().contains(u"match 2 of 7 message(s)"_s));
        QVERIFY(stage().store.patterns().isEmpty());
        QVERIFY(stage().sheet->note().startsWith(u"Your changes are kept"_s));
        press(Qt::Key_Return);
        const QList<MessagePattern> expected{ { PatternRole::Begin, u"Beginne: (.*)"_s,
            u"\\1"_s } };
        QCOMPARE(stage().store.patterns(), expected);
        QCOMPARE(stage().sheet->note(), u"Saved, and in use."_s);
        press(Qt::Key_Return); // and away
        QTRY_VERIFY(!stage().sheet);
    }

    void escapeLosesNothing()
    {
        openAndAdd();
        type(u"Neustart"_s);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!stage().sheet);
        QVERIFY(stage().store.patterns().isEmpty()); // nor is it in use
        stage().open();
        QCOMPARE(stage().cell(0, PatternColumn::Expression), u"Neustart"_s);
        QVERIFY(stage().sheet->note().startsWith(u"Your changes are kept"_s));
        clickAt(stage().button(u"discard"_s));
        QCOMPARE(stage().cell(0, PatternColumn::Client), u"swupdate"_s);
        QVERIFY(!stage().store.draft());
        QVERIFY(!stage().button(u"save"_s)->isEnabled());
        QVERIFY(!stage().button(u"save"_s)->toolTip().isEmpty());
    }

    void aNameThatMeansNothingIsSaid()
    {
        openAndAdd();
        type(u"Neustart"_s);
        press(Qt::Key_Tab);
        type(u"\\2"_s);
        QCOMPARE(stage().editor().verdict(),
            u"The name uses \\2, but the expression has no group in parentheses."_s);
        QVERIFY(stage().field(u"Name"_s)->property("problem").toBool());
        QVERIFY(!stage().field(u"Expression"_s)->property("problem").toBool());
    }

    void aSlowOneIsExplained()
    {
        openAndAdd();
        type(u"(a+)+$"_s);
        QVERIFY2(stage().editor().verdict().contains(u"too long"_s),
            qPrintable(stage().editor().verdict()));
    }

    void theOrderIsChangedByKeys()
    {
        QVERIFY(stage().store.save(germanPatterns()).has_value());
        stage().open();
        stage().table().setFocus();
        press(Qt::Key_Down);
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(stage().cell(2, PatternColumn::Tells), roleWord(PatternRole::End));
        QCOMPARE(stage().table().currentIndex().row(), 2); // it goes with it
        press(Qt::Key_Up, Qt::AltModifier);
        press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(stage().cell(0, PatternColumn::Tells), roleWord(PatternRole::End));
        press(Qt::Key_Delete);
        QCOMPARE(stage().cell(0, PatternColumn::Tells), roleWord(PatternRole::Begin));
        press(Qt::Key_F2);
        QCOMPARE(QApplication::focusWidget(), stage().field(u"Expression"_s));
    }

    void withoutAnActionItSaysWhatToDo()
    {
        stage().isLaneInView = false;
        stage().open();
        const auto *const empty = stage().preview().findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->sentence(), u"No action is in view"_s);
    }

    void theLookChangesAtOnce()
    {
        SettingsSheet &sheet = stage().open();
        sheet.showSection(SettingsSheet::Section::General);
        const auto choices = sheet.findChildren<QRadioButton *>();
        QCOMPARE(choices.size(), 3);
        QVERIFY(choices[1]->isChecked());
        choices[1]->setFocus();
        press(Qt::Key_Down);
        QCOMPARE(stage().theme.choice(), ThemeChoice::Dark);
        QVERIFY(isDark(qApp->palette()));
    }

    void theDesktopIsToldOrNot()
    {
        SettingsSheet &sheet = stage().open();
        sheet.showSection(SettingsSheet::Section::General);
        auto *const box = sheet.findChild<QCheckBox *>();
        QCOMPARE(box->isChecked(), stage().notifier.isOn());
        const bool before = box->isChecked();
        box->setFocus();
        press(Qt::Key_Space);
        QCOMPARE(stage().notifier.isOn(), !before);
    }

    void patternsGoThroughAFile()
    {
        QVERIFY(stage().store.save(germanPatterns()).has_value());
        const QString path = stage().folder.filePath(u"mine.json"_s);
        stage().open();
        clickAt(toolButton(*stage().sheet, u"Export..."_s));
        const auto choose = [this, &path](QDialogButtonBox::StandardButton button) {
            QFileDialog *dialog = nullptr;
            QTRY_VERIFY(dialog = stage().window.findChild<QFileDialog *>());
            dialog->findChild<QLineEdit *>()->setText(path);
            QTRY_VERIFY(dialog->isVisible());
            clickAt(dialog->findChild<QDialogButtonBox *>()->button(button));
            QTRY_VERIFY(!stage().window.findChild<QFileDialog *>());
        };
        choose(QDialogButtonBox::Save);
        QTRY_VERIFY(QFile::exists(path));
        for (int i = 0; i < 2; ++i)
            clickAt(toolButton(*stage().sheet, u"Remove"_s));
        QCOMPARE(stage().cell(2, PatternColumn::Client), u"swupdate"_s);
        clickAt(toolButton(*stage().sheet, u"Import..."_s));
        choose(QDialogButtonBox::Open);
        QTRY_COMPARE(stage().cell(3, PatternColumn::Client), u"yours"_s);
        QCOMPARE(stage().cell(4, PatternColumn::Client), u"swupdate"_s); // none came twice
    }
};

FALCONER_TEST(tst_settingssheet)
#include "tst_settingssheet.moc"
