// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QSettings;

namespace falconer {

class Theme;

// The commands of the whole window. There is no menu bar: they lie in the pill's menu, and their
// keys work everywhere in the window.
class WindowMenu final : public QMenu {
    Q_OBJECT

public:
    WindowMenu(Theme &theme, QSettings &settings, QWidget *window);

signals:
    void disconnectRequested();
    void searchRequested();
    void refreshRequested();
    void uploadsRequested();
    void journalRequested();
    void settingsRequested();
    void quitRequested();

private:
    QMenu *makeThemeMenu(Theme &theme, QSettings &settings);
};

} // namespace falconer
