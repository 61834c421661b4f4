// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowmenu.h"

#include "ui/shared/icons.h"

#include <QActionGroup>
#include <QSettings>

namespace falconer {

using namespace Qt::StringLiterals;

WindowMenu::WindowMenu(Theme &theme, QSettings &settings, QWidget *window)
    : QMenu(window)
{
    const auto add = [this, window](const QString &text, const QKeySequence &keys, auto signal) {
        QAction *const action = addAction(text, keys, this, signal);
        action->setShortcutContext(Qt::WindowShortcut);
        window->addAction(action);
        return action;
    };
    add(tr("Switch server or disconnect"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
        &WindowMenu::disconnectRequested)
        ->setIcon(falconer::icon(Icon::Disconnect));
    addSeparator();
    add(tr("Search"), QKeySequence(Qt::CTRL | Qt::Key_L), &WindowMenu::searchRequested)
        ->setIcon(falconer::icon(Icon::Search));
    add(tr("Refresh"), QKeySequence(Qt::Key_F5), &WindowMenu::refreshRequested)
        ->setIcon(falconer::icon(Icon::Refresh));
    add(tr("Uploads"), QKeySequence(Qt::CTRL | Qt::Key_U), &WindowMenu::uploadsRequested)
        ->setIcon(falconer::icon(Icon::Send));
    add(tr("Journal"), QKeySequence(Qt::CTRL | Qt::Key_J), &WindowMenu::journalRequested)
        ->setIcon(falconer::icon(Icon::Waiting));
    addMenu(makeThemeMenu(theme, settings));
    add(tr("Settings..."), QKeySequence(Qt::CTRL | Qt::Key_Comma), &WindowMenu::settingsRequested);
    addSeparator();
    add(tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), &WindowMenu::quitRequested);
}

QMenu *WindowMenu::makeThemeMenu(Theme &theme, QSettings &settings)
{
    auto *const menu = new QMenu(tr("Look"), this);
    auto *const group = new QActionGroup(menu);
    const std::pair<ThemeChoice, QString> choices[]
        = { { ThemeChoice::System, tr("As the desktop") }, { ThemeChoice::Light, tr("Light") },
              { ThemeChoice::Dark, tr("Dark") } };
    for (const auto &[choice, title] : choices) {
        QAction *const action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(theme.choice() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, &theme,
            [&theme, choice = choice] { theme.setChoice(choice); });
        connect(&theme, &Theme::changed, action,
            [&theme, action, choice = choice] { action->setChecked(theme.choice() == choice); });
    }
    connect(&theme, &Theme::changed, this,
        [&theme, &settings] { settings.setValue(u"window/look"_s, int(theme.choice())); });
    return menu;
}

} // namespace falconer
