// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/patternspage.h"
#include "ui/shared/sheet.h"

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace falconer {

class Notifier;
class Theme;

// The settings of the program, in sections. Esc and closing lose nothing: patterns that are not
// saved wait as a draft.
class SettingsSheet final : public Sheet {
    Q_OBJECT

public:
    // All of it outlives the sheet.
    struct Parts {
        Theme &theme;
        Notifier &notifier;
        PatternStore &patterns;
        CurrentLane lane;
    };

    SettingsSheet(const Parts &parts, QWidget *window);

    enum class Section { General, DeviceMessages };
    void showSection(Section section);

    PatternsPage &patterns() const { return *m_patterns; }
    QString note() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createBody();
    void createFoot();
    void addSection(const QString &title, QWidget *page);
    void save();
    void updateFoot();
    void fitPages(int windowHeight);
    void say(Tone tone, const QString &sentence);
    void drawNote();

    QListWidget *m_sections;
    QStackedWidget *m_pages;
    PatternsPage *m_patterns;
    QLabel *m_noteSign;
    QLabel *m_note;
    Tone m_noteTone = Tone::Quiet;
    QPushButton *m_discard;
    QPushButton *m_close;
    QPushButton *m_save;
};

} // namespace falconer
