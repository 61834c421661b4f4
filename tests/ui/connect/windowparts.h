// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/session/profilestore.h"
#include "services/session/secretstore.h"
#include "services/timeline/patternstore.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace falconer {

// What a main window keeps, in a folder that goes with it.
struct WindowParts {
    QTemporaryDir folder;
    QSettings settings{ folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat };
    ProfileStore profiles{ settings };
    SecretStore secrets{ QStringLiteral("falconer-test") };
    Theme theme{ *qApp, ThemeChoice::Light };
    PatternStore patterns{ settings };
};

} // namespace falconer
