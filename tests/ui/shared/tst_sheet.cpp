// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shared/formfield.h"
#include "ui/shared/formsheet.h"
#include "ui/shared/sheet.h"
#include "ui/shared/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// What is only to be read: its deed is not offered.
class ReadingSheet final : public Sheet {
public:
    explicit ReadingSheet(QWidget *window)
        : Sheet(window)
        , deed(new QPushButton(u"Do it"_s, this))
        , close(new QPushButton(u"Close"_s, this))
    {
        foot()->addWidget(deed);
        foot()->addWidget(close);
        setDefaultButton(deed);
        deed->hide();
    }

    using Sheet::body;
    using Sheet::setFrameColour;
    using Sheet::setPanelWidth;

    QPushButton *deed;
    QPushButton *close;
};

class Form final : public FormSheet {
public:
    explicit Form(QWidget *window)
        : FormSheet({ .profile = u"Test"_s }, window)
        , version(addField(u"Version"_s, new QLineEdit(this)))
    {
        setTitle(u"New"_s);
        setButtons(u"Create"_s);
        addField(u"Vendor"_s, new QLineEdit(this));
        addField(u"Encryption"_s, new QCheckBox(u"Store them encrypted"_s, this))
            ->setHint(u"Only where the server has an encryption service."_s);
    }

    FormField *version;

protected:
    void submit() override { }
};

bool isWhole(const QScrollArea &area)
{
    return !area.verticalScrollBar()->isVisible()
        && area.viewport()->height() >= area.widget()->height();
}

} // namespace

class tst_sheet : public Test {
    Q_OBJECT

private slots:
    void keysAreTheSheetsAlthoughItsDeedIsHidden()
    {
        QWidget window;
        auto *const below = new QLineEdit(&window);
        window.resize(800, 600);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        below->setFocus();
        auto *const sheet = new ReadingSheet(&window);
        sheet->open();
        QVERIFY(sheet->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), sheet->close);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
        QCOMPARE(QApplication::focusWidget(), below);
    }

    // However long what is wrong with a field: nothing is cut while the window has room.
    void growsWithWhatIsSaid()
    {
        const Theme theme(*qApp, ThemeChoice::Light);
        QWidget window;
        window.resize(1440, 900);
        window.show();
        auto *const sheet = new Form(&window);
        sheet->open();
        const auto *const area = sheet->findChild<QScrollArea *>();
        QStringList words;
        for (int count = 0; count < 40; ++count) {
            words << u"version"_s.left(3 + count % 5);
            sheet->version->setProblem({});
            QTRY_VERIFY(isWhole(*area));
            sheet->version->setProblem(words.join(u' '));
            QTRY_VERIFY2(isWhole(*area), qPrintable(QString::number(count)));
        }
    }

    void wordsThatBreakAnewMakeItHigher_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isProduction");
        QTest::newRow("large") << QSize(1440, 900) << false;
        QTest::newRow("small") << QSize(1024, 700) << false;
        QTest::newRow("a production's frame") << QSize(1024, 700) << true;
    }
    // Letter by letter: at some length the last word no longer fits into its line.
    void wordsThatBreakAnewMakeItHigher()
    {
        QFETCH(QSize, size);
        QFETCH(bool, isProduction);
        const Theme theme(*qApp, ThemeChoice::Light); // the frame is its style sheet's
        QWidget window;
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *const sheet = new ReadingSheet(&window);
        sheet->setPanelWidth(560);
        if (isProduction)
            sheet->setFrameColour(Qt::red);
        auto *const words = new QLabel;
        words->setWordWrap(true);
        sheet->body()->addWidget(words);
        sheet->body()->addSpacing(80); // more than the least that it is high
        sheet->open();
        const auto *const area = sheet->findChild<QScrollArea *>();
        const int line = words->fontMetrics().height();
        for (int letters = 1; words->height() < 4 * line; ++letters) {
            QVERIFY(letters < 500);
            words->setText(u"It was deleted, but its name stays taken. "_s.repeated(2)
                + u"in "_s.repeated(letters / 3) + u"i"_s.repeated(letters % 3));
            QTRY_VERIFY(words->height() >= words->heightForWidth(words->width()));
            QTRY_COMPARE(area->widget()->height(), area->height()); // whole, and no gap below
            QTRY_VERIFY2(!area->verticalScrollBar()->isVisible(), qPrintable(words->text()));
        }
    }
};

FALCONER_TEST(tst_sheet)
#include "tst_sheet.moc"
