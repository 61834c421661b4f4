// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/patternstore.h"
#include "tests/support/germandevice.h"
#include "tests/support/hand.h"
#include "ui/frame/notifier.h"
#include "ui/settings/patterneditor.h"
#include "ui/settings/patternpreviewpane.h"
#include "ui/settings/settingssheet.h"
#include "ui/shared/tableview.h"

#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace falconer {

// A window with the settings in front of an action in view.
struct SettingsStage {
    QTemporaryDir folder;
    QSettings settings{ folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat };
    Theme theme{ *qApp, ThemeChoice::Light };
    PatternStore store{ settings };
    TimelineLane lane{ .controllerId = QStringLiteral("anlage-3"),
        .action = germanAction(),
        .statuses = germanStatuses() };
    bool isLaneInView = true;
    QWidget window;
    Notifier notifier{ settings, &window };
    QPointer<SettingsSheet> sheet;

    SettingsSheet &open()
    {
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) // else keys go nowhere
            qFatal("the window is not active");
        sheet = new SettingsSheet(
            { theme, notifier, store, [this] { return isLaneInView ? &lane : nullptr; } }, &window);
        sheet->open();
        return *sheet;
    }

    TableView &table() const { return sheet->patterns().table(); }
    PatternEditor &editor() const { return sheet->patterns().editor(); }
    PatternPreviewPane &preview() const { return sheet->patterns().preview(); }
    QLineEdit *field(const QString &accessibleName) const
    {
        for (QLineEdit *const each : editor().findChildren<QLineEdit *>()) {
            if (each->accessibleName() == accessibleName)
                return each;
        }
        return nullptr;
    }
    QPushButton *button(const QString &name) const { return sheet->findChild<QPushButton *>(name); }
    QString cell(int row, int column) const
    {
        return table().model()->index(row, column).data().toString();
    }
    QStringList previewed() const // what is new
    {
        QStringList texts;
        for (const PreviewLine &line : preview().preview().lines) {
            if (line.isNew)
                texts << line.text;
        }
        return texts;
    }
};

} // namespace falconer
