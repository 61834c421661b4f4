// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pictures.h"
#include "tests/support/testregistry.h"
#include "tests/ui/journal/journalstage.h"

#include <QScrollBar>

using namespace falconer;
using namespace Qt::StringLiterals;

// Draws the journal with either palette and at either size. FALCONER_PICTURES=DIR keeps the
// pictures to be looked at.
class tst_journalpictures : public Test {
    Q_OBJECT

    static void fill(JournalStage &stage)
    {
        using What = JournalEntry::What;
        for (int i = 0; i < 4; ++i) {
            stage.add(What::ModuleCreated, u"gateway-os 2.4.%1"_s.arg(i));
            stage.add(What::Uploaded, u"gateway-2.4.%1.swu into gateway-os 2.4.%1"_s.arg(i));
            stage.add(What::FoundThere, u"panel.raucb into panel 2.0"_s);
            stage.add(What::SetCreated, u"gateway 2.4.%1"_s.arg(i));
            stage.add(What::SetLocked, u"gateway 2.4.%1"_s.arg(i));
            stage.add(What::Assigned, u"gateway 2.4.%1"_s.arg(i), 312, 2, u"Plant Leipzig"_s);
            stage.add(What::Cancelled, {}, 3, 0, u"Plant Leipzig"_s);
            stage.add(What::Uploaded, u"broken.swu into panel 2.0"_s, 0, 1);
            stage.add(What::ModuleDeleted,
                u"gateway-os 1.0, gateway-os 1.1, gateway-os 1.2, gateway-os 1.3, panel 0.1, panel "
                "0.2, panel 0.3, panel 0.4"_s,
                8);
        }
    }

private slots:
    void draws_data() { addLooks(); }

    void draws()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        JournalStage stage(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QString name = pictureName(u"journal"_s);
        stage.start();
        stage.main->resize(size);
        stage.open();
        QTRY_VERIFY(stage.sheet());
        keepPicture(*stage.main, name + u"-empty"_s);
        fill(stage);
        clickRow(&stage.table(), 2);
        keepPicture(*stage.main, name);
        QCOMPARE(stage.table().horizontalScrollBar()->maximum(), 0);
        const QString time = stage.table().model()->index(2, 0).data().toString();
        QVERIFY(stage.table().fontMetrics().horizontalAdvance(time) + 2 * Metrics::cellPadding
            <= stage.table().columnWidth(0));
        QCOMPARE(stage.main->size(), size); // nothing needs more room
        const QRect close(
            stage.button(u"close"_s)->mapTo(stage.main.get(), QPoint()), QSize(40, 20));
        QVERIFY(stage.main->rect().contains(close));
        QTest::keyClicks(&stage.sheet()->search(), u"plant"_s);
        keepPicture(*stage.main, name + u"-search"_s);
    }
};

FALCONER_TEST(tst_journalpictures)
#include "tst_journalpictures.moc"
