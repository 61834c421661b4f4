// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/composition/setsstage.h"
#include "ui/composition/differenceview.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QTextCursor>

using namespace falconer;
using namespace Qt::StringLiterals;

// Draws sets, their page and their sheets with either palette and at either width.
// FALCONER_PICTURES=DIR keeps the pictures to be looked at.
class tst_setpictures : public Test {
    Q_OBJECT

    static void keep(const SetsStage &stage, const QString &name)
    {
        for (int round = 0; round < 5; ++round) // a sheet grows with what is in it
            QCoreApplication::processEvents();
        const QString folder = qEnvironmentVariable("FALCONER_PICTURES");
        if (!folder.isEmpty())
            stage.window->grab().save(folder + u"/sets-"_s + name + u".png"_s);
    }

private slots:
    void draws_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1440") << false << QSize(1388, 836);
        QTest::newRow("dark-1440") << true << QSize(1388, 836);
        QTest::newRow("light-1024") << false << QSize(972, 636); // beside the rail
    }

    void draws()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        SetsStage stage;
        stage.window->resize(size);
        QCOMPARE(stage.window->size(), size); // nothing needs more room
        stage.bench.assign(stage.bench.gatewayOs());
        stage.show(stage.bench.gatewayOs());
        QTRY_VERIFY(stage.placeItem(u"gateway-os"_s)->text(2).startsWith("1 file"_L1));
        keep(stage, name);

        stage.trigger(u"invalidate"_s);
        QTRY_VERIFY(!stage.line(u"actions"_s).isEmpty());
        keep(stage, name + u"-invalidate"_s);
        stage.sheet()->reject();

        stage.select(stage.id(DemoProduct::GatewayOs, "2.3.1"), Qt::ControlModifier);
        stage.run(u"compare"_s);
        QTRY_VERIFY(stage.part<QPushButton>(u"copy"_s));
        const auto *const view = stage.sheet()->findChild<DifferenceView *>();
        QCOMPARE(view->document()->find(u"other version"_s).charFormat().foreground().color(),
            toneColour(stage.window->palette(), Tone::Plain)); // it can be read on the sheet
        keep(stage, name + u"-difference"_s);
        stage.sheet()->reject();

        stage.show(stage.id(DemoProduct::SensorFw, "1.0.0-beta"));
        keep(stage, name + u"-incomplete"_s);
        stage.run(u"clone"_s);
        stage.type(u"version"_s, u"0.9.8"_s);
        clickAt(stage.deed());
        QTRY_VERIFY(!stage.problem().isEmpty());
        keep(stage, name + u"-taken"_s);
        stage.sheet()->reject();

        const DistributionSet locked
            = *stage.side->model().itemOf(QString::number(stage.bench.gatewayOs()));
        stage.side->writer().removeModule(locked, locked.modules.first());
        QTRY_VERIFY(stage.sideBanner()->isVisible());
        keep(stage, name + u"-locked"_s);
    }
};

FALCONER_TEST(tst_setpictures)
#include "tst_setpictures.moc"
