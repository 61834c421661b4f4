// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/placesview.h"

#include "models/pagedmodelbase.h"
#include "ui/composition/compositiontext.h"
#include "ui/repository/modulemimedata.h"
#include "ui/shared/celldelegate.h"
#include "ui/shared/dragpicture.h"
#include "ui/shared/dropoverlay.h"
#include "ui/shared/tableheader.h"
#include "ui/shared/theme.h"

#include <QDrag>
#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPointer>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

enum Column { NameColumn, VersionColumn, FilesColumn, StateColumn, ColumnCount };

// What a column may take of a name that has to be read as well.
constexpr std::pair<Column, int> widestColumns[]
    = { { VersionColumn, 150 }, { FilesColumn, 170 }, { StateColumn, 110 } };

constexpr int moduleIdRole = PagedModelBase::HiddenRole + 1;
constexpr int typeRole = moduleIdRole + 1; // of a place: its key

void setLook(QTreeWidgetItem &item, int column, Meaning meaning, Sign sign)
{
    item.setData(column, PagedModelBase::MeaningRole, QVariant::fromValue(meaning));
    item.setData(column, PagedModelBase::SignRole, QVariant::fromValue(sign));
}

struct StateText {
    QString text;
    Meaning meaning = Meaning::Quiet;
    Sign sign = Sign::None;
};

StateText stateOf(const SoftwareModule &module)
{
    if (module.deleted)
        return { PlacesView::tr("deleted"), Meaning::Failure, Sign::Invalid };
    if (module.complete == false)
        return { PlacesView::tr("incomplete"), Meaning::Attention, Sign::Warning };
    if (module.locked)
        return { PlacesView::tr("locked"), Meaning::Quiet, Sign::Locked };
    return {};
}

} // namespace

PlacesView::PlacesView(QWidget *parent)
    : QTreeWidget(parent)
    , m_overlay(new DropOverlay(viewport()))
{
    setAccessibleName(tr("Modules of the set"));
    setColumnCount(ColumnCount);
    setHeaderLabels({ tr("Module"), tr("Version"), tr("Artifacts"), tr("State") });
    setItemDelegate(new CellDelegate(this));
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setUniformRowHeights(true);
    setIndentation(12);
    setFrameShape(QFrame::NoFrame);
    setAllColumnsShowFocus(true);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(DragDrop);
    setDropIndicatorShown(false);
    setDefaultDropAction(Qt::CopyAction);
    setContextMenuPolicy(Qt::NoContextMenu);
    setHeader(new TableHeader(this));
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(60);
    header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    header()->resizeSection(VersionColumn, 70);
    header()->resizeSection(FilesColumn, 116);
    header()->resizeSection(StateColumn, 82);
    connect(this, &QTreeWidget::currentItemChanged, this, &PlacesView::currentModuleChanged);
}

QTreeWidgetItem *PlacesView::addPlace(const QString &text, bool isMissing)
{
    auto *const item = new QTreeWidgetItem(this, { text });
    item->setFlags(Qt::ItemIsEnabled);
    item->setFirstColumnSpanned(true);
    item->setExpanded(true);
    setLook(*item, NameColumn, isMissing ? Meaning::Attention : Meaning::Quiet,
        isMissing ? Sign::Warning : Sign::None);
    return item;
}

void PlacesView::addModule(QTreeWidgetItem &place, const SoftwareModule &module,
    const std::optional<QList<Artifact>> &artifacts)
{
    const StateText state = stateOf(module);
    // The server lists the files of a deleted one, and has them no more.
    const QString files = module.deleted ? tr("-")
        : artifacts                      ? artifactsText(*artifacts)
                                         : tr("...");
    auto *const item
        = new QTreeWidgetItem(&place, { module.name, module.version, files, state.text });
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
    item->setData(NameColumn, moduleIdRole, module.id);
    setLook(*item, FilesColumn, Meaning::Quiet, Sign::None);
    setLook(*item, StateColumn, state.meaning, state.sign);
    m_modules[module.id] = module;
}

void PlacesView::showPlaces(
    const SetCompleteness &completeness, const QMap<qint64, QList<Artifact>> &artifacts)
{
    const std::optional<SoftwareModule> current = currentModule();
    fill(completeness, artifacts, current ? current->id : 0);
    emit currentModuleChanged();
}

void PlacesView::fill(const SetCompleteness &completeness,
    const QMap<qint64, QList<Artifact>> &artifacts, qint64 current)
{
    const QSignalBlocker quiet(this);
    clear();
    m_modules.clear();
    const auto add = [&](QTreeWidgetItem &place, const SoftwareModule &module) {
        const auto files = artifacts.find(module.id);
        addModule(place, module, files == artifacts.end() ? std::nullopt : std::optional(*files));
    };
    for (const ModulePlace &place : completeness.places) {
        QTreeWidgetItem *const item
            = addPlace(tr("%1 (%2)").arg(placeText(place), placeRule(place)), place.isMissing());
        item->setData(NameColumn, typeRole, place.type.key);
        for (const SoftwareModule &module : place.modules)
            add(*item, module);
    }
    if (!completeness.foreign.isEmpty()) {
        QTreeWidgetItem *const item = addPlace(completeness.areRulesKnown
                ? tr("Without a place: the set's type does not take them")
                : tr("Modules (what the set's type takes is not known)"),
            completeness.areRulesKnown);
        for (const SoftwareModule &module : completeness.foreign)
            add(*item, module);
    }
    fitColumns();
    for (QTreeWidgetItemIterator it(this); current != 0 && *it; ++it) {
        if ((*it)->data(NameColumn, moduleIdRole).toLongLong() == current)
            setCurrentItem(*it);
    }
}

// As wide as what stands in them; what somebody made wider stays.
void PlacesView::fitColumns()
{
    for (const auto &[column, widest] : widestColumns) {
        const int wanted = std::min(sizeHintForColumn(column), widest);
        header()->resizeSection(column, std::max(header()->sectionSize(column), wanted));
    }
}

const SoftwareModule *PlacesView::moduleOf(const QTreeWidgetItem *item) const
{
    const auto it = item ? m_modules.find(item->data(NameColumn, moduleIdRole).toLongLong())
                         : m_modules.end();
    return it == m_modules.end() ? nullptr : &*it;
}

std::optional<SoftwareModule> PlacesView::currentModule() const
{
    const SoftwareModule *const module = moduleOf(currentItem());
    return module ? std::optional(*module) : std::nullopt;
}

void PlacesView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && currentModule())
        return emit removeRequested();
    QTreeWidget::keyPressEvent(event);
}

void PlacesView::startDrag(Qt::DropActions)
{
    const std::optional<SoftwareModule> module = currentModule();
    if (!module)
        return;
    auto *const drag = new QDrag(this);
    drag->setPixmap(
        dragPicture({ .icon = Icon::Repository, .title = titleOf(*module), .badge = {} }, *this));
    drag->setHotSpot(QPoint(-14, -10));
    drag->setMimeData(new ModuleMimeData({ *module }));
    const QPointer<PlacesView> self(this);
    emit dragBegun(drag->mimeData());
    drag->exec(Qt::CopyAction);
    if (self)
        emit dragEnded();
}

void PlacesView::showDrag(const DropVerdict &verdict)
{
    m_dragVerdict = verdict;
    m_overlay->showVerdict(verdict);
}

void PlacesView::endDrag()
{
    m_dragVerdict.reset();
    m_overlay->hide();
}

// Where the module would stand.
QRect PlacesView::placeFor(const QMimeData &mime) const
{
    const QList<SoftwareModule> *const modules = ModuleMimeData::modulesOf(&mime);
    for (int i = 0; modules && i < topLevelItemCount(); ++i) {
        const QTreeWidgetItem *const item = topLevelItem(i);
        if (item->data(NameColumn, typeRole).toString() == modules->value(0).type)
            return { 0, visualItemRect(item).top(), viewport()->width(),
                visualItemRect(item).height() };
    }
    return {};
}

std::optional<DropVerdict> PlacesView::judge(const QDropEvent &event)
{
    if (event.mimeData() == nullptr || event.source() == this || !m_rules.verdict)
        return {};
    std::optional<DropVerdict> verdict = m_rules.verdict(*event.mimeData());
    if (verdict)
        m_overlay->showVerdict(*verdict, placeFor(*event.mimeData()));
    return verdict;
}

void PlacesView::dragEnterEvent(QDragEnterEvent *event)
{
    if (!judge(*event))
        return event->ignore();
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

// As in DragTable: an invalid place goes on hearing of the drag, so that the sentence follows.
void PlacesView::dragMoveEvent(QDragMoveEvent *event)
{
    const std::optional<DropVerdict> verdict = judge(*event);
    if (!verdict)
        return event->ignore();
    event->setDropAction(verdict->allowed ? Qt::CopyAction : Qt::IgnoreAction);
    event->setAccepted(verdict->allowed);
}

void PlacesView::dragLeaveEvent(QDragLeaveEvent *)
{
    if (m_dragVerdict)
        m_overlay->showVerdict(*m_dragVerdict);
    else
        m_overlay->hide();
}

void PlacesView::dropEvent(QDropEvent *event)
{
    const std::optional<DropVerdict> verdict = judge(*event);
    dragLeaveEvent(nullptr);
    if (!verdict || !verdict->allowed)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    QMetaObject::invokeMethod(this, m_rules.take(*event->mimeData()), Qt::QueuedConnection);
}

} // namespace falconer
