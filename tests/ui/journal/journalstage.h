// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journalstore.h"
#include "services/session/profilestore.h"
#include "services/session/secretstore.h"
#include "services/time/utc.h"
#include "services/timeline/patternstore.h"
#include "tests/support/hand.h"
#include "ui/journal/journalsheet.h"
#include "ui/mainwindow.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/tableview.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

namespace falconer {

// The real window with a journal that is kept in a file. Each start() is a start of the program.
struct JournalStage {
    explicit JournalStage(ThemeChoice look = ThemeChoice::Light)
        : theme(*qApp, look)
    {
        if (!plurals.load(QStringLiteral(":/translations/falconer_en.qm")))
            qFatal("no plurals");
        QCoreApplication::installTranslator(&plurals); // until it goes
    }

    void start()
    {
        end();
        journal = std::make_unique<Journal>();
        if (isKept)
            store = std::make_unique<JournalStore>(*journal, path());
        main = std::make_unique<MainWindow>(MainWindow::Parts{ .profiles = profiles,
            .secrets = secrets,
            .settings = settings,
            .theme = theme,
            .patterns = patterns,
            .journal = journal.get(),
            .journalStore = store.get() });
        main->show();
        main->activateWindow();
        if (!QTest::qWaitForWindowActive(main.get()))
            qFatal("the window is not active");
    }
    void end()
    {
        main.reset();
        store.reset();
        journal.reset();
    }
    QString path() const { return folder.filePath(QStringLiteral("data/journal.sqlite")); }
    void add(JournalEntry::What what, const QString &subject, qint64 done = 1, qint64 failed = 0,
        const QString &server = QStringLiteral("Staging"))
    {
        journal->add({ .at = QDateTime({ 2026, 11, 29 }, { 1, 50, 27 }, inUtc)
                                 .addSecs(60 * journal->entries().size()),
            .server = server,
            .user = QStringLiteral("admin"),
            .what = what,
            .subject = subject,
            .asked = done + failed,
            .done = done,
            .failed = failed });
    }

    // By its key, wherever the keyboard is.
    void open() const
    {
        QWidget *const at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : main.get(), Qt::Key_J, Qt::ControlModifier);
    }
    JournalSheet *sheet() const
    {
        for (JournalSheet *const each : main->findChildren<JournalSheet *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    TableView &table() const { return sheet()->table(); }
    QStringList lines() const
    {
        QStringList texts;
        const QAbstractItemModel &model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, model.columnCount() - 1).data().toString();
        return texts;
    }
    QString count() const { return text(QStringLiteral("count")); }
    QString text(const QString &label) const { return sheet()->findChild<QLabel *>(label)->text(); }
    QPushButton *button(const QString &name) const
    {
        return sheet()->findChild<QPushButton *>(name);
    }

    QTranslator plurals;
    QTemporaryDir folder;
    QSettings settings{ folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    ProfileStore profiles{ settings };
    SecretStore secrets{ QStringLiteral("falconer-test") };
    Theme theme;
    PatternStore patterns{ settings };
    bool isKept = true;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<JournalStore> store;
    std::unique_ptr<MainWindow> main;
};

} // namespace falconer
