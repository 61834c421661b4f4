// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/live/feed.h"
#include "services/session/session.h"
#include "tests/support/hand.h"
#include "tests/support/simulatorbench.h"
#include "ui/composition/placesview.h"
#include "ui/composition/setbar.h"
#include "ui/composition/setpage.h"
#include "ui/composition/setsside.h"
#include "ui/composition/tagchip.h"
#include "ui/composition/tagstrip.h"
#include "ui/repository/modulemimedata.h"
#include "ui/repository/modulespane.h"
#include "ui/shared/banner.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/formfield.h"
#include "ui/shared/formsheet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

namespace falconer {

// Modules and sets side by side, below them the page of the set, on the demo's products.
struct SetsStage {
    explicit SetsStage(const FleetOptions &options = {},
        const SheetContext &sheets = { .profile = QStringLiteral("Test") })
        : bench(options)
    {
        if (!plurals.load(QStringLiteral(":/translations/falconer_en.qm")))
            qFatal("no plurals");
        QCoreApplication::installTranslator(&plurals); // until it goes
        ClientOptions client;
        client.server = bench.url();
        client.credentials
            = { Credentials::Scheme::Basic, QStringLiteral("admin"), QStringLiteral("admin") };
        client.useSystemProxy = false;
        client.retryDelays = {};
        session = std::make_unique<Session>(Profile{ .server = client.server }, client);
        session->connectToServer();
        if (!QTest::qWaitFor([this] { return session->state() == Session::State::Connected; }))
            qFatal("the simulator is silent");
        feed = std::make_unique<Feed>(session->client());
        build({ session->client(), *feed, session->facts(), settings, sheets,
            QStringLiteral("profile-1"), nullptr, &QDateTime::currentDateTimeUtc });
    }
    ~SetsStage()
    {
        window.reset();
        feed.reset();
        session.reset(); // before the server, which waits for its connections
    }

    void build(const RepositoryContext &context)
    {
        window = std::make_unique<QMainWindow>();
        auto *const rows = new QSplitter(Qt::Vertical);
        auto *const columns = new QSplitter;
        modules = new ModulesPane(context, columns);
        side = new SetsSide(context, columns);
        page = new SetPage(context, *side, rows);
        rows->insertWidget(0, columns);
        rows->setSizes({ 420, 380 });
        columns->setSizes({ 500, 500 });
        QObject::connect(
            side, &SetsSide::currentChanged, page, [this] { page->showSet(side->currentSet()); });
        wireDrags();
        window->setCentralWidget(rows);
        window->resize(1388, 836); // beside rail and top bar
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get())
            || !QTest::qWaitFor([this] { return isAtRest() && side->types().isRead(); }))
            qFatal("no sets");
    }
    void wireDrags() const
    {
        DragTable &table = modules->table();
        table.setDragRules({ .data = [this]() -> std::unique_ptr<QMimeData> {
                                return std::make_unique<ModuleMimeData>(modules->picked().items);
                            },
            .words = [] { return DragWords{ .title = QStringLiteral("modules"), .badge = {} }; } });
        QObject::connect(&table, &DragTable::dragBegun, side, &SetsSide::showDrag);
        QObject::connect(&table, &DragTable::dragBegun, page, &SetPage::showDrag);
        QObject::connect(&table, &DragTable::dragEnded, side, &SetsSide::endDrag);
        QObject::connect(&table, &DragTable::dragEnded, page, &SetPage::endDrag);
    }

    bool isAtRest() const
    {
        return side->model().isTotalKnown() && !side->model().isLoading()
            && modules->model().isTotalKnown() && !modules->model().isLoading();
    }
    qint64 id(DemoProduct product, const char *version) const
    {
        return bench.setOf(product, QString::fromLatin1(version));
    }
    int rowOf(qint64 set) const { return side->model().rowOf(QString::number(set)); }
    int moduleRow(const QString &name, const QString &version) const
    {
        for (int row = 0; row < modules->model().rowCount(); ++row) {
            const auto module = modules->model().itemAt(row);
            if (module && module->name == name && module->version == version)
                return row;
        }
        qFatal("no such module");
    }
    static void bringIntoSight(QTableView &table, int row)
    {
        const QModelIndex index = table.model()->index(row, 0);
        const bool isInSight = QTest::qWaitFor([&] {
            table.scrollTo(index);
            return table.viewport()->rect().contains(table.visualRect(index).center());
        });
        if (!isInSight)
            qFatal("no such row");
    }
    void select(qint64 set, Qt::KeyboardModifiers keys = {}) const
    {
        bringIntoSight(side->table(), rowOf(set));
        clickRow(&side->table(), rowOf(set), keys);
    }
    // Selects a set and waits until all of it is shown.
    void show(qint64 set) const
    {
        select(set);
        if (!QTest::qWaitFor([this, set] {
                return page->shownSet() && page->shownSet()->id == set && page->tags().isRead();
            }))
            qFatal("the page shows nothing");
    }
    void selectModule(const QString &name, const QString &version) const
    {
        const int row = moduleRow(name, version);
        bringIntoSight(modules->table(), row);
        clickRow(&modules->table(), row);
    }
    QPoint placeOfModule(const QString &name, const QString &version) const
    {
        const int row = moduleRow(name, version);
        bringIntoSight(modules->table(), row);
        return placeOf(modules->table(), modules->table().model()->index(row, 0));
    }
    QPoint placeOfSet(qint64 set) const
    {
        bringIntoSight(side->table(), rowOf(set));
        return placeOf(side->table(), side->table().model()->index(rowOf(set), 0));
    }
    QTreeWidgetItem *placeItem(const QString &name) const
    {
        for (QTreeWidgetItem *const item :
            page->places().findItems(name, Qt::MatchExactly | Qt::MatchRecursive))
            return item;
        return nullptr;
    }
    QPoint placeOfItem(QTreeWidgetItem *item) const
    {
        PlacesView &view = page->places();
        return view.viewport()->mapTo(window.get(), view.visualItemRect(item).center());
    }

    FormSheet *sheet() const
    {
        for (FormSheet *const each : window->findChildren<FormSheet *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    template <typename T> T *part(const QString &name) const
    {
        for (T *const each : window->findChildren<T *>(name)) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QPushButton *deed() const { return sheet()->findChild<QPushButton *>(QStringLiteral("do")); }
    QPushButton *keep() const
    {
        return sheet()->findChild<QPushButton *>(QStringLiteral("cancel"));
    }
    void run(const QString &command) const
    {
        clickAt(side->bar().findChild<QPushButton *>(command));
        if (!QTest::qWaitFor([this] { return sheet() != nullptr; }))
            qFatal("no sheet");
    }
    // A command behind "More".
    void trigger(const QString &command) const
    {
        side->bar().findChild<QAction *>(command)->trigger();
    }
    void type(const QString &field, const QString &text) const
    {
        auto *const edit = part<QLineEdit>(field);
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit, text);
    }
    QString problem() const
    {
        for (const FormField *const field : sheet()->findChildren<FormField *>()) {
            if (field->hasProblem())
                return field->problem();
        }
        return {};
    }
    QString line(const QString &id) const
    {
        const auto *const label = part<QLabel>(QStringLiteral("sentence-") + id);
        return label ? label->text() : QString();
    }
    Banner *sideBanner() const { return side->findChild<Banner *>(); }
    QPushButton *bannerButton(const Banner &banner) const
    {
        for (QPushButton *const button : banner.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() != QStringLiteral("Details"))
                return button;
        }
        return nullptr;
    }

    // What the server has.
    QJsonValue read(const QByteArray &path)
    {
        const QJsonDocument document = QJsonDocument::fromJson(bench.manage("GET", path).body);
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    QStringList modulesOf(qint64 set)
    {
        QStringList names;
        const QJsonArray modulesThere
            = read("distributionsets/" + QByteArray::number(set))[QStringLiteral("modules")]
                  .toArray();
        for (const auto &module : modulesThere)
            names << module[QStringLiteral("name")].toString() + QLatin1Char(' ')
                    + module[QStringLiteral("version")].toString();
        names.sort();
        return names;
    }
    QJsonValue setJson(qint64 set) { return read("distributionsets/" + QByteArray::number(set)); }
    std::optional<qint64> find(const QString &name, const QString &version)
    {
        std::optional<qint64> found;
        bench.change([&](Fleet &fleet) {
            for (const auto &[number, one] : fleet.sets.rows()) {
                if (one.name == name && one.version == version)
                    found = number;
            }
        });
        return found;
    }
    qint64 sent() const { return session->client().sentCount(); }

    QTranslator plurals;
    SimulatorBench bench;
    QTemporaryDir folder;
    QSettings settings{ folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    std::unique_ptr<Session> session;
    std::unique_ptr<Feed> feed;
    std::unique_ptr<QMainWindow> window;
    ModulesPane *modules = nullptr;
    SetsSide *side = nullptr;
    SetPage *page = nullptr;
};

} // namespace falconer
