// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/patternspage.h"

#include "services/timeline/patternstore.h"
#include "ui/settings/patterncolumns.h"
#include "ui/settings/patterneditor.h"
#include "ui/settings/patternpreviewpane.h"
#include "ui/shared/icons.h"
#include "ui/shared/tableheader.h"
#include "ui/shared/tableview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QToolButton>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int previewDelay = 250; // ms after the last key

} // namespace

PatternsPage::PatternsPage(PatternStore &store, CurrentLane lane, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_lane(std::move(lane))
    , m_model(patternColumns(), [](const PatternLine &line) { return line.key; })
    , m_table(new TableView(this))
    , m_editor(new PatternEditor(this))
    , m_preview(new PatternPreviewPane(this))
{
    auto *const intro = new QLabel(
        tr("What a message tells when your devices speak a language of their own. The first "
           "pattern that matches counts; the built-in ones come behind yours."),
        this);
    intro->setProperty("look", u"secondary"_s);
    intro->setWordWrap(true);
    createTable();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    layout->addWidget(intro);
    layout->addWidget(createBar());
    layout->addWidget(m_table, 5);
    layout->addWidget(m_editor);
    layout->addWidget(m_preview, 4);
    addKeys();
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(previewDelay);
    connect(&m_previewSoon, &QTimer::timeout, this, &PatternsPage::updatePreview);
    connect(m_editor, &PatternEditor::edited, this, &PatternsPage::edit);
    m_draft.setPatterns(store.draft().value_or(store.patterns()));
    m_model.setItems(m_draft.lines());
    updatePreview();
    choose(0);
}

// It must not outlive its model.
PatternsPage::~PatternsPage()
{
    delete m_table;
}

void PatternsPage::createTable()
{
    m_table->setAccessibleName(tr("Patterns"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->header().setStretchLastSection(false);
    m_table->header().setSectionResizeMode(PatternColumn::Expression, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &PatternsPage::showCurrent);
}

QWidget *PatternsPage::createBar()
{
    auto *const bar = new QWidget(this);
    auto *const layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    const auto add
        = [this, layout](Icon icon, const QString &words, const QKeySequence &keys, auto slot) {
              auto *const button = new QToolButton(this);
              setIconBeside(*button, icon);
              button->setText(words);
              button->setFocusPolicy(Qt::StrongFocus);
              button->setToolTip(keys.isEmpty()
                      ? words
                      : tr("%1 (%2)").arg(words, keys.toString(QKeySequence::NativeText)));
              connect(button, &QToolButton::clicked, this, slot);
              layout->addWidget(button);
              return button;
          };
    add(Icon::Add, tr("Add"), Qt::Key_Insert, &PatternsPage::add);
    m_duplicate
        = add(Icon::Copy, tr("Copy as your own"), Qt::CTRL | Qt::Key_D, &PatternsPage::duplicate);
    m_remove = add(Icon::Remove, tr("Remove"), Qt::Key_Delete, &PatternsPage::remove);
    m_up = add(Icon::Up, tr("Up"), Qt::ALT | Qt::Key_Up, [this] { move(-1); });
    m_down = add(Icon::Down, tr("Down"), Qt::ALT | Qt::Key_Down, [this] { move(1); });
    layout->addStretch(1);
    add(Icon::Download, tr("Import..."), {}, &PatternsPage::importFile);
    add(Icon::Send, tr("Export..."), {}, &PatternsPage::exportFile);
    return bar;
}

// Of the table: in a field the same keys write.
void PatternsPage::addKeys()
{
    const auto shortcut = [this](const QKeySequence &keys, auto slot) {
        auto *const made = new QShortcut(keys, m_table);
        made->setContext(Qt::WidgetShortcut);
        connect(made, &QShortcut::activated, this, slot);
    };
    shortcut(Qt::Key_Insert, &PatternsPage::add);
    shortcut(Qt::CTRL | Qt::Key_D, &PatternsPage::duplicate);
    shortcut(Qt::Key_Delete, &PatternsPage::remove);
    shortcut(Qt::ALT | Qt::Key_Up, [this] { move(-1); });
    shortcut(Qt::ALT | Qt::Key_Down, [this] { move(1); });
    for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter, Qt::Key_F2 })
        shortcut(key, [this] { m_editor->focusExpression(); });
}

int PatternsPage::currentRow() const
{
    return m_table->currentIndex().row();
}

void PatternsPage::choose(int row)
{
    const QModelIndex index = m_model.index(row, 0);
    m_table->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
    showCurrent();
}

void PatternsPage::showCurrent()
{
    const std::optional<PatternLine> line = m_model.itemAt(currentRow());
    m_editor->setLine(line);
    if (line)
        m_editor->setVerdict(*line, m_preview->preview().messages);
    updateButtons();
}

void PatternsPage::updateButtons()
{
    const int row = currentRow();
    m_duplicate->setEnabled(row >= 0);
    m_remove->setEnabled(m_draft.isOwn(row));
    m_up->setEnabled(m_draft.canMove(row, -1));
    m_down->setEnabled(m_draft.canMove(row, 1));
}

// Behind the chosen one, where it is expected.
void PatternsPage::add()
{
    const int row = m_draft.insert(currentRow() + 1, { .role = PatternRole::Begin });
    afterEdit();
    choose(row);
    m_editor->focusExpression();
}

void PatternsPage::duplicate()
{
    const std::optional<PatternLine> line = m_model.itemAt(currentRow());
    if (!line)
        return;
    const int row = m_draft.insert(currentRow() + 1, line->pattern);
    afterEdit();
    choose(row);
    m_editor->focusExpression();
}

void PatternsPage::remove()
{
    const int row = currentRow();
    if (!m_draft.isOwn(row))
        return;
    m_draft.remove(row);
    afterEdit();
    choose(row);
    m_table->setFocus(Qt::OtherFocusReason);
}

void PatternsPage::move(int by)
{
    const int row = currentRow();
    if (!m_draft.canMove(row, by))
        return;
    m_draft.move(row, by);
    afterEdit();
    choose(row + by);
}

void PatternsPage::edit(const MessagePattern &pattern)
{
    const int row = currentRow();
    m_draft.setPattern(row, pattern);
    afterEdit();
    m_editor->setVerdict(m_draft.lines()[row], 0);
}

void PatternsPage::afterEdit()
{
    m_model.setItems(m_draft.lines());
    m_store.keepDraft(m_draft.patterns());
    updateButtons();
    m_previewSoon.start();
    emit edited();
}

void PatternsPage::updatePreview()
{
    m_preview->showLane(m_lane ? m_lane() : nullptr, m_draft.patterns());
    const PatternPreview &preview = m_preview->preview();
    m_draft.setMatches(preview.matches, preview.slow);
    m_model.setItems(m_draft.lines());
    if (const std::optional<PatternLine> line = m_model.itemAt(currentRow()))
        m_editor->setVerdict(*line, preview.messages);
}

bool PatternsPage::isEdited() const
{
    return m_draft.patterns() != m_store.patterns();
}

Result<void> PatternsPage::save()
{
    return m_store.save(m_draft.patterns());
}

void PatternsPage::discard()
{
    m_draft.setPatterns(m_store.patterns());
    afterEdit();
    updatePreview();
    choose(0);
}

} // namespace falconer
