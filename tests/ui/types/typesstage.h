// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/session/session.h"
#include "tests/support/hand.h"
#include "tests/support/simulatorbench.h"
#include "ui/shared/formfield.h"
#include "ui/shared/formsheet.h"
#include "ui/shared/tableview.h"
#include "ui/types/typepane.h"
#include "ui/types/typessheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

namespace falconer {

// The sheet over a window, on the demo's types.
struct TypesStage {
    explicit TypesStage(
        const FleetOptions &options = {}, const QString &user = QStringLiteral("admin"))
        : bench(options)
    {
        if (!plurals.load(QStringLiteral(":/translations/falconer_en.qm")))
            qFatal("no plurals");
        QCoreApplication::installTranslator(&plurals); // until it goes
        ClientOptions client;
        client.server = bench.url();
        client.credentials = { Credentials::Scheme::Basic, user, user };
        client.useSystemProxy = false;
        session = std::make_unique<Session>(Profile{ .server = client.server }, client);
        session->connectToServer();
        if (!QTest::qWaitFor([this] { return session->state() == Session::State::Connected; }))
            qFatal("the simulator is silent");
        window = std::make_unique<QMainWindow>();
        window->resize(1388, 836);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("no window");
    }
    ~TypesStage()
    {
        window.reset();
        session.reset(); // before the server, which waits for its connections
    }

    void open(TypesSheet::Kind kind = TypesSheet::Kind::Modules)
    {
        types = new TypesSheet(window.get(), session->client(), session->facts(),
            { .profile = QStringLiteral("Test") });
        types->showKind(kind);
        types->open();
        if (!QTest::qWaitFor(
                [this] { return !types->moduleTypes().isEmpty() && !types->setTypes().isEmpty(); }))
            qFatal("no types");
        pane = kind == TypesSheet::Kind::Modules ? &types->modulePane() : &types->setPane();
    }
    QPushButton *command(const QString &name) const { return pane->findChild<QPushButton *>(name); }
    void choose(const QString &name) const
    {
        const QAbstractItemModel &model = *pane->table().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data().toString() == name)
                return clickRow(&pane->table(), row);
        }
        qFatal("no such type");
    }
    QString chosen() const
    {
        const int row = pane->currentRow();
        return row < 0 ? QString() : pane->table().model()->index(row, 0).data().toString();
    }
    QString cell(const QString &name, int column) const
    {
        const QAbstractItemModel &model = *pane->table().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data().toString() == name)
                return model.index(row, column).data().toString();
        }
        return {};
    }

    // Of the form that is open over the sheet.
    FormSheet *form() const
    {
        for (FormSheet *const each : window->findChildren<FormSheet *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QPushButton *deed() const { return form()->findChild<QPushButton *>(QStringLiteral("do")); }
    FormField *field(const QString &label) const
    {
        for (FormField *const each : form()->findChildren<FormField *>()) {
            if (each->field()->accessibleName() == label)
                return each;
        }
        qFatal("no such field");
    }
    QString words(const QString &label) const
    {
        return field(label)->findChild<QLabel *>(QStringLiteral("words"))->text();
    }
    void type(const QString &label, const QString &text) const
    {
        QWidget *edit = field(label)->field();
        while (edit->focusProxy())
            edit = edit->focusProxy();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    QString line(const QString &id) const
    {
        const auto *const label = form()->findChild<QLabel *>(QStringLiteral("sentence-") + id);
        return label ? label->text() : QString();
    }

    // What the server has.
    template <typename T> static std::optional<T> find(const Table<T> &table, const QString &key)
    {
        for (const auto &[id, row] : table.rows()) {
            if (row.key == key)
                return row;
        }
        return std::nullopt;
    }
    std::optional<SimModuleType> moduleType(const QString &key)
    {
        std::optional<SimModuleType> found;
        bench.change([&](Fleet &fleet) { found = find(fleet.moduleTypes, key); });
        return found;
    }
    std::optional<SimSetType> setType(const QString &key)
    {
        std::optional<SimSetType> found;
        bench.change([&](Fleet &fleet) { found = find(fleet.setTypes, key); });
        return found;
    }

    QTranslator plurals;
    SimulatorBench bench;
    std::unique_ptr<Session> session;
    std::unique_ptr<QMainWindow> window;
    TypesSheet *types = nullptr;
    TypePane *pane = nullptr;
};

} // namespace falconer
