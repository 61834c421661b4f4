// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionbykey.h"
#include "tests/models/scriptedsource.h"
#include "tests/support/hand.h"
#include "tests/support/testregistry.h"
#include "ui/shared/commandbar.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/tableview.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A table with its bar, over rows that come from a script.
struct Stage {
    Stage()
    {
        auto *const layout = new QVBoxLayout(&pane);
        layout->addWidget(&table);
        layout->addWidget(&bar);
        table.emptyState().follow(model,
            { Icon::Repository, u"Nothing yet"_s, {}, u"New..."_s, [this] { ++made; } },
            { Icon::Search, u"Nothing matches"_s, {}, u"Show all"_s, [this] { ++shown; } });
        pane.resize(800, 400);
    }
    void begin(const QString &column = u"value"_s)
    {
        table.begin(model, selection, { settings, u"table"_s, column, Qt::DescendingOrder });
        bar.follow(table, model, selection);
        pane.show();
        if (!QTest::qWaitForWindowExposed(&pane))
            qFatal("no window");
    }
    QStringList words() const
    {
        QStringList texts;
        for (const QLabel *const label : bar.findChildren<QLabel *>())
            texts << label->text();
        return texts;
    }
    QPushButton *button() const { return table.emptyState().findChild<QPushButton *>(); }

    int made = 0;
    int shown = 0;
    QTemporaryDir folder;
    QSettings settings{ folder.filePath(u"s.ini"_s), QSettings::IniFormat };
    ScriptedSource source;
    PagedModel<TestRow> model{ source.source(), testColumns(), &testKey };
    SelectionByKey selection{ &model };
    QWidget pane;
    mutable TableView table;
    CommandBar bar;
};

} // namespace

// What follows the rows of a pane: its table from the beginning on, the bar below it and the words
// in its place.
class tst_followers : public Test {
    Q_OBJECT

private slots:
    void beginsWithOneRequest()
    {
        Stage stage;
        stage.begin(u"key"_s);
        QTRY_COMPARE(stage.source.log.size(), 1);
        QVERIFY(stage.source.log.first().endsWith(u"key desc"_s));
    }

    void theBarTellsWhatIsSelectedAndInSight()
    {
        Stage stage;
        stage.source.setNumberedRows(3);
        stage.selection.selectKeys({ u"k1"_s }); // before it began
        stage.begin();
        stage.source.answerAll();
        QTRY_COMPARE(stage.words(), QStringList({ u"1 selected"_s, u"rows 1 to 3 of 3"_s }));
        stage.selection.clearAll();
        QCOMPARE(stage.words().at(0), u"none selected"_s);
        stage.source.setNumberedRows(0);
        stage.model.reload();
        stage.source.answerAll();
        QTRY_COMPARE(stage.words().at(1), QString());
    }

    void nothingYetAndNothingThatMatches()
    {
        Stage stage;
        const EmptyState &empty = stage.table.emptyState();
        stage.begin();
        QVERIFY(!empty.isVisible()); // nobody knows yet
        stage.source.answerAll();
        QVERIFY(empty.isVisible());
        QCOMPARE(empty.sentence(), u"Nothing yet"_s);
        clickAt(stage.button());
        QCOMPARE(stage.made, 1);

        stage.model.setFilter(u"name==x"_s);
        QCOMPARE(empty.sentence(), u"Nothing yet"_s); // not answered
        stage.source.answerAll();
        QCOMPARE(empty.sentence(), u"Nothing matches"_s);
        clickAt(stage.button());
        QCOMPARE(stage.shown, 1);
        QCOMPARE(stage.made, 1);

        stage.source.setNumberedRows(3);
        stage.model.setFilter({});
        stage.source.answerAll();
        QVERIFY(!empty.isVisible());
    }

    void noWordOnWhatCouldNotBeLoaded()
    {
        Stage stage;
        stage.begin();
        stage.source.answerAll();
        stage.model.setFilter(u"name==x"_s);
        stage.source.failFirst({ .kind = ErrorKind::Network });
        const EmptyState &empty = stage.table.emptyState();
        QCOMPARE(empty.sentence(), u"Nothing yet"_s);
        QVERIFY(!empty.isVisible());
        stage.model.setFilter(u"name==x*"_s); // mended
        stage.source.answerAll();
        QVERIFY(empty.isVisible());
        QCOMPARE(empty.sentence(), u"Nothing matches"_s);
    }

    // Though there was no row before and there is none now.
    void noWordBesideASearchWithAMistake()
    {
        Stage stage;
        stage.begin();
        stage.source.answerAll();
        const EmptyState &empty = stage.table.emptyState();
        stage.model.setFilter(u"name==x"_s);
        stage.source.answerAll();
        QVERIFY(empty.isVisible());
        stage.model.setFilter(u"nmae==x"_s);
        QVERIFY(empty.isVisible()); // until there is an answer
        stage.source.failFirst({ .kind = ErrorKind::Invalid });
        QVERIFY(!empty.isVisible());
        stage.model.setFilter(u"name==x"_s);
        stage.source.answerAll();
        QVERIFY(empty.isVisible());
    }
};

FALCONER_TEST(tst_followers)
#include "tst_followers.moc"
