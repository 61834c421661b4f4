// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journal/journalsheet.h"

#include "services/deployment/journalstore.h"
#include "ui/journal/journalcolumns.h"
#include "ui/journal/journalcsv.h"
#include "ui/journal/journaltext.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/errortext.h"
#include "ui/shared/sheethead.h"
#include "ui/shared/tableheader.h"
#include "ui/shared/tableview.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 1060;
constexpr int lowest = 200;
constexpr int highest = 560;
constexpr int besideTable = 250; // head, search, foot and margins

} // namespace

JournalSheet::JournalSheet(
    const Journal &journal, const JournalStore *store, QSettings &settings, QWidget *window)
    : Sheet(window)
    , m_journal(journal)
    , m_store(store)
    , m_settings(settings)
    , m_list(journal, journalColumns())
    , m_banner(new Banner(this))
    , m_search(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_table(new TableView(this))
    , m_note(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_save(new QPushButton(tr("Save as CSV..."), this))
{
    build(store != nullptr);
    wire();
    fitTable(window->window()->height());
    showCount();
    showTrouble();
}

// It must not outlive its model.
JournalSheet::~JournalSheet()
{
    delete m_table;
}

void JournalSheet::build(bool isKept)
{
    setPanelWidth(widest);
    setAccessibleName(tr("Journal"));
    auto *const title = new SheetHead(this);
    title->setTitle(tr("Journal"));
    title->setSubtitle(isKept ? tr("what was changed with Falconer on this computer")
                              : tr("what was changed with Falconer; it ends with the demo"));
    head()->addWidget(title);
    m_table->setAccessibleName(tr("Journal"));
    m_table->setModel(&m_list);
    m_table->header().setStretchLastSection(true);
    m_table->rememberIn(m_settings, u"journal/columns"_s);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *const column = new QVBoxLayout;
    column->setContentsMargins(18, 12, 18, 12);
    column->setSpacing(10);
    column->addWidget(m_banner);
    column->addWidget(newSearchRow());
    column->addWidget(m_table);
    body()->addLayout(column);
    foot()->addWidget(newFoot());
    setFirstField(m_search);
}

QWidget *JournalSheet::newSearchRow()
{
    auto *const row = new QWidget(this);
    m_search->setPlaceholderText(tr("Search the journal: server, user, set, module, file"));
    m_search->setAccessibleName(tr("Search the journal"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::Search, Tone::Quiet), QLineEdit::LeadingPosition);
    m_count->setObjectName(u"count"_s);
    m_count->setProperty("look", u"quiet"_s);
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(10);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_count);
    return row;
}

QWidget *JournalSheet::newFoot()
{
    auto *const foot = new QWidget(this);
    m_note->setObjectName(u"note"_s);
    m_note->setProperty("look", u"quiet"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_copy->setObjectName(u"copy"_s);
    m_save->setObjectName(u"save"_s);
    auto *const close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"close"_s);
    auto *const row = new QHBoxLayout(foot);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(m_note, 1);
    for (QPushButton *const button : { m_copy, m_save, close })
        row->addWidget(button);
    setDefaultButton(close);
    connect(close, &QPushButton::clicked, this, &Sheet::reject);
    return foot;
}

void JournalSheet::wire()
{
    connect(m_search, &QLineEdit::textChanged, &m_list, &JournalList::setSearch);
    // What was typed goes first, then the sheet.
    auto *const empty = new QShortcut(Qt::Key_Escape, m_search);
    empty->setContext(Qt::WidgetShortcut);
    empty->setEnabled(false);
    connect(empty, &QShortcut::activated, m_search, &QLineEdit::clear);
    connect(m_search, &QLineEdit::textChanged, empty,
        [empty](const QString &text) { empty->setEnabled(!text.isEmpty()); });
    connect(&m_table->emptyState(), &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, &JournalSheet::showCount);
    connect(&m_list, &QAbstractItemModel::rowsRemoved, this, &JournalSheet::showCount);
    connect(&m_list, &QAbstractItemModel::modelReset, this, &JournalSheet::showCount);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &JournalSheet::showSelection);
    connect(m_table, &QWidget::customContextMenuRequested, this, &JournalSheet::showMenu);
    auto *const copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &JournalSheet::copySelected);
    connect(m_copy, &QPushButton::clicked, this, &JournalSheet::copySelected);
    connect(m_save, &QPushButton::clicked, this, &JournalSheet::askForFile);
    if (m_store == nullptr)
        return;
    connect(m_store, &JournalStore::troubled, this, &JournalSheet::showTrouble);
    connect(m_store, &JournalStore::recovered, this, &JournalSheet::showTrouble);
}

void JournalSheet::showCount()
{
    const QLocale locale;
    const qsizetype all = m_journal.entries().size();
    const qsizetype shown = m_list.rows().size();
    m_count->setText(m_list.hasSearch()
            ? tr("%1 of %2").arg(locale.toString(shown), locale.toString(all))
            : tr("%n entry(s)", nullptr, int(all)));
    m_search->setAccessibleDescription(m_count->text());
    EmptyState &nothing = m_table->emptyState();
    nothing.setVisible(shown == 0);
    if (all == 0)
        nothing.setContent(Icon::Actions, tr("Nothing was changed yet"),
            tr("Assignments, uploads, and changes of modules and sets are written down here."));
    else
        nothing.setContent(Icon::Search, tr("No entry matches"),
            tr("Search for a part of a server, a user, a name or a deed."));
    nothing.setAction(all == 0 ? QString() : tr("Show all"));
    m_save->setEnabled(shown > 0);
    m_save->setToolTip(shown > 0 ? tr("Save what the table shows, as a table for spreadsheets")
                                 : tr("There is nothing to save."));
    showSelection();
}

void JournalSheet::showSelection()
{
    const bool isSelected = m_table->selectionModel()->hasSelection();
    m_copy->setEnabled(isSelected);
    m_copy->setToolTip(
        isSelected ? tr("Copy the selected lines (Ctrl+C)") : tr("Select a line first."));
}

void JournalSheet::showTrouble()
{
    const QString trouble = m_store == nullptr ? QString() : journalTroubleText(*m_store);
    if (trouble.isEmpty())
        return m_banner->clear();
    m_banner->showMessage(Tone::Attention, trouble, {},
        m_store->error() ? errorText(*m_store->error()).details : QString());
}

void JournalSheet::copySelected()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < m_list.columnCount(); ++column)
            cells << row.siblingAtColumn(column).data().toString();
        lines << cells.join(u'\t');
    }
    if (lines.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    m_note->setText(tr("%n line(s) copied", nullptr, int(lines.size())));
}

void JournalSheet::askForFile()
{
    auto *const dialog = new QFileDialog(window(), tr("Save the journal"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Table (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(
        u"falconer-journal %1.csv"_s.arg(QDate::currentDate().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &JournalSheet::saveAs);
    dialog->open();
}

void JournalSheet::saveAs(const QString &path)
{
    m_jobs.run([path, rows = m_list.rows()] { return writeFile(path, journalCsv(rows)); },
        [this, path](const Result<QByteArray> &written) {
            if (!written)
                return m_banner->showError(written.error());
            m_note->setText(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
            emit saved(path);
        });
}

void JournalSheet::showMenu(const QPoint &place)
{
    auto *const menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // why something is disabled
    for (QPushButton *const button : { m_copy, m_save }) {
        QAction *const action = menu->addAction(button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
        action->setToolTip(button->toolTip());
    }
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void JournalSheet::resizeEvent(QResizeEvent *event)
{
    fitTable(height());
    Sheet::resizeEvent(event);
}

void JournalSheet::fitTable(int windowHeight)
{
    m_table->setFixedHeight(std::clamp(windowHeight - besideTable, lowest, highest));
}

} // namespace falconer
