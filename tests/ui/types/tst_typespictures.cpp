// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pictures.h"
#include "tests/support/testregistry.h"
#include "tests/ui/types/typesstage.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QImage>
#include <QScrollArea>
#include <QScrollBar>

using namespace falconer;
using namespace Qt::StringLiterals;

// Draws the sheet and its forms with either palette and at either size. FALCONER_PICTURES=DIR keeps
// the pictures to be looked at.
class tst_typespictures : public Test {
    Q_OBJECT

    static void keep(const TypesStage &stage, const QString &name)
    {
        QCoreApplication::sendPostedEvents(); // layouts
        const auto isInSight = [&stage] {
            const auto *const area = stage.form()->findChild<QScrollArea *>();
            return area->verticalScrollBar()->maximum() == 0;
        };
        QVERIFY(!stage.form() || QTest::qWaitFor(isInSight));
        keepPicture(*stage.window, name);
    }

    static void colourTypes(Fleet &fleet)
    {
        const QStringList colours{ u"#26a269"_s, u"#3584e4"_s, u"rgb(230,97,0)"_s, u"purple"_s };
        int next = 0;
        for (auto &[id, type] : fleet.moduleTypes.rows())
            type.colour = colours.at(next++ % colours.size());
        for (auto &[id, type] : fleet.setTypes.rows())
            type.colour = colours.at(next++ % colours.size());
    }

private slots:
    void draws_data() { addLooks(); }

    void draws()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString name = pictureName(u"types"_s);
        TypesStage stage;
        stage.bench.change(&colourTypes);
        stage.window->resize(size);
        stage.open();
        QCOMPARE(stage.window->size(), size); // nothing needs more room
        stage.choose(u"RAUC bundle"_s);
        keep(stage, name + u"-modules"_s);

        clickAt(stage.command(u"new"_s));
        QTRY_VERIFY(stage.form());
        clickAt(stage.deed());
        QVERIFY(stage.field(u"Name"_s)->hasProblem());
        keep(stage, name + u"-new"_s);
        stage.form()->reject();

        clickAt(stage.command(u"delete"_s));
        QTRY_VERIFY(stage.form() && stage.deed()->isEnabled());
        keep(stage, name + u"-delete"_s);
        stage.form()->reject();

        stage.types->showKind(TypesSheet::Kind::Sets);
        stage.pane = &stage.types->setPane();
        stage.choose(u"OS with app(s)"_s);
        keep(stage, name + u"-sets"_s);

        clickAt(stage.command(u"edit"_s));
        QTRY_VERIFY(stage.form());
        QTRY_VERIFY(stage.words(u"Modules"_s).contains(u"no longer"_s));
        keep(stage, name + u"-edit"_s);
        stage.form()->reject();

        clickAt(stage.command(u"new"_s));
        QTRY_VERIFY(stage.form());
        keep(stage, name + u"-newset"_s);
    }
};

FALCONER_TEST(tst_typespictures)
#include "tst_typespictures.moc"
