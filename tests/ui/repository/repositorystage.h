// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/live/feed.h"
#include "services/session/session.h"
#include "services/uploads/uploadqueue.h"
#include "tests/support/hand.h"
#include "tests/support/simulatorbench.h"
#include "ui/repository/artifactspane.h"
#include "ui/repository/modulebar.h"
#include "ui/repository/modulepage.h"
#include "ui/repository/modulespane.h"
#include "ui/repository/repositoryworkspace.h"
#include "ui/shared/banner.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/formfield.h"
#include "ui/shared/formsheet.h"
#include "ui/shared/searchfield.h"

#include <QDir>
#include <QDrag>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMimeData>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QUrl>
#include <QVBoxLayout>

namespace falconer {

// Where files are dragged from, as from a file manager. Not in sight until it has some.
class Desktop final : public QLabel {
public:
    Desktop() { hide(); }

    void putOut(const QStringList &paths)
    {
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        putOutUrls(urls);
    }
    void putOutUrls(const QList<QUrl> &urls)
    {
        m_urls = urls;
        setText(QUrl::toStringList(urls).join(QLatin1Char('\n')));
        show();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // what is below moves
    }
    Qt::DropAction outcome() const { return m_outcome; }

protected:
    void mousePressEvent(QMouseEvent *) override { }
    void mouseMoveEvent(QMouseEvent *) override
    {
        auto *const drag = new QDrag(this);
        auto *const data = new QMimeData;
        data->setUrls(m_urls);
        drag->setMimeData(data);
        m_outcome = drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::MoveAction);
    }

private:
    QList<QUrl> m_urls;
    Qt::DropAction m_outcome = Qt::IgnoreAction;
};

// The workspace in a window, below its search field, on the demo's products.
struct RepositoryStage {
    // user: admin, or viewer, who may only look.
    explicit RepositoryStage(const FleetOptions &options = {},
        const SheetContext &sheets = { .profile = QStringLiteral("Test") },
        const QString &user = QStringLiteral("admin"))
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
        feed = std::make_unique<Feed>(session->client());
        uploads.connectProfile(profileId(), client, session->facts().user.permissions);
        workspace = new RepositoryWorkspace({ session->client(), *feed, session->facts(), settings,
            sheets, profileId(), &uploads, &QDateTime::currentDateTimeUtc });
        auto *const middle = new QWidget;
        auto *const layout = new QVBoxLayout(middle);
        layout->setContentsMargins({});
        layout->setSpacing(0);
        layout->addWidget(workspace->searchField());
        desktop = new Desktop;
        layout->addWidget(desktop);
        layout->addWidget(workspace);
        window = std::make_unique<QMainWindow>();
        window->setCentralWidget(middle);
        window->resize(1388, 836); // beside rail and top bar
        workspace->searchField()->show();
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("no window");
        if (!QTest::qWaitFor([this] { return isAtRest(); }))
            qFatal("no modules");
    }
    ~RepositoryStage()
    {
        window.reset();
        uploads.disconnectProfile(profileId());
        feed.reset();
        session.reset(); // before the server, which waits for its connections
    }

    ModulesPane &pane() const { return workspace->modules(); }
    DragTable &table() const { return pane().table(); }
    ArtifactsPane &artifacts() const { return workspace->modulePage().artifacts(); }
    int rows() const { return pane().model().rowCount(); }
    bool isAtRest() const { return pane().model().isTotalKnown() && !pane().model().isLoading(); }
    int rowOf(const QString &name, const QString &version) const
    {
        for (int row = 0; row < rows(); ++row) {
            const auto module = pane().model().itemAt(row);
            if (module && module->name == name && module->version == version)
                return row;
        }
        return -1;
    }
    void select(const QString &name, const QString &version, Qt::KeyboardModifiers keys = {}) const
    {
        const QModelIndex index = table().model()->index(rowOf(name, version), 0);
        const bool isInSight = QTest::qWaitFor([&] {
            table().scrollTo(index);
            return table().viewport()->rect().contains(table().visualRect(index).center());
        });
        if (!isInSight)
            qFatal("no such row");
        clickRow(&table(), index.row(), keys);
    }
    QPushButton *command(const QString &name) const
    {
        return pane().bar().findChild<QPushButton *>(name);
    }

    // Of the sheet that is open.
    FormSheet *sheet() const
    {
        for (FormSheet *const each : window->findChildren<FormSheet *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QString title() const { return sheet() ? sheet()->accessibleName() : QString(); }
    QPushButton *deed() const { return sheet()->findChild<QPushButton *>(QStringLiteral("do")); }
    QPushButton *keep() const
    {
        return sheet()->findChild<QPushButton *>(QStringLiteral("cancel"));
    }
    FormField *field(const QString &label) const
    {
        for (FormField *const each : sheet()->findChildren<FormField *>()) {
            if (each->field()->accessibleName() == label)
                return each;
        }
        qFatal("no such field");
    }
    void type(const QString &label, const QString &text) const
    {
        QWidget *const edit = field(label)->field();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit, text);
    }
    QString line(const QString &id) const
    {
        const auto *const label = sheet()->findChild<QLabel *>(QStringLiteral("sentence-") + id);
        return label ? label->text() : QString();
    }

    static QString profileId() { return QStringLiteral("profile-1"); }
    // A file of so many bytes on this computer.
    QString file(const QString &name, int bytes = 2048) const
    {
        QDir().mkpath(QFileInfo(folder.filePath(name)).absolutePath());
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write(QByteArray(bytes, 'f'));
        return file.fileName();
    }
    QPoint placeOfModule(const QString &name, const QString &version) const
    {
        return placeInTable(table(), rowOf(name, version));
    }
    static QPoint placeInTable(DragTable &table, int row)
    {
        const QModelIndex index = table.model()->index(row, 0);
        const bool isInSight = QTest::qWaitFor([&] {
            table.scrollTo(
                index, QAbstractItemView::PositionAtCenter); // away from where drags scroll
            return table.viewport()->rect().contains(table.visualRect(index).center());
        });
        if (!isInSight)
            qFatal("no such row");
        return placeOf(table, index);
    }

    // What the server has.
    std::optional<SimModule> module(const QString &name, const QString &version)
    {
        std::optional<SimModule> found;
        bench.change([&](Fleet &fleet) {
            for (const auto &[id, one] : fleet.modules.rows()) {
                if (one.name == name && one.version == version)
                    found = one;
            }
        });
        return found;
    }
    void changeModule(
        const QString &name, const QString &version, const std::function<void(SimModule &)> &change)
    {
        bench.change([&](Fleet &fleet) {
            for (auto &[id, one] : fleet.modules.rows()) {
                if (one.name == name && one.version == version)
                    change(one);
            }
        });
    }

    QTranslator plurals;
    SimulatorBench bench;
    QTemporaryDir folder;
    QSettings settings{ folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    UploadQueue uploads{ folder.filePath(QStringLiteral("uploads.sqlite")) };
    std::unique_ptr<Session> session;
    std::unique_ptr<Feed> feed;
    std::unique_ptr<QMainWindow> window;
    RepositoryWorkspace *workspace = nullptr;
    Desktop *desktop = nullptr;
};

} // namespace falconer
