// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meaning.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;

namespace falconer {

// What a colour says. A state is never told by its colour alone: a sign and a word go with it.
using Tone = Meaning;

// The colours of a tone. Every text colour keeps a contrast of 4.5 on the grounds it is made for
// (tests/ui/tst_theme.cpp computes it).
struct ToneColours {
    QColor text;       // on ground, panel, hover
    QColor onSelected; // on a selected row
    QColor ground;     // a tint to put things on
    QColor onGround;   // text on that tint
};

// All colours by meaning. Paint with nothing else.
struct Colours {
    QColor ground;   // behind the panels: bars at the edges
    QColor panel;    // tables, sheets
    QColor line;     // between things
    QColor fineLine; // between rows
    QColor field;    // where text is typed
    QColor hover;    // under the pointer
    QColor selectedRow;
    QColor accent;     // a button that does it, the focus
    QColor onAccent;   // text on the accent
    QColor accentText; // a link, the active door
    QColor barDownload;
    QColor barOuter;
    QColor barInner;
    QColor barInnerNext; // inner steps alternate, so that neighbours can be told apart
    QColor onBar;        // text on any bar
    ToneColours plain;
    ToneColours quiet;
    ToneColours success;
    ToneColours running;
    ToneColours attention;
    ToneColours failure;

    const ToneColours &tone(Tone tone) const;
};

bool isDark(const QPalette &palette);
const Colours &colours(const QPalette &palette);
// The text colour of a tone, on a panel or on a selected row.
QColor toneColour(const QPalette &palette, Tone tone, bool selected = false);

enum class TextSize {
    Body,      // 12.5 px: tables, controls
    Secondary, // 11.5 px: what explains
    Small,     // 11 px: bars, axes, doors
    Title      // 15 px
};

// Inter where it is installed, else the desktop's font; figures of one width where Qt can ask for
// them (6.7).
QFont themeFont(TextSize size = TextSize::Body, QFont::Weight weight = QFont::Normal);

// Sizes in logical pixels, as the drawings have them.
namespace Metrics {
inline constexpr int rowHeight = 22;
inline constexpr int headerHeight = 23;
inline constexpr int paneHeadHeight = 32;
inline constexpr int topBarHeight = 40;
inline constexpr int statusBarHeight = 24;
inline constexpr int railWidth = 52;
inline constexpr int controlRadius = 5;
inline constexpr int sheetRadius = 10;
inline constexpr int cellPadding = 8;
inline constexpr int signSize = 14;
} // namespace Metrics

enum class ThemeChoice { System, Light, Dark };

// Gives the application its style, palette, font and style sheet, and follows the desktop while the
// choice is System. Qt before 6.5 cannot be asked whether the desktop is dark: there the desktop's
// own palette tells.
class Theme final : public QObject {
    Q_OBJECT

public:
    explicit Theme(QApplication &application, ThemeChoice choice = ThemeChoice::System);

    ThemeChoice choice() const;
    void setChoice(ThemeChoice choice);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void changed();

private:
    bool wantsDark() const;
    void apply();

    QApplication &m_application;
    ThemeChoice m_choice;
    bool m_applying = false;
};

QPalette themePalette(bool dark);

} // namespace falconer
