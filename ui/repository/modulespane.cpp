// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/modulespane.h"

#include "models/softwaremodulecolumns.h"
#include "ui/repository/modulebar.h"
#include "ui/shared/banner.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/loadbanner.h"
#include "ui/shared/panehead.h"
#include "ui/shared/rowreveal.h"

#include <QLocale>
#include <QPushButton>
#include <QShowEvent>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView newestColumn("created");

QString keyOf(const SoftwareModule &module)
{
    return QString::number(module.id);
}

} // namespace

ModulesPane::ModulesPane(const RepositoryContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(pageSource(context.client, &listSoftwareModules), softwareModuleColumns(), &keyOf)
    , m_selection(&m_model)
    , m_one(
          m_model, m_selection, context.feed, &getSoftwareModule, [this] { emit currentChanged(); })
    , m_watch(m_model, context.feed, &listSoftwareModules, Priority::Steady)
{
    build();
    wire();
}

ModulesPane::~ModulesPane() = default;

void ModulesPane::build()
{
    m_head = new PaneHead(tr("Software modules"), this);
    m_bringIn = new QPushButton(tr("Bring in..."), m_head);
    m_bringIn->setObjectName(u"bringIn"_s);
    m_bringIn->setAccessibleName(tr("Bring in files"));
    m_head->addControl(m_bringIn);
    m_types = new QPushButton(tr("Types..."), m_head);
    m_types->setObjectName(u"types"_s);
    m_types->setToolTip(tr("The types of software modules and of distribution sets"));
    m_head->addControl(m_types);
    m_new = new QPushButton(tr("New..."), m_head);
    m_new->setObjectName(u"new"_s);
    m_new->setAccessibleName(tr("New software module"));
    m_head->addControl(m_new);
    m_banner = new LoadBanner(m_model, m_context.sheets.profile, this);
    m_table = new DragTable(this);
    m_table->setAccessibleName(tr("Software modules"));
    m_reveal = new RowReveal(*m_table, m_model, newestColumn);
    m_bar = new ModuleBar(this);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(&m_banner->banner());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_bar);
}

void ModulesPane::wire()
{
    connect(m_bringIn, &QPushButton::clicked, this, &ModulesPane::bringInRequested);
    connect(m_types, &QPushButton::clicked, this, &ModulesPane::typesRequested);
    connect(m_new, &QPushButton::clicked, this, &ModulesPane::createRequested);
    connect(m_banner, &LoadBanner::retryRequested, this, &ModulesPane::reload);
    connect(m_banner, &LoadBanner::searchRefused, this, &ModulesPane::filterProblem);
    connect(&m_model, &PagedModelBase::totalChanged, this, &ModulesPane::showTotal);
    connect(&m_model, &PagedModelBase::loadingChanged, this, &ModulesPane::filterBusyChanged);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ModulesPane::currentChanged);
    connect(&m_selection, &SelectionByKey::keysChanged, this, &ModulesPane::currentChanged);
    connect(&m_selection, &SelectionByKey::keysChanged, this, [this] {
        if (!m_selection.isFollowing())
            emit chosen();
    });
    connect(m_table, &QAbstractItemView::activated, this, &ModulesPane::detailsRequested);
    m_table->emptyState().follow(m_model,
        { Icon::Repository, tr("No software module yet"),
            tr("A module holds the files that devices download. Drop files here, or make one."),
            tr("New module..."), [this] { emit createRequested(); } },
        { Icon::Search, tr("No software module matches"),
            tr("Search for a part of its name, version or description."), tr("Show all modules"),
            [this] { emit searchRequested({}); } });
}

// The view asks its model for rows as soon as it has one.
void ModulesPane::start()
{
    m_table->begin(m_model, m_selection,
        { m_context.settings, u"repository/modules"_s, newestColumn, Qt::DescendingOrder });
    m_bar->follow(*m_table, m_model, m_selection);
}

void ModulesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_table->model())
        start();
}

void ModulesPane::setFilter(const QString &rsql)
{
    m_model.setFilter(rsql);
    m_banner->setSearch(rsql);
}

void ModulesPane::setNewVerdict(const DropVerdict &verdict)
{
    m_new->setEnabled(verdict.allowed);
    m_new->setToolTip(verdict.sentence);
    m_bringIn->setEnabled(verdict.allowed);
    m_bringIn->setToolTip(verdict.allowed
            ? tr("Files of this computer become software modules, and a set (%1)")
                  .arg(QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText))
            : verdict.sentence);
}

void ModulesPane::reload()
{
    m_model.applyPending();
    m_model.reload();
}

void ModulesPane::selectModules(const QList<qint64> &ids)
{
    QStringList keys;
    for (const qint64 id : ids)
        keys << QString::number(id);
    m_selection.selectKeys(keys);
}

void ModulesPane::reveal(const QList<qint64> &ids, const QString &sentence)
{
    if (!m_model.filter().isEmpty())
        emit searchRequested({});
    selectModules(ids);
    if (!ids.isEmpty())
        m_reveal->reveal(QString::number(ids.constLast()));
    m_banner->showSuccess(sentence);
}

std::optional<SoftwareModule> ModulesPane::moduleAt(int row) const
{
    return row >= 0 ? m_model.itemAt(row) : std::nullopt;
}

void ModulesPane::showTotal(qint64 total)
{
    m_head->setSummary(QLocale().toString(total));
    emit matchesChanged(total);
}

void ModulesPane::showFailure(const Error &error)
{
    m_banner->showFailure(error);
}

void ModulesPane::showNotice(const QString &sentence)
{
    m_banner->showNotice(sentence);
}

void ModulesPane::endSuccess()
{
    m_banner->endSuccess();
}

} // namespace falconer
