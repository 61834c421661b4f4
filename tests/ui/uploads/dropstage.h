// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journal.h"
#include "services/session/session.h"
#include "tests/ui/uploads/dockstage.h"
#include "ui/uploads/dropsheet.h"
#include "ui/uploads/formnote.h"
#include "ui/uploads/moduleform.h"
#include "ui/uploads/modulelist.h"
#include "ui/uploads/setform.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QRadioButton>
#include <QUrl>

namespace falconer {

// A window over a session with the stage's simulator, into which files are dropped.
struct DropStage : DockStage {
    DropStage()
    {
        ClientOptions options{ .server = bench.url(),
            .credentials
            = { Credentials::Scheme::Basic, QStringLiteral("admin"), QStringLiteral("admin") },
            .retryDelays = {},
            .useSystemProxy = false };
        session = std::make_unique<Session>(Profile{ .server = bench.url() }, options);
        session->connectToServer();
        if (!QTest::qWaitFor([this] { return session->state() == Session::State::Connected; }))
            qFatal("the simulator is silent");
        open();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window is not active");
    }
    ~DropStage()
    {
        window.reset();
        session.reset();
    }

    DropSheet &drop(const QStringList &paths)
    {
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        return drop(urls);
    }
    DropSheet &drop(const QList<QUrl> &urls)
    {
        sheet = new DropSheet(window.get(), session->client(), session->facts(), *queue,
            { .profile = QStringLiteral("Here"),
                .isProduction = isProduction,
                .journal = &journal },
            QStringLiteral("p"), urls);
        sheet->open();
        return *sheet;
    }
    DropSheet &dropFiles(const QStringList &names)
    {
        QStringList paths;
        for (const QString &name : names)
            paths << makeFile(name, 1000);
        return drop(paths);
    }
    QPushButton *button(const QString &name) const { return sheet->findChild<QPushButton *>(name); }
    bool isReady() const { return button(QStringLiteral("do"))->isEnabled(); }
    // For all files together, if it was ever wanted.
    ModuleForm *oneForm() const
    {
        return sheet->findChild<ModuleList *>()->findChild<ModuleForm *>(
            QString(), Qt::FindDirectChildrenOnly);
    }
    // One for each module.
    QList<ModuleForm *> forms() const
    {
        auto found = sheet->findChildren<ModuleForm *>();
        found.removeOne(oneForm());
        std::ranges::sort(found, {}, [](const ModuleForm *form) { return form->y(); });
        return found;
    }
    ModuleForm *form(int index) const { return forms().value(index); }
    static QLineEdit *field(const QWidget *form, const QString &placeholder)
    {
        for (QLineEdit *const one : form->findChildren<QLineEdit *>()) {
            if (one->placeholderText() == placeholder && !one->isHidden() && one->isVisibleTo(form))
                return one;
        }
        return nullptr;
    }
    // What is said below the fields of a form.
    static QString noteOf(const QWidget *form)
    {
        return form != nullptr ? form->findChild<FormNote *>()->words() : QString();
    }
    SetForm *setForm() const { return sheet->findChild<SetForm *>(); }
    QLabel *footNote() const { return sheet->findChild<QLabel *>(QStringLiteral("footNote")); }
    // As somebody else, or this person before.
    void make(
        const QByteArray &what, const QString &name, const QString &version, const QString &type)
    {
        bench.manage("POST", what,
            QJsonArray{ QJsonObject{ { QStringLiteral("name"), name },
                { QStringLiteral("version"), version }, { QStringLiteral("type"), type } } });
    }
    void hideModules(const QString &name)
    {
        bench.change([&](Fleet &fleet) {
            for (auto &[id, one] : fleet.modules.rows())
                one.deleted = one.deleted || one.name == name;
        });
    }
    static void type(QLineEdit *field, const QString &text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    QRadioButton *choice(const QString &text) const
    {
        for (QRadioButton *const one : sheet->findChildren<QRadioButton *>()) {
            if (one->text().contains(text))
                return one;
        }
        return nullptr;
    }
    QString setNote() const { return noteOf(setForm()); }
    QStringList lines() const
    {
        QStringList texts;
        for (const QLabel *const label : sheet->findChildren<QLabel *>()) {
            if (label->objectName().startsWith(QLatin1StringView("sentence-step"))
                && label->isVisible())
                texts << label->text();
        }
        return texts;
    }
    QStringList modulesOf(const QString &setName, const QString &version)
    {
        QStringList titles;
        bench.change([&](Fleet &fleet) {
            for (const auto &[id, set] : fleet.sets.rows()) {
                if (set.name != setName || set.version != version)
                    continue;
                for (const qint64 one : set.modules) {
                    const SimModule *const found = fleet.modules.find(one);
                    titles << found->name + QLatin1Char(' ') + found->version;
                }
            }
        });
        titles.sort();
        return titles;
    }
    QString nameOfSet(qint64 id)
    {
        QString name;
        bench.change([&](Fleet &fleet) {
            const SimSet *const set = fleet.sets.find(id);
            name = set == nullptr ? QString() : set->name + QLatin1Char(' ') + set->version;
        });
        return name;
    }
    int moduleCount()
    {
        int count = 0;
        bench.change([&](Fleet &fleet) {
            for (const auto &[id, one] : fleet.modules.rows())
                count += !one.deleted;
        });
        return count;
    }

    bool isProduction = false;
    Journal journal;
    std::unique_ptr<Session> session;
    QPointer<DropSheet> sheet;
};

} // namespace falconer
