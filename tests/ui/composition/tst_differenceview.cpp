// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/composition/differenceview.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// Two versions of a set of 30 modules with 7 artifacts each, of which every third differs, and 100
// metadata entries as long as hawkBit takes them, without a blank.
SetContents bigSet(const QString &version)
{
    SetContents contents{ .set = { .id = version.toInt(),
                              .name = u"gateway-os"_s,
                              .version = version,
                              .type = u"os_app"_s,
                              .complete = true } };
    for (int i = 0; i < 30; ++i) {
        const bool isOther = i % 3 == 0;
        const QString its = isOther ? version : u"0"_s;
        const qint64 id = isOther ? i + 100 * version.toInt() : i;
        const SoftwareModule module{ .id = id,
            .name = u"module-%1"_s.arg(i),
            .version = its,
            .type = u"application"_s,
            .typeName = u"Application"_s };
        contents.set.modules << module;
        for (int file = 0; file < 7; ++file) {
            contents.artifacts[id] << Artifact{ .providedFilename
                = u"a-very-long-name-of-a-bundle_without_any_blank_%1.%2.raucb"_s.arg(i).arg(file),
                .size = 1'000 + file,
                .sha256 = QString(64, QChar(u'a' + file)) + its };
        }
    }
    for (int i = 0; i < 100; ++i)
        contents.metadata << Metadata{ .key = u"key-%1"_s.arg(i),
            .value = i == 50 ? QString(4000, u'x') + version : u"value"_s };
    return contents;
}

SetDifference bigDifference()
{
    return setDifference(bigSet(u"1"_s), bigSet(u"2"_s));
}

std::unique_ptr<DifferenceView> show(const SetDifference &difference, QSize size)
{
    auto view = std::make_unique<DifferenceView>();
    view->resize(size);
    view->setTitles(u"gateway-os 1"_s, u"gateway-os 2"_s);
    view->setSections(differenceSections(difference));
    view->show();
    if (!QTest::qWaitForWindowExposed(view.get()))
        qFatal("no window");
    return view;
}

} // namespace

class tst_differenceview : public Test {
    Q_OBJECT

private slots:
    // All of it is there, nothing is wider than the view, and it is drawn at once.
    void showsBigSetsWhole_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 900;
        QTest::newRow("narrow") << 640;
    }

    void showsBigSetsWhole()
    {
        QFETCH(int, width);
        const auto view = show(bigDifference(), { width, 500 });
        QCOMPARE(view->horizontalScrollBar()->maximum(), 0);
        QVERIFY(view->document()->size().width() <= view->viewport()->width());
        QVERIFY(view->verticalScrollBar()->maximum() > 0);
        const QString text = view->toPlainText();
        for (int i = 0; i < 30; i += 3)
            QVERIFY(text.contains(u"module-%1 2"_s.arg(i)));
        QVERIFY(text.contains(QString(4000, u'x')));
        QVERIFY(!text.contains("module-1 0"_L1)); // equal: folded
        QVERIFY(text.contains("Show 20 that are equal"_L1));
        view->setEqualShown(0, true);
        QVERIFY(view->toPlainText().contains("module-1 0"_L1));
    }

    void isReadByKeyboard()
    {
        const auto view = show(bigDifference(), { 900, 500 });
        QCOMPARE(view->accessibleName(), u"Differences"_s);
        QCOMPARE(view->accessibleDescription(), u"Left: gateway-os 1. Right: gateway-os 2."_s);
        view->setFocus();
        QTest::keyClick(view.get(), Qt::Key_PageDown);
        QVERIFY(view->verticalScrollBar()->value() > 0);
        QTest::keyClick(view.get(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
    }

    void saysWhenNothingDiffers()
    {
        const SetDifference same = setDifference(bigSet(u"1"_s), bigSet(u"1"_s));
        QVERIFY(differenceSummary(same).startsWith("Nothing differs"_L1));
        const auto view = show(same, { 900, 500 });
        QCOMPARE(view->toPlainText().count("no difference"_L1), 3);
        QCOMPARE(view->toPlainText().count("that are equal"_L1), 3);
    }

    // Every line once, in columns, whatever its values hold.
    void isCopiedAsText()
    {
        SetDifference difference = bigDifference();
        difference.metadata.first().left = u"one\ttwo\nthree"_s;
        const QString text = differencePlainText(u"gateway-os 1"_s, u"gateway-os 2"_s,
            differenceSummary(difference), differenceSections(difference));
        const QStringList lines = text.split(u'\n');
        QVERIFY(lines.first().startsWith("10 of 30 module"_L1));
        QCOMPARE(lines.at(2), u"\tgateway-os 1\tgateway-os 2"_s);
        QVERIFY(text.contains("\tone two three\t"_L1));
        // Summary, a blank, titles, three sections, modules, artifacts, metadata, fields; an end.
        QCOMPARE(lines.size(), 3 + 3 + 30 + 210 + 100 + 8 + 1);
    }

    void followsThePalette()
    {
        const auto view = show(bigDifference(), { 900, 500 });
        const auto linkColour = [&] {
            QTextCursor cursor = view->document()->find(u"Show 20 that are equal"_s);
            return cursor.charFormat().foreground().color();
        };
        const Theme dark(*qApp, ThemeChoice::Dark);
        QTRY_COMPARE(linkColour(), colours(view->palette()).accentText);
        QVERIFY(isDark(view->palette()));
    }
};

FALCONER_TEST(tst_differenceview)
#include "tst_differenceview.moc"
