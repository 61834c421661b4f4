// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shared/sheet.h"

#include <QLineEdit>
#include <QPushButton>
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

    QPushButton *deed;
    QPushButton *close;
};

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
};

FALCONER_TEST(tst_sheet)
#include "tst_sheet.moc"
