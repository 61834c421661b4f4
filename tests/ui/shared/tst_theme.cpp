// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shared/stylesheet.h"
#include "ui/shared/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

// As WCAG 2 defines it.
double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

QStringList tooFaint(const QString &name, const QColor &text, const QList<QColor> &grounds)
{
    QStringList found;
    for (const QColor &ground : grounds) {
        const double value = contrast(text, ground);
        if (value < 4.5)
            found << u"%1 %2 on %3: %4"_s.arg(
                name, text.name(), ground.name(), QString::number(value, 'f', 2));
    }
    return found;
}

} // namespace

class tst_theme : public Test {
    Q_OBJECT

private slots:
    void contrastIsKept_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void contrastIsKept()
    {
        QFETCH(bool, dark);
        const Colours c = colours(themePalette(dark));
        const QList<QColor> grounds = { c.ground, c.panel, c.field, c.hover };
        QStringList found;
        for (const Tone tone : { Tone::Plain, Tone::Quiet, Tone::Success, Tone::Running,
                 Tone::Attention, Tone::Failure }) {
            const ToneColours &its = c.tone(tone);
            const QString name = QString::number(int(tone));
            found += tooFaint(name, its.text, grounds);
            found += tooFaint(name + u" selected"_s, its.onSelected, { c.selectedRow });
            found += tooFaint(name + u" tinted"_s, its.onGround, { its.ground });
        }
        found += tooFaint(u"link"_s, c.accentText, grounds);
        found += tooFaint(u"button"_s, c.onAccent, { c.accent, c.accentText });
        found += tooFaint(
            u"bar"_s, c.onBar, { c.barDownload, c.barOuter, c.barInner, c.barInnerNext });
        QCOMPARE(found, QStringList());
    }

    void paletteTellsItsDarkness()
    {
        QVERIFY(isDark(themePalette(true)));
        QVERIFY(!isDark(themePalette(false)));
        QCOMPARE(colours(themePalette(true)).panel, themePalette(true).color(QPalette::Base));
    }

    void styleSheetNamesOnlyKnownColours()
    {
        const QString text = styleSheet(colours(themePalette(false)));
        QVERIFY(text.contains(u"#1f6feb"_s));
        QVERIFY2(!text.section(u"*/"_s, 1).contains(u'@'), qPrintable(text));
    }

    void choiceIsApplied()
    {
        Theme theme(*qApp, ThemeChoice::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        QVERIFY(!isDark(QApplication::palette()));
        theme.setChoice(ThemeChoice::Dark);
        QVERIFY(isDark(QApplication::palette()));
        theme.setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.size(), 1);
        theme.setChoice(ThemeChoice::System); // the test platforms have a light desktop
        QVERIFY(!isDark(QApplication::palette()));
    }

    void popupsOfComboBoxesHaveOurFrame_data() { contrastIsKept_data(); }
    void popupsOfComboBoxesHaveOurFrame()
    {
        QFETCH(bool, dark);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const Colours c = colours(QApplication::palette());
        QComboBox box;
        box.addItems({ u"one"_s, u"two"_s, u"three"_s });
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        box.showPopup();
        QWidget *const popup = box.view()->window();
        QTRY_VERIFY(popup != &box && popup->isVisible());
        const QImage image = popup->grab().toImage();
        const QPoint middle = image.rect().center();
        for (const QPoint &edge : { QPoint(middle.x(), 0), QPoint(middle.x(), image.height() - 1),
                 QPoint(0, middle.y()), QPoint(image.width() - 1, middle.y()) })
            QCOMPARE(image.pixelColor(edge).name(), c.line.name());
        for (const int y : { 1, 2, image.height() - 3, image.height() - 2 })
            QCOMPARE(image.pixelColor(middle.x(), y).name(), c.panel.name());
        box.hidePopup();
    }

    void aFocusedButtonHasNoBoxBehindItsText_data() { contrastIsKept_data(); }
    void aFocusedButtonHasNoBoxBehindItsText()
    {
        QFETCH(bool, dark);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        QWidget window;
        auto *const button = new QPushButton(u"      "_s, &window);
        button->setProperty("look", u"primary"_s);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        button->setFocus(Qt::TabFocusReason);
        QVERIFY(button->hasFocus());
        const QImage image = button->grab().toImage();
        const QRect inside = image.rect().adjusted(4, 4, -4, -4);
        for (int y = inside.top(); y <= inside.bottom(); ++y) {
            for (int x = inside.left(); x <= inside.right(); ++x)
                QCOMPARE(
                    image.pixelColor(x, y).name(), colours(QApplication::palette()).accent.name());
        }
    }

    // Only the frame of what has the focus differs: no second one inside it.
    void aFocusedToolButtonHasOnlyItsFrame_data() { contrastIsKept_data(); }
    void aFocusedToolButtonHasOnlyItsFrame()
    {
        QFETCH(bool, dark);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        QWidget window;
        QVBoxLayout layout(&window);
        QToolButton button;
        QToolButton other;
        for (QToolButton *const one : { &button, &other }) {
            one->setText(u"Limits"_s);
            one->setFocusPolicy(Qt::StrongFocus);
            layout.addWidget(one);
        }
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        button.setFocus(Qt::TabFocusReason);
        const QImage focused = button.grab().toImage();
        const QImage calm = other.grab().toImage();
        QVERIFY(focused != calm);
        const QRect inside = focused.rect().adjusted(3, 3, -3, -3);
        QCOMPARE(focused.copy(inside), calm.copy(inside));
    }

    // At its indicator only, checked too: no frame across the sheet, and the words keep their
    // colour.
    void aFocusedChoiceIsMarkedAtItsIndicator_data() { contrastIsKept_data(); }
    void aFocusedChoiceIsMarkedAtItsIndicator()
    {
        QFETCH(bool, dark);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        QWidget window;
        window.setFocusPolicy(Qt::StrongFocus);
        QVBoxLayout layout(&window);
        QRadioButton radio(u"soft"_s);
        QCheckBox check(u"all"_s);
        layout.addWidget(&radio);
        layout.addWidget(&check);
        window.resize(400, 90);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (QAbstractButton *const button : QList<QAbstractButton *>{ &radio, &check }) {
            for (const bool isChecked : { false, true }) {
                button->setChecked(isChecked);
                window.setFocus();
                const QImage calm = button->grab().toImage();
                button->setFocus(Qt::TabFocusReason);
                const QImage focused = button->grab().toImage();
                QVERIFY2(focused != calm, qPrintable(button->text()));
                const QRect rest = calm.rect().adjusted(16, 0, 0, 0);
                QCOMPARE(focused.copy(rest), calm.copy(rest));
            }
        }
    }

    // The arrow of a button with a menu stands in the middle of its height.
    void theArrowOfAMenuIsCentred_data() { contrastIsKept_data(); }
    void theArrowOfAMenuIsCentred()
    {
        QFETCH(bool, dark);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        QWidget window;
        QMenu menu;
        auto *const button = new QPushButton(u"      "_s, &window);
        button->setProperty("look", u"menu"_s);
        button->setMenu(&menu);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (const bool isPressed : { false, true }) {
            button->setFocus(Qt::TabFocusReason);
            button->setDown(isPressed);
            const QImage image = button->grab().toImage();
            const QColor ground = image.pixelColor(6, image.height() / 2);
            QRect arrow;
            for (int y = 3; y < image.height() - 3; ++y) {
                for (int x = 4; x < image.width() - 4; ++x) {
                    if (image.pixelColor(x, y) != ground)
                        arrow |= QRect(x, y, 1, 1);
                }
            }
            QVERIFY(arrow.isValid());
            QVERIFY2(std::abs(arrow.center().y() - image.rect().center().y()) <= 1,
                qPrintable(QString::number(arrow.center().y())));
            QVERIFY(arrow.left() > image.width() / 2);
        }
    }

    void sizesDiffer()
    {
        QVERIFY(themeFont(TextSize::Small).pointSizeF() < themeFont().pointSizeF());
        QVERIFY(themeFont().pointSizeF() < themeFont(TextSize::Title).pointSizeF());
    }
};

FALCONER_TEST(tst_theme)
#include "tst_theme.moc"
