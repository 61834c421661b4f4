// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/artifactspane.h"

#include "models/artifactcolumns.h"
#include "models/sizetext.h"
#include "services/live/feed.h"
#include "ui/repository/moduleverdicts.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/panehead.h"
#include "ui/shared/tableview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

void enable(QPushButton &button, const DropVerdict &verdict)
{
    button.setEnabled(verdict.allowed);
    button.setToolTip(verdict.sentence);
}

} // namespace

ArtifactsPane::ArtifactsPane(const RepositoryContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(artifactColumns(), [](const Artifact &one) { return QString::number(one.id); })
{
    build();
    wire();
    updateCommands();
}

ArtifactsPane::~ArtifactsPane() = default;

void ArtifactsPane::build()
{
    m_head = new PaneHead(tr("Artifacts"), this);
    m_download = addCommand(u"download"_s, tr("Download..."));
    m_delete = addCommand(u"delete"_s, tr("Delete..."));
    m_banner = new Banner(this);
    m_table = new TableView(this);
    m_table->setAccessibleName(tr("Artifacts"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->rememberIn(m_context.settings, u"repository/artifacts"_s);
    m_table->emptyState().setContent(Icon::Empty, tr("No artifact yet"),
        tr("Drop files on the module in the table, or choose them: devices download them."));

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
}

QPushButton *ArtifactsPane::addCommand(const QString &name, const QString &text)
{
    auto *const button = new QPushButton(text, m_head);
    button->setObjectName(name);
    m_head->addControl(button);
    return button;
}

void ArtifactsPane::wire()
{
    connect(&m_table->emptyState(), &EmptyState::actionTriggered, this,
        &ArtifactsPane::uploadRequested);
    connect(m_download, &QPushButton::clicked, this, [this] {
        if (const QList<Artifact> artifacts = selected(); !artifacts.isEmpty())
            emit downloadRequested(artifacts.first());
    });
    connect(m_delete, &QPushButton::clicked, this, [this] {
        if (const QList<Artifact> artifacts = selected(); !artifacts.isEmpty())
            emit deleteRequested(artifacts.first());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &ArtifactsPane::updateCommands);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ArtifactsPane::showMenu);
    const auto addKey = [this](const QKeySequence &keys, auto slot) {
        auto *const action = new QAction(m_table);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
        connect(action, &QAction::triggered, this, slot);
    };
    addKey(QKeySequence::Delete, [this] { m_delete->click(); });
    addKey(QKeySequence::Copy, [this] { copy(&Artifact::sha256); });
}

void ArtifactsPane::showModule(const SoftwareModule &module)
{
    const bool isOther = !m_module || m_module->id != module.id;
    m_module = module;
    if (isOther) {
        m_model.setItems({});
        m_head->setSummary(tr("loading..."));
        m_table->emptyState().hide();
        m_banner->clear();
        watch();
    }
    updateCommands();
}

void ArtifactsPane::watch()
{
    if (!m_module || !isVisible())
        return;
    m_watch = m_context.feed.watch(listArtifacts(m_module->id), Priority::Steady,
        [this](const Result<QList<Artifact>> &answer) { take(answer); });
}

void ArtifactsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watch();
}

void ArtifactsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_watch = {}; // what is out of sight is not asked for
}

void ArtifactsPane::clear()
{
    m_module.reset();
    m_watch = {};
    m_model.setItems({});
    updateCommands();
}

void ArtifactsPane::take(const Result<QList<Artifact>> &answer)
{
    if (!answer) {
        m_head->setSummary({});
        return m_banner->showError(answer.error(), m_context.sheets.profile);
    }
    m_banner->clear();
    m_model.setItems(*answer);
    qint64 bytes = 0;
    for (const Artifact &artifact : *answer)
        bytes += artifact.size;
    const QLocale locale;
    m_head->setSummary(answer->isEmpty()
            ? QString()
            : tr("%1, %2 together").arg(locale.toString(answer->size()), sizeText(bytes)));
    m_table->emptyState().setVisible(answer->isEmpty());
    updateCommands();
}

QList<Artifact> ArtifactsPane::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const std::optional<Artifact> artifact
        = rows.isEmpty() ? std::nullopt : m_model.itemAt(rows.first().row());
    return artifact ? QList<Artifact>{ *artifact } : QList<Artifact>{};
}

void ArtifactsPane::updateCommands()
{
    const SoftwareModule module = m_module.value_or(SoftwareModule{});
    const bool takesFiles = m_module && filesVerdict(module, {}, m_context.server).allowed;
    m_table->emptyState().setAction(takesFiles ? tr("Upload files...") : QString());
    enable(*m_download, downloadVerdict(selected(), m_context.server));
    enable(*m_delete, deleteArtifactVerdict(module, selected(), m_context.server));
}

void ArtifactsPane::showMenu(const QPoint &place)
{
    if (!m_table->indexAt(place).isValid())
        return;
    auto *const menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // why something is disabled
    const auto add = [menu](QPushButton *button) {
        QAction *const action = menu->addAction(button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
        action->setToolTip(button->toolTip());
    };
    add(m_download);
    menu->addSeparator();
    menu->addAction(tr("Copy SHA-256"), this, [this] { copy(&Artifact::sha256); });
    menu->addAction(tr("Copy SHA-1"), this, [this] { copy(&Artifact::sha1); });
    menu->addAction(tr("Copy MD5"), this, [this] { copy(&Artifact::md5); });
    menu->addAction(tr("Copy the name"), this, [this] { copy(&Artifact::providedFilename); });
    menu->addSeparator();
    add(m_delete);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void ArtifactsPane::copy(QString Artifact::*text) const
{
    if (const QList<Artifact> artifacts = selected(); !artifacts.isEmpty())
        QApplication::clipboard()->setText(artifacts.first().*text);
}

} // namespace falconer
