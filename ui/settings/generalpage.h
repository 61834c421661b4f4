// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace falconer {

class Notifier;
class Theme;

// What concerns the whole program. Each choice takes effect at once.
class GeneralPage final : public QWidget {
    Q_OBJECT

public:
    GeneralPage(Theme &theme, Notifier &notifier, QWidget *parent = nullptr);

private:
    QWidget *createLook(Theme &theme);
    QWidget *createNotify(Notifier &notifier);
};

} // namespace falconer
