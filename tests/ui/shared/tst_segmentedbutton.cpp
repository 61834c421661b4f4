// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shared/segmentedbutton.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_segmentedbutton : public Test {
    Q_OBJECT

    SegmentedButton *make()
    {
        m_button = std::make_unique<SegmentedButton>();
        m_button->addSegment(u"all"_s);
        m_button->addSegment(u"pending 212"_s);
        m_button->addSegment(u"error 9"_s);
        m_button->show();
        return m_button.get();
    }

    std::unique_ptr<SegmentedButton> m_button;

private slots:
    void clickChooses()
    {
        SegmentedButton *const button = make();
        QSignalSpy changed(button, &SegmentedButton::currentChanged);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(button->sizeHint().width() - 5, 10));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(button->currentIndex(), 2);
        QTest::mouseClick(button, Qt::RightButton, {}, QPoint(5, 10));
        QCOMPARE(button->currentIndex(), 2);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(5, 10));
        QCOMPARE(button->currentIndex(), 0);
    }

    void arrowsStepOverWhatIsDisabled()
    {
        SegmentedButton *const button = make();
        button->setSegmentEnabled(1, false);
        QTest::keyClick(button, Qt::Key_Right);
        QCOMPARE(button->currentIndex(), 2);
        QTest::keyClick(button, Qt::Key_Right);
        QCOMPARE(button->currentIndex(), 2);
        QTest::keyClick(button, Qt::Key_Left);
        QCOMPARE(button->currentIndex(), 0);
    }

    void widthDoesNotShrinkWithItsNumber()
    {
        SegmentedButton *const button = make();
        const int before = button->sizeHint().width();
        button->setText(1, u"pending 7"_s);
        QCOMPARE(button->sizeHint().width(), before);
        button->setText(1, u"pending 212,000"_s);
        QVERIFY(button->sizeHint().width() > before);
    }

    void cleanup() { m_button.reset(); }
};

FALCONER_TEST(tst_segmentedbutton)
#include "tst_segmentedbutton.moc"
