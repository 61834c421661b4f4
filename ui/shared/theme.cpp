// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/theme.h"

#include "ui/shared/stylesheet.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QStyleFactory>
#include <QStyleHints>
#include <QToolTip>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

Colours lightColours()
{
    return { .ground = 0xf6f7f9,
        .panel = 0xffffff,
        .line = 0xe3e6ea,
        .fineLine = 0xeef0f3,
        .field = 0xffffff,
        .hover = 0xf1f4f8,
        .selectedRow = 0xdcebff,
        .accent = 0x1f6feb,
        .onAccent = 0xffffff,
        .accentText = 0x1a63d8,
        .barDownload = 0x8aa9d6,
        .barOuter = 0x7fb0f5,
        .barInner = 0xa9cbf8,
        .barInnerNext = 0xcfe2fb,
        .onBar = 0x1d232b,
        .plain = { 0x1d232b, 0x0b2d5c, 0xeef0f3, 0x1d232b },
        .quiet = { 0x66707d, 0x4a5f7d, 0xeef0f3, 0x5a6471 },
        .success = { 0x1a7f4b, 0x0f6b3d, 0xcfeedd, 0x0f6239 },
        .running = { 0x1a63d8, 0x1557c0, 0xd6e6ff, 0x154fb0 },
        .attention = { 0x946300, 0x7d5300, 0xfbe9c1, 0x7a5200 },
        .failure = { 0xc0322b, 0xb02a24, 0xfbd9d6, 0xa32620 } };
}

Colours darkColours()
{
    return { .ground = 0x16191d,
        .panel = 0x1d2126,
        .line = 0x2c3239,
        .fineLine = 0x252a30,
        .field = 0x16191d,
        .hover = 0x262b32,
        .selectedRow = 0x17406f,
        .accent = 0x5a9cf8,
        .onAccent = 0x0c1420,
        .accentText = 0x6aa6fa,
        .barDownload = 0x4d6a94,
        .barOuter = 0x3d74bd,
        .barInner = 0x2f5a92,
        .barInnerNext = 0x27466f,
        .onBar = 0xffffff,
        .plain = { 0xdfe4ea, 0xf2f7ff, 0x2c3239, 0xdfe4ea },
        .quiet = { 0x8d98a5, 0xb4c6dc, 0x2c3239, 0xa9b3bf },
        .success = { 0x57c58a, 0x7fe0ab, 0x153c29, 0x7bd9a5 },
        .running = { 0x6aa6fa, 0x9cc7ff, 0x173456, 0x8fbdff },
        .attention = { 0xe0b04a, 0xf0c468, 0x40330f, 0xe9be62 },
        .failure = { 0xf0847d, 0xffb0ab, 0x4a1c1a, 0xf7a09a } };
}

QString fontFamily()
{
    const bool hasInter = QFontDatabase::hasFamily(u"Inter"_s);
    return hasInter ? u"Inter"_s : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

qreal pixels(TextSize size)
{
    switch (size) {
    case TextSize::Body:
        return 12.5;
    case TextSize::Secondary:
        return 11.5;
    case TextSize::Small:
        return 11;
    case TextSize::Title:
        return 15;
    }
    Q_UNREACHABLE();
}

} // namespace

const ToneColours &Colours::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Plain:
        return plain;
    case Tone::Quiet:
        return quiet;
    case Tone::Success:
        return success;
    case Tone::Running:
        return running;
    case Tone::Attention:
        return attention;
    case Tone::Failure:
        return failure;
    }
    Q_UNREACHABLE();
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
}

const Colours &colours(const QPalette &palette)
{
    static const Colours light = lightColours();
    static const Colours dark = darkColours();
    return isDark(palette) ? dark : light;
}

QColor toneColour(const QPalette &palette, Tone tone, bool selected)
{
    const ToneColours &found = colours(palette).tone(tone);
    return selected ? found.onSelected : found.text;
}

QFont themeFont(TextSize size, QFont::Weight weight)
{
#ifdef Q_OS_MACOS
    constexpr qreal pointsPerPixel = 1;
#else
    constexpr qreal pointsPerPixel = 72.0 / 96.0;
#endif
    static const QString family = fontFamily(); // asking for it costs more than drawing with it
    QFont font(family);
    font.setPointSizeF(pixels(size) * pointsPerPixel);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

QPalette themePalette(bool dark)
{
    const Colours c = dark ? darkColours() : lightColours();
    QPalette palette;
    palette.setColor(QPalette::Window, c.ground);
    palette.setColor(QPalette::WindowText, c.plain.text);
    palette.setColor(QPalette::Base, c.panel);
    palette.setColor(QPalette::AlternateBase, c.ground);
    palette.setColor(QPalette::Text, c.plain.text);
    palette.setColor(QPalette::PlaceholderText, c.quiet.text);
    palette.setColor(QPalette::Button, c.panel);
    palette.setColor(QPalette::ButtonText, c.plain.text);
    palette.setColor(QPalette::BrightText, c.failure.text);
    palette.setColor(QPalette::ToolTipBase, c.panel);
    palette.setColor(QPalette::ToolTipText, c.plain.text);
    palette.setColor(QPalette::Highlight, c.selectedRow);
    palette.setColor(QPalette::HighlightedText, c.plain.onSelected);
    palette.setColor(QPalette::Link, c.accentText);
    palette.setColor(QPalette::LinkVisited, c.accentText);
    palette.setColor(QPalette::Light, c.panel);
    palette.setColor(QPalette::Midlight, c.fineLine);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.line.darker(115));
    palette.setColor(QPalette::Shadow, Qt::black);
    for (const QPalette::ColorRole role :
        { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, c.quiet.text);
    return palette;
}

Theme::Theme(QApplication &application, ThemeChoice choice)
    : m_application(application)
    , m_choice(choice)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    application.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(application.styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
#endif
    apply();
}

ThemeChoice Theme::choice() const
{
    return m_choice;
}

void Theme::setChoice(ThemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

// The desktop told its windows that its theme changed.
bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !m_applying)
        QMetaObject::invokeMethod(this, &Theme::apply, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

// Without a palette of our own the application has the desktop's.
bool Theme::wantsDark() const
{
    if (m_choice != ThemeChoice::System)
        return m_choice == ThemeChoice::Dark;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return m_application.styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    QApplication::setPalette(QPalette());
    return isDark(QApplication::palette());
#endif
}

void Theme::apply()
{
    m_applying = true;
    const QPalette palette = themePalette(wantsDark());
    QApplication::setPalette(palette);
    QApplication::setFont(themeFont());
    QToolTip::setPalette(palette);
    m_application.setStyleSheet(styleSheet(colours(palette)));
    m_applying = false;
    emit changed();
}

} // namespace falconer
