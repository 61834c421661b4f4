// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/types/typessheet.h"

#include "services/http/client.h"
#include "ui/shared/banner.h"
#include "ui/shared/missingright.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/shared/sheethead.h"
#include "ui/shared/tableview.h"
#include "ui/types/deletetypesheet.h"
#include "ui/types/moduletypesheet.h"
#include "ui/types/settypesheet.h"
#include "ui/types/typecolumns.h"
#include "ui/types/typepane.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 940;
constexpr int mostTypes = 500; // a page
constexpr int colourColumn = 4;
constexpr int lowest = 260;
constexpr int highest = 460;
constexpr int besidePages = 240; // head, foot and margins

QString keyOf(const SoftwareModuleType &type)
{
    return QString::number(type.id);
}

QString keyOf(const SetTypeRules &rules)
{
    return QString::number(rules.type.id);
}

} // namespace

TypesSheet::TypesSheet(
    QWidget *window, Client &client, const ServerFacts &server, SheetContext context)
    : Sheet(window)
    , m_context{ client, server, std::move(context) }
    , m_moduleTypes(moduleTypeColumns(), [](const SoftwareModuleType &type) { return keyOf(type); })
    , m_setTypes(setTypeColumns(), [](const SetTypeRules &rules) { return keyOf(rules); })
    , m_book(client)
    , m_kinds(new SegmentedButton(this))
    , m_banner(new Banner(this))
    , m_pages(new QStackedWidget(this))
    , m_modulePane(new TypePane(tr("Software module types"), m_moduleTypes, colourColumn, this))
    , m_setPane(new TypePane(tr("Distribution set types"), m_setTypes, colourColumn, this))
{
    build();
    listen();
    fitPages(window->window()->height());
    read();
}

// They must not outlive their models.
TypesSheet::~TypesSheet()
{
    delete m_modulePane;
    delete m_setPane;
}

void TypesSheet::build()
{
    setPanelWidth(widest);
    setAccessibleName(tr("Types"));
    if (m_context.sheets.isProduction)
        setFrameColour(m_context.sheets.colour);
    auto *const title = new SheetHead(this);
    title->setTitle(tr("Types"));
    title->setSubtitle(
        tr("of software modules and distribution sets on %1").arg(m_context.sheets.profile));
    head()->addWidget(title);
    m_kinds->setAccessibleName(tr("Which types"));
    m_kinds->addSegment(tr("Module types"));
    m_kinds->addSegment(tr("Set types"));
    m_pages->addWidget(m_modulePane);
    m_pages->addWidget(m_setPane);
    auto *const column = new QVBoxLayout;
    column->setContentsMargins(18, 12, 18, 12);
    column->setSpacing(10);
    column->addWidget(m_banner);
    column->addWidget(m_kinds, 0, Qt::AlignLeft);
    column->addWidget(m_pages, 1);
    body()->addLayout(column);
    auto *const close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"close"_s);
    auto *const row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(close);
    foot()->addLayout(row);
    setDefaultButton(close);
    setFirstField(&m_modulePane->table());
    connect(close, &QPushButton::clicked, this, &Sheet::reject);
}

void TypesSheet::listen()
{
    connect(m_kinds, &SegmentedButton::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_banner, &Banner::actionTriggered, this, &TypesSheet::read);
    connect(&m_book, &SetTypeBook::changed, this, &TypesSheet::takeSetTypes);
    connect(m_modulePane, &TypePane::newWanted, this, [this] { editModuleType(std::nullopt); });
    connect(m_modulePane, &TypePane::editWanted, this,
        [this] { editModuleType(m_moduleTypes.itemAt(m_modulePane->currentRow())); });
    connect(m_modulePane, &TypePane::deleteWanted, this, &TypesSheet::deleteModuleType);
    connect(m_setPane, &TypePane::newWanted, this, [this] { editSetType(std::nullopt); });
    connect(m_setPane, &TypePane::editWanted, this,
        [this] { editSetType(m_setTypes.itemAt(m_setPane->currentRow())); });
    connect(m_setPane, &TypePane::deleteWanted, this, &TypesSheet::deleteSetType);
}

void TypesSheet::forbid()
{
    const auto problems = [this](TypePane &pane, const QString &kind, const QString &missing) {
        const ServerFacts &server = m_context.server;
        const auto problem = [&](const QString &right) {
            const QString why = missingRight(server, { right + kind });
            return why.isEmpty() ? missing : why;
        };
        pane.setObstacles(problem(u"CREATE_"_s), problem(u"UPDATE_"_s),
            missingRight(server, { "DELETE_"_L1 + kind }));
    };
    problems(*m_modulePane, u"SOFTWARE_MODULE_TYPE"_s, {});
    problems(*m_setPane, u"DISTRIBUTION_SET_TYPE"_s, missingModuleTypes());
}

// What a set type may hold is chosen among the module types. Empty: they are there.
QString TypesSheet::missingModuleTypes() const
{
    if (m_hasModuleTypes)
        return {};
    return m_isReadingModuleTypes ? tr("The module types are being read...")
                                  : tr("The module types could not be read.");
}

void TypesSheet::showKind(Kind kind)
{
    m_kinds->setCurrentIndex(int(kind));
}

void TypesSheet::read()
{
    m_banner->clear();
    if (m_moduleTypes.items().isEmpty())
        m_modulePane->showNothing(tr("The types are being read..."));
    if (m_setTypes.items().isEmpty())
        m_setPane->showNothing(tr("The types are being read..."));
    m_isReadingModuleTypes = true;
    forbid();
    m_call = m_context.client.send(
        listSoftwareModuleTypes({ .limit = mostTypes, .sort = { u"name"_s, Qt::AscendingOrder } }),
        [this](const Result<Page<SoftwareModuleType>> &page) { takeModuleTypes(page); });
    m_book.read();
}

void TypesSheet::takeModuleTypes(const Result<Page<SoftwareModuleType>> &page)
{
    m_isReadingModuleTypes = false;
    m_hasModuleTypes = m_hasModuleTypes || page;
    forbid();
    if (!page) {
        m_banner->showError(page.error(), m_context.sheets.profile);
        m_banner->setAction(tr("Try again"));
        if (m_moduleTypes.items().isEmpty())
            m_modulePane->showNothing(tr("The types could not be read."));
        return;
    }
    QList<SoftwareModuleType> types = page->content;
    types.removeIf([](const SoftwareModuleType &type) { return type.deleted; });
    m_moduleTypes.setItems(types);
    m_modulePane->showNothing(types.isEmpty() ? tr("There is no module type yet.") : QString(),
        tr("Every software module needs one."));
    showCounts();
    chooseWanted();
}

void TypesSheet::takeSetTypes()
{
    if (m_book.error()) {
        m_banner->showError(*m_book.error(), m_context.sheets.profile);
        m_banner->setAction(tr("Try again"));
        if (m_setTypes.items().isEmpty())
            m_setPane->showNothing(tr("The types could not be read."));
        return;
    }
    m_setTypes.setItems(m_book.types());
    m_setPane->showNothing(m_book.types().isEmpty() ? tr("There is no set type yet.") : QString(),
        tr("Every distribution set needs one."));
    showCounts();
    chooseWanted();
}

void TypesSheet::showCounts()
{
    m_kinds->setCounted(0, tr("Module types"), m_moduleTypes.items().size());
    m_kinds->setCounted(1, tr("Set types"), m_setTypes.items().size());
}

void TypesSheet::chooseWanted()
{
    if (const int row = m_moduleTypes.rowOf(m_wantedModuleType); row >= 0) {
        m_modulePane->select(row);
        m_wantedModuleType.clear();
    }
    if (const int row = m_setTypes.rowOf(m_wantedSetType); row >= 0) {
        m_setPane->select(row);
        m_wantedSetType.clear();
    }
}

void TypesSheet::editModuleType(const std::optional<SoftwareModuleType> &type)
{
    auto *const form = new ModuleTypeSheet(m_context, type, this);
    connect(form, &ModuleTypeSheet::created, this,
        [this](qint64 id) { m_wantedModuleType = QString::number(id); });
    openForm(form);
}

void TypesSheet::editSetType(const std::optional<SetTypeRules> &rules)
{
    auto *const form = new SetTypeSheet(m_context, m_moduleTypes.items(), rules, this);
    connect(form, &SetTypeSheet::created, this,
        [this](qint64 id) { m_wantedSetType = QString::number(id); });
    openForm(form);
}

void TypesSheet::deleteModuleType()
{
    if (const auto type = m_moduleTypes.itemAt(m_modulePane->currentRow()))
        openForm(new DeleteTypeSheet(m_context, *type, m_setTypes.items(), this));
}

void TypesSheet::deleteSetType()
{
    if (const auto rules = m_setTypes.itemAt(m_setPane->currentRow()))
        openForm(new DeleteTypeSheet(m_context, rules->type, this));
}

void TypesSheet::openForm(FormSheet *form)
{
    connect(form, &FormSheet::written, this, &TypesSheet::read);
    connect(form, &FormSheet::written, this, &TypesSheet::changed);
    form->open();
}

void TypesSheet::resizeEvent(QResizeEvent *event)
{
    fitPages(height());
    Sheet::resizeEvent(event);
}

void TypesSheet::fitPages(int windowHeight)
{
    m_pages->setFixedHeight(std::clamp(windowHeight - besidePages, lowest, highest));
}

} // namespace falconer
