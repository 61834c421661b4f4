// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/modulepage.h"

#include "models/softwaretitles.h"
#include "services/http/client.h"
#include "services/repository/moduledeletion.h"
#include "services/uploads/uploadqueue.h"
#include "ui/repository/artifactspane.h"
#include "ui/repository/deleteartifactsheet.h"
#include "ui/repository/modulefacts.h"
#include "ui/repository/moduleverdicts.h"
#include "ui/repository/typecolours.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/errortext.h"
#include "ui/shared/metadatatable.h"
#include "ui/shared/panehead.h"
#include "ui/shared/tableview.h"

#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView partsKey("repository/moduleParts");
constexpr int leastFacts = 230;
constexpr int factLabels = 78;

} // namespace

ModulePage::ModulePage(const RepositoryContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    build();
    connect(m_artifacts, &ArtifactsPane::uploadRequested, this, &ModulePage::uploadRequested);
    connect(m_artifacts, &ArtifactsPane::deleteRequested, this, [this](const Artifact &artifact) {
        auto *const sheet = new DeleteArtifactSheet(m_context, *m_module, artifact, window());
        connect(sheet, &FormSheet::written, this, [this] {
            if (m_context.uploads)
                m_context.uploads->noteRoom(m_context.profileId);
            emit written();
        });
        sheet->open();
    });
}

ModulePage::~ModulePage() = default;

void ModulePage::build()
{
    m_head = new PaneHead(tr("Software module"), this);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(this);
    m_parts = new QSplitter(Qt::Horizontal, this);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(1);
    m_facts = new PropertySheet(m_parts);
    m_facts->setMinimumWidth(leastFacts);
    m_facts->setLabelWidth(factLabels);
    m_artifacts = new ArtifactsPane(m_context, m_parts);
    m_parts->addWidget(m_facts);
    m_parts->addWidget(m_artifacts);
    m_metadata = new MetadataTable(m_context.client, MetadataOwner::Kind::SoftwareModule, m_parts);
    m_parts->addWidget(m_metadata);
    connect(m_metadata, &MetadataTable::written, this, &ModulePage::written);
    if (!m_parts->restoreState(m_context.settings.value(partsKey).toByteArray()))
        m_parts->setSizes({ 300, 680, 400 });
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_parts);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
}

void ModulePage::showModule(const std::optional<SoftwareModule> &module, qint64 selected)
{
    m_module = module;
    m_selected = selected;
    apply();
}

void ModulePage::saveState()
{
    m_context.settings.setValue(partsKey, m_parts->saveState());
}

void ModulePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    apply();
}

void ModulePage::apply()
{
    if (!isVisible())
        return;
    if (m_module && m_module == m_shown) {
        if (m_areHoldersOld)
            askHolders();
        return;
    }
    m_stack->setCurrentWidget(m_module ? static_cast<QWidget *>(m_parts) : m_empty);
    m_head->setTitle(m_module ? titleOf(*m_module) : tr("Software module"));
    m_shown = m_module;
    if (!m_module) {
        showNothing();
        m_holders = {};
        m_metadata->clear();
        return m_artifacts->clear();
    }
    showFacts();
    m_artifacts->showModule(*m_module);
    m_metadata->showOwner(QString::number(m_module->id), metadataIsFixed(m_context.server));
}

void ModulePage::showNothing()
{
    const auto count = int(m_selected);
    m_empty->setContent(Icon::Repository,
        count > 1 ? tr("%Ln software modules are selected", nullptr, count)
                  : tr("No software module is selected"),
        tr("Select one to see its artifacts, its metadata and the sets that hold it."));
}

void ModulePage::showFacts()
{
    m_facts->clear();
    m_moduleSection = m_facts->addSection(tr("Software module"));
    showModuleFacts();
    m_holdersSection = m_facts->addSection(tr("Distribution sets that hold it"));
    askHolders();
}

void ModulePage::showModuleFacts()
{
    const QString colour = m_colours ? m_colours->ofModules(m_shown->type) : QString();
    m_facts->setRows(m_moduleSection, moduleFacts(*m_shown, colour));
}

void ModulePage::setTypeColours(const TypeColours &colours)
{
    m_colours = &colours;
    connect(&colours, &TypeColours::changed, this, [this] {
        if (m_shown)
            showModuleFacts();
    });
}

void ModulePage::readHolders()
{
    m_areHoldersOld = true;
    apply();
}

void ModulePage::askHolders()
{
    m_areHoldersOld = false;
    m_holders = m_context.client.send(
        listSetsWith(m_module->id), [this](const Result<Page<DistributionSet>> &page) {
            if (page)
                return m_facts->setRows(m_holdersSection, holderFacts(*page),
                    tr("None: drag it onto a set to roll it out."));
            const ErrorText text = errorText(page.error(), m_context.sheets.profile);
            m_facts->setMessage(m_holdersSection, text.sentence, text.details);
        });
}

} // namespace falconer
