// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/metadatatable.h"

#include "models/metadatacolumns.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/metadatahead.h"
#include "ui/shared/tableheader.h"
#include "ui/shared/tableview.h"

#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

MetadataTable::MetadataTable(Client &client, MetadataOwner::Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_kind(kind)
    , m_model(metadataColumns(kind), [](const Metadata &entry) { return entry.key; })
{
    build();
    connect(m_head, &MetadataHead::addWanted, this, &MetadataTable::add);
    connect(m_head, &MetadataHead::editWanted, this, &MetadataTable::edit);
    connect(m_head, &MetadataHead::deleteWanted, this, &MetadataTable::askToDelete);
    connect(m_editor, &MetadataEditor::saveRequested, this, &MetadataTable::save);
    connect(m_editor, &MetadataEditor::cancelRequested, this, &MetadataTable::close);
    connect(m_banner, &Banner::actionTriggered, this, &MetadataTable::confirm);
    connect(m_banner, &Banner::dismissed, this, [this] { m_doomed.clear(); });
    connect(m_table, &QAbstractItemView::activated, this, &MetadataTable::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &MetadataTable::updateButtons);
    updateButtons();
}

// The view must not outlive its model.
MetadataTable::~MetadataTable()
{
    delete m_table;
}

void MetadataTable::build()
{
    m_head = new MetadataHead(this);
    m_banner = new Banner(this);
    m_table = new TableView(this);
    m_table->setAccessibleName(tr("Metadata"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->header().setStretchLastSection(false);
    m_table->header().setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setMinimumHeight(96);
    m_editor = new MetadataEditor(m_kind, this);
    m_editor->hide();
    auto *const remove = new QShortcut(Qt::Key_Delete, m_table);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &MetadataTable::askToDelete);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_editor);
}

void MetadataTable::showOwner(const QString &id, const QString &fixed)
{
    const bool isOther = id != m_id;
    if (isOther) {
        keepDraft();
        m_id = id;
        forget();
        m_model.setItems({});
        m_table->emptyState().hide();
    }
    m_fixed = fixed;
    updateButtons();
    reload();
    if (isOther && m_drafts.contains(id))
        showKept();
}

void MetadataTable::showKept()
{
    const Kept kept = m_drafts.take(m_id);
    open(kept.typed);
    m_opened = kept.opened;
    m_editor->setBusy(m_saves.contains(m_id));
    if (kept.refusal)
        showRefusal(*kept.refusal);
}

void MetadataTable::clear()
{
    keepDraft();
    m_id.clear();
    m_read = {};
    forget();
    m_model.setItems({});
    m_table->emptyState().hide();
    updateButtons();
}

void MetadataTable::forget()
{
    m_doomed.clear();
    m_isAboutEditor = false;
    m_banner->clear();
}

void MetadataTable::showError(const Error &error)
{
    m_doomed.clear();
    m_isAboutEditor = false;
    m_banner->showError(error);
}

void MetadataTable::keepDraft()
{
    if (m_editor->isHidden())
        return;
    m_drafts[m_id] = { m_editor->draft(), m_opened, std::nullopt };
    m_editor->hide();
}

void MetadataTable::reload()
{
    if (m_id.isEmpty())
        return;
    m_read = m_client.send(
        listMetadata(owner()), [this](const Result<QList<Metadata>> &answer) { take(answer); });
}

void MetadataTable::take(const Result<QList<Metadata>> &answer)
{
    if (!answer) {
        showError(answer.error());
        m_banner->setAction(tr("Try again"));
        return;
    }
    if (m_doomed.isEmpty() && !m_isAboutEditor)
        m_banner->clear();
    QList<Metadata> entries = *answer;
    std::sort(entries.begin(), entries.end(),
        [](const Metadata &a, const Metadata &b) { return a.key < b.key; });
    m_model.setItems(entries);
    m_table->emptyState().setVisible(entries.isEmpty());
    m_table->emptyState().setContent(Icon::Empty, tr("No metadata"),
        m_fixed.isEmpty() ? tr("Add... notes a key and a value.") : QString());
    updateButtons();
    if (m_undeleted.contains(m_id)) {
        showError(m_undeleted.take(m_id));
        m_banner->setDismissable(true);
    }
}

std::optional<Metadata> MetadataTable::current() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : m_model.itemAt(rows.first().row());
}

void MetadataTable::updateButtons()
{
    m_head->setState(m_id.isEmpty() ? tr("Nothing is selected.") : m_fixed, current());
}

void MetadataTable::add()
{
    if (mayOpen())
        open({});
}

void MetadataTable::edit()
{
    const std::optional<Metadata> entry = current();
    if (entry && m_head->canChange() && mayOpen())
        open({ *entry, false });
}

// What was typed is not replaced: it is saved or cancelled first.
bool MetadataTable::mayOpen()
{
    if (m_editor->isHidden() || (m_editor->draft() == m_opened && !m_editor->isBusy()))
        return true;
    m_doomed.clear();
    m_banner->showMessage(Tone::Attention, tr("Save or cancel this entry first."));
    m_isAboutEditor = true;
    m_editor->focusFirst();
    return false;
}

void MetadataTable::open(const MetadataDraft &draft)
{
    QStringList keys;
    for (const Metadata &entry : m_model.items())
        keys << entry.key;
    m_editor->show();
    m_editor->edit(draft, keys);
    m_opened = m_editor->draft();
}

void MetadataTable::close()
{
    m_saves.erase(m_id);
    m_editor->hide();
    clearNotice();
    m_table->setFocus(Qt::OtherFocusReason);
}

void MetadataTable::clearNotice()
{
    if (std::exchange(m_isAboutEditor, false))
        m_banner->clear();
}

} // namespace falconer
