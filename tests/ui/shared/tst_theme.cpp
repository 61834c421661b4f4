// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/shared/stylesheet.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

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

    void sizesDiffer()
    {
        QVERIFY(themeFont(TextSize::Small).pointSizeF() < themeFont().pointSizeF());
        QVERIFY(themeFont().pointSizeF() < themeFont(TextSize::Title).pointSizeF());
    }
};

FALCONER_TEST(tst_theme)
#include "tst_theme.moc"
