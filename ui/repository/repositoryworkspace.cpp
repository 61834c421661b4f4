// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/repositoryworkspace.h"
#include "ui/repository/typecolours.h"

#include "services/live/feed.h"
#include "services/uploads/uploadqueue.h"
#include "ui/composition/placesview.h"
#include "ui/composition/setpage.h"
#include "ui/composition/setsside.h"
#include "ui/repository/artifactspane.h"
#include "ui/repository/downloadstrip.h"
#include "ui/repository/fileintake.h"
#include "ui/repository/modulecommands.h"
#include "ui/repository/modulepage.h"
#include "ui/repository/modulespane.h"
#include "ui/repository/putintoset.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/dropoverlay.h"
#include "ui/shared/panecycle.h"
#include "ui/shared/searchfield.h"
#include "ui/types/typessheet.h"

#include <QFocusEvent>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView columnsKey("repository/columns");
constexpr QLatin1StringView rowsKey("repository/rows");

SearchScope moduleSearch()
{
    return { .fields = { u"name"_s, u"version"_s, u"description"_s },
        .name = RepositoryWorkspace::tr("Search software modules"),
        .placeholder = RepositoryWorkspace::tr("Search software modules: words, or RSQL"),
        .help = RepositoryWorkspace::tr("Words are looked for in name, version and description.\n"
                                        "RSQL passes through, for example type==os;version==2.*") };
}

QSplitter *makeSplitter(Qt::Orientation orientation, QWidget *parent)
{
    auto *const splitter = new QSplitter(orientation, parent);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    return splitter;
}

} // namespace

RepositoryWorkspace::RepositoryWorkspace(const RepositoryContext &context, QWidget *parent)
    : Workspace(parent)
    , m_context(context)
    , m_search(new SearchField(moduleSearch(), this))
{
    m_search->hide(); // until the top bar shows it
    build();
    restoreState();
    wireSearch();
    wireModules();
    wireSets();
    wireTypes();
    wireComposing();
    wireFiles();
    wireDrags();
    showModule();
}

RepositoryWorkspace::~RepositoryWorkspace() = default;

void RepositoryWorkspace::build()
{
    setAcceptDrops(true);
    m_rows = makeSplitter(Qt::Vertical, this);
    m_columns = makeSplitter(Qt::Horizontal, m_rows);
    m_modules = new ModulesPane(m_context, m_columns);
    m_sets = new SetsSide(m_context, m_columns);
    m_columns->addWidget(m_modules);
    m_columns->addWidget(m_sets);
    m_rows->addWidget(m_columns);
    m_rows->addWidget(newDetails());
    m_downloads = new DownloadStrip(m_context, this);
    m_commands = new ModuleCommands(m_context, *m_modules, this);
    m_intake = new FileIntake(m_context, this);
    m_overlay = new DropOverlay(this);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_rows, 1);
    layout->addWidget(m_downloads);
    new PaneCycle({ m_search, &m_modules->table(), &m_sets->table(),
                      &m_modulePage->artifacts().table(), &m_setPage->places() },
        this);
}

QWidget *RepositoryWorkspace::newDetails()
{
    m_details = new QStackedWidget(m_rows);
    m_modulePage = new ModulePage(m_context, m_details);
    m_setPage = new SetPage(m_context, *m_sets, m_details);
    m_details->addWidget(m_modulePage);
    m_details->addWidget(m_setPage);
    return m_details;
}

void RepositoryWorkspace::restoreState()
{
    if (!m_columns->restoreState(m_context.settings.value(columnsKey).toByteArray()))
        m_columns->setSizes({ 700, 700 });
    if (!m_rows->restoreState(m_context.settings.value(rowsKey).toByteArray()))
        m_rows->setSizes({ 480, 340 });
}

void RepositoryWorkspace::saveState()
{
    m_context.settings.setValue(columnsKey, m_columns->saveState());
    m_context.settings.setValue(rowsKey, m_rows->saveState());
    m_modulePage->saveState();
}

int RepositoryWorkspace::pendingChanges() const
{
    return m_modules->model().pendingChanges() + m_sets->model().pendingChanges();
}

// Not by a focus proxy: Tab goes to the proxy of whatever it meets first, and so past the head of
// the pane.
void RepositoryWorkspace::focusInEvent(QFocusEvent *event)
{
    m_modules->table().setFocus(event->reason());
}

QWidget *RepositoryWorkspace::searchField()
{
    return m_search;
}

void RepositoryWorkspace::focusSearch()
{
    m_search->focusAndSelect();
}

void RepositoryWorkspace::refresh()
{
    m_modules->reload();
    m_sets->reload();
    m_context.feed.refresh();
}

void RepositoryWorkspace::showPendingChanges()
{
    m_modules->model().applyPending();
    m_sets->model().applyPending();
}

void RepositoryWorkspace::wireSearch()
{
    connect(m_search, &SearchField::filterChanged, m_modules, &ModulesPane::setFilter);
    connect(m_modules, &ModulesPane::searchRequested, m_search, &SearchField::setText);
    connect(m_modules, &ModulesPane::filterProblem, m_search, &SearchField::setProblem);
    connect(m_modules, &ModulesPane::filterBusyChanged, m_search, &SearchField::setBusy);
    connect(m_modules, &ModulesPane::matchesChanged, m_search, &SearchField::setCount);
    for (const PagedModelBase *const model : { static_cast<PagedModelBase *>(&m_modules->model()),
             static_cast<PagedModelBase *>(&m_sets->model()) })
        connect(model, &PagedModelBase::pendingChangesChanged, this,
            [this] { emit pendingChangesChanged(pendingChanges()); });
}

void RepositoryWorkspace::wireModules()
{
    connect(m_modules, &ModulesPane::currentChanged, this, [this] {
        m_modulePage->showModule(m_modules->currentModule(), m_modules->selectedCount());
    });
    // Values change by themselves too; only who chooses a module wants to see it. Not at the press:
    // the places of the set that is shown have to be there for a module that is dragged.
    DragTable &table = m_modules->table();
    connect(m_modules, &ModulesPane::chosen, this, [this] {
        if (m_modules->table().hasFocus() && !m_modules->table().isHeld())
            showModule();
    });
    connect(&table, &DragTable::letGo, this, [this] {
        if (m_modules->selectedCount() > 0)
            showModule();
    });
    const auto goThere = [this] {
        showModule();
        m_modulePage->artifacts().table().setFocus();
    };
    connect(m_modules, &ModulesPane::detailsRequested, this, goThere);
    connect(m_commands, &ModuleCommands::detailsRequested, this, goThere);
    connect(m_commands, &ModuleCommands::written, this, &RepositoryWorkspace::afterWrite);
    connect(m_commands, &ModuleCommands::created, this, [this](qint64 id) {
        m_modules->selectModules({ id });
        showModule();
    });
    connect(m_modulePage, &ModulePage::written, this, &RepositoryWorkspace::afterWrite);
    connect(m_modules, &ModulesPane::typesRequested, this, &RepositoryWorkspace::openTypes);
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(
        &table, &QWidget::customContextMenuRequested, this, &RepositoryWorkspace::showModuleMenu);
}

void RepositoryWorkspace::wireSets()
{
    connect(m_sets, &SetsSide::currentChanged, this, [this] {
        m_setPage->showSet(m_sets->currentSet());
        if (m_sets->table().hasFocus())
            showSet();
    });
    connect(m_sets, &SetsSide::detailsRequested, this, [this] {
        showSet();
        m_setPage->places().setFocus();
    });
    connect(m_sets, &SetsSide::created, this, &RepositoryWorkspace::showSet);
    connect(m_sets, &SetsSide::composed, this, &RepositoryWorkspace::showSet);
    // A set that is locked locks its modules; one that is made shows where they are.
    connect(m_sets, &SetsSide::written, this, [this] {
        m_modules->reload();
        m_modulePage->readHolders();
        m_context.feed.refresh();
    });
}

// Their colours, wherever a type is named.
void RepositoryWorkspace::wireTypes()
{
    m_typeColours = new TypeColours(m_context.client, m_sets->types(), this);
    TypeDelegate::install(m_modules->table(), m_modules->model(), *m_typeColours, [this](int row) {
        const auto module = m_modules->model().itemAt(row);
        return module && m_typeColours->hasModules()
            ? std::optional(m_typeColours->ofModules(module->type))
            : std::nullopt;
    });
    TypeDelegate::install(m_sets->table(), m_sets->model(), *m_typeColours, [this](int row) {
        const auto set = m_sets->model().itemAt(row);
        return set && m_typeColours->hasSets() ? std::optional(m_typeColours->ofSets(set->type))
                                               : std::nullopt;
    });
    m_modulePage->setTypeColours(*m_typeColours);
}

void RepositoryWorkspace::showModule()
{
    m_details->setCurrentWidget(m_modulePage);
}

void RepositoryWorkspace::showSet()
{
    m_details->setCurrentWidget(m_setPage);
}

void RepositoryWorkspace::openTypes()
{
    auto *const sheet
        = new TypesSheet(window(), m_context.client, m_context.server, m_context.sheets);
    connect(sheet, &TypesSheet::changed, this, &RepositoryWorkspace::afterWrite);
    sheet->open();
}

void RepositoryWorkspace::showModuleMenu(const QPoint &place)
{
    if (m_modules->selectedCount() == 0)
        return;
    auto *const menu = new QMenu(&m_modules->table());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // why something is disabled
    m_commands->fillMenu(*menu);
    menu->addSeparator();
    menu->addAction(m_putIn);
    menu->popup(m_modules->table().viewport()->mapToGlobal(place));
}

// What we changed is shown at once, not at the next tick.
void RepositoryWorkspace::afterWrite()
{
    m_modules->reload();
    m_sets->reload();
    m_context.feed.refresh();
}

} // namespace falconer
