// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pictures.h"
#include "tests/support/testregistry.h"
#include "tests/ui/settings/settingsstage.h"

#include <QLabel>

using namespace falconer;
using namespace Qt::StringLiterals;

// Draws the settings with either palette and at either size. FALCONER_PICTURES=DIR keeps the
// pictures to be looked at.
class tst_settingspictures : public Test {
    Q_OBJECT

private slots:
    void draws_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1440") << false << QSize(1440, 900);
        QTest::newRow("dark-1440") << true << QSize(1440, 900);
        QTest::newRow("light-1024") << false << QSize(1024, 700);
        QTest::newRow("dark-1024") << true << QSize(1024, 700);
    }

    void draws()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        const QString name = pictureName(u"settings"_s);
        SettingsStage stage;
        stage.theme.setChoice(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        stage.window.resize(size);
        QList<MessagePattern> patterns = germanPatterns();
        QVERIFY(stage.store.save(patterns).has_value());
        stage.open();
        keepPicture(stage.window, name);
        patterns.insert(1, { PatternRole::Mark, u"Neustart (in"_s, u"Restart"_s });
        stage.store.keepDraft(patterns);
        delete stage.sheet;
        stage.open();
        stage.table().selectRow(1);
        keepPicture(stage.window, name + u"-bad"_s);
        // Whatever is said has its room.
        for (const QLabel *const label : stage.sheet->findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->heightForWidth(label->width()) <= label->height(),
                    qPrintable(label->text()));
        }
        stage.isLaneInView = false;
        delete stage.sheet;
        stage.open();
        stage.table().selectRow(8);
        keepPicture(stage.window, name + u"-none"_s);
        stage.sheet->showSection(SettingsSheet::Section::General);
        keepPicture(stage.window, name + u"-general"_s);
    }
};

FALCONER_TEST(tst_settingspictures)
#include "tst_settingspictures.moc"
