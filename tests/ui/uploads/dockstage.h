// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/uploadfile.h"
#include "services/uploads/uploadqueue.h"
#include "tests/support/hand.h"
#include "tests/support/simulatorbench.h"
#include "ui/uploads/answerbar.h"
#include "ui/uploads/docksplitter.h"
#include "ui/uploads/uploadsdock.h"
#include "ui/uploads/uploadstable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

namespace falconer {

// The dock in a window, on a queue in a file that a test may have written before, and a simulator
// with the module "gateway 1.0".
struct DockStage {
    ~DockStage()
    {
        window.reset();
        queue.reset();
    }

    // As another Falconer would have left the queue.
    void seed(const QList<Upload> &uploads)
    {
        UploadFile file(queuePath());
        QList<qint64> order;
        for (const Upload &upload : uploads)
            order << upload.id;
        if (!file.load() || !file.write({ .isWhole = true, .put = uploads, .order = order }))
            qFatal("the queue cannot be written");
    }
    Upload stored(qint64 id, const QString &name, UploadState state,
        UploadProblem problem = UploadProblem::None)
    {
        const QString path = makeFile(name, 1000);
        return { .id = id,
            .profileId = QStringLiteral("p"),
            .softwareModuleId = module,
            .moduleTitle = QStringLiteral("gateway 1.0"),
            .path = path,
            .filename = name,
            .size = 1000,
            .modifiedAt = QFileInfo(path).lastModified().toUTC(),
            .state = state,
            .problem = problem,
            .queuedAt = QDateTime::currentDateTimeUtc() };
    }

    void open(const ProfileNames &names = [](const QString &id) { return id; })
    {
        queue = std::make_unique<UploadQueue>(queuePath());
        window = std::make_unique<QMainWindow>();
        dock = new UploadsDock(*queue, settings, names, &QDateTime::currentDateTimeUtc);
        dock->setProfile(QStringLiteral("p"));
        window->setCentralWidget(new DockSplitter(new QWidget, dock, settings));
        window->resize(1388, 700);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("the window is not shown");
    }
    void close()
    {
        window.reset();
        queue.reset();
    }
    void connect(const QString &profile, const QUrl &server) const
    {
        queue->connectProfile(profile,
            { .server = server,
                .credentials
                = { Credentials::Scheme::Basic, QStringLiteral("admin"), QStringLiteral("admin") },
                .retryDelays = {},
                .useSystemProxy = false });
    }
    void connect() { connect(QStringLiteral("p"), bench.url()); }

    QString makeFile(const QString &name, qint64 size) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly)
            || file.write(QByteArray(size, name.back().toLatin1())) != size)
            qFatal("a file cannot be written");
        return file.fileName();
    }
    qint64 add(const QString &name, qint64 size = 1000, const QString &profile = {}) const
    {
        const auto added
            = queue->add({ .profileId = profile.isEmpty() ? QStringLiteral("p") : profile,
                .softwareModuleId = module,
                .moduleTitle = QStringLiteral("gateway 1.0"),
                .path = makeFile(name, size) });
        if (!added)
            qFatal("not queued");
        if (!QTest::qWaitFor([&] { return queue->find(*added)->size > 0; }))
            qFatal("nobody looks at the file");
        return *added;
    }

    // The window has given the dock its place.
    bool isLaidOut() const
    {
        return window->rect().contains(QRect(dock->mapTo(window.get(), QPoint()), dock->size()));
    }
    UploadsTable &table() const { return dock->table(); }
    QString rows() const
    {
        QStringList names;
        for (const Upload &upload : queue->uploads())
            names << upload.filename;
        return names.join(QLatin1Char(' '));
    }
    UploadState state(qint64 id) const { return queue->find(id)->state; }
    QString text(qint64 id, int column) const
    {
        return dock->list().index(dock->list().rowOf(id), column).data().toString();
    }
    AnswerBar *bar(qint64 id) const
    {
        return qobject_cast<AnswerBar *>(
            table().indexWidget(dock->list().index(dock->list().rowOf(id), UploadProgressColumn)));
    }
    QPushButton *answer(qint64 id, const QString &text) const
    {
        if (bar(id) != nullptr) {
            for (QPushButton *const button : bar(id)->findChildren<QPushButton *>()) {
                if (!button->isHidden() && button->text() == text)
                    return button;
            }
        }
        return nullptr;
    }
    QStringList artifacts()
    {
        QStringList names;
        bench.change([&](Fleet &fleet) {
            for (const SimArtifact &artifact : fleet.modules.find(module)->artifacts)
                names << artifact.filename;
        });
        return names;
    }
    QString queuePath() const { return folder.filePath(QStringLiteral("q/uploads.sqlite")); }

    SimulatorBench bench;
    qint64 module = QJsonDocument::fromJson(
        bench
            .manage("POST", "softwaremodules",
                QJsonArray{ QJsonObject{ { QStringLiteral("name"), QStringLiteral("gateway") },
                    { QStringLiteral("version"), QStringLiteral("1.0") },
                    { QStringLiteral("type"), QStringLiteral("os") } } })
            .body)[0][QStringLiteral("id")]
                        .toInteger();
    QTemporaryDir folder;
    QSettings settings{ folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    std::unique_ptr<UploadQueue> queue;
    std::unique_ptr<QMainWindow> window;
    UploadsDock *dock = nullptr;
};

} // namespace falconer
