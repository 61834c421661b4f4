// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/repositoryworkspace.h"

#include "models/softwaretitles.h"
#include "ui/composition/placesview.h"
#include "ui/composition/setpage.h"
#include "ui/composition/setsside.h"
#include "ui/repository/fileintake.h"
#include "ui/repository/modulemimedata.h"
#include "ui/repository/modulespane.h"
#include "ui/repository/putintoset.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/dropoverlay.h"

#include <QDragEnterEvent>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

namespace falconer {

using namespace Qt::StringLiterals;

// What a drag of modules does, without one.
void RepositoryWorkspace::wireComposing()
{
    m_putIn = new PutIntoSet(*m_modules, *m_sets, m_context.server, this);
    m_putIn->setObjectName(u"putIn"_s);
    addAction(m_putIn);
    m_setPage->addCommand(*m_putIn, tr("Put in"));
    connect(m_putIn, &QAction::triggered, this, &RepositoryWorkspace::showSet);
}

void RepositoryWorkspace::setModuleDragRules()
{
    m_modules->table().setDragRules({
        .data = [this]() -> std::unique_ptr<QMimeData> {
            const QList<SoftwareModule> modules = m_modules->picked().items;
            return modules.isEmpty() ? nullptr : std::make_unique<ModuleMimeData>(modules);
        },
        .words =
            [this] {
                const QList<SoftwareModule> modules = m_modules->picked().items;
                return DragWords{ Icon::Repository, titleOf(modules.first()),
                    modules.size() > 1 ? tr("+%1").arg(QLocale().toString(modules.size() - 1))
                                       : QString() };
            },
        .verdict = [this](const QMimeData &mime, int row) -> std::optional<DropVerdict> {
            if (!mime.hasUrls())
                return m_setPage->takeOutVerdict();
            if (row < 0)
                return m_intake->verdict(mime.urls());
            const std::optional<SoftwareModule> module = m_modules->moduleAt(row);
            return module ? m_intake->verdict(*module, mime.urls())
                          : FileIntake::verdict(m_modules->model()
                                                    .index(row, 0)
                                                    .data(PagedModelBase::RowStateRole)
                                                    .value<RowState>());
        },
        .place =
            [this](int row) { // what is taken out goes to no module
                return row < 0 || m_setPage->takeOutVerdict() ? QRect()
                                                              : m_modules->table().rowRect(row);
            },
        .take = [this](const QMimeData &mime, int row) -> std::function<void()> {
            const std::optional<SoftwareModule> module = m_modules->moduleAt(row);
            if (mime.hasUrls() && module)
                return [this, urls = mime.urls(), module] { m_intake->add(*module, urls); };
            return dropDeed(mime);
        },
    });
}

void RepositoryWorkspace::wireDrags()
{
    setModuleDragRules();
    connect(m_intake, &FileIntake::verdictChanged, this, [this] {
        if (m_overlay->isVisible() && !m_dragged.isEmpty()) // the mouse may rest
            m_overlay->showVerdict(m_intake->verdict(m_dragged));
    });
    connect(&m_modules->table(), &DragTable::dragBegun, this, [this](const QMimeData *mime) {
        m_sets->showDrag(mime);
        m_setPage->showDrag(mime);
    });
    connect(&m_modules->table(), &DragTable::dragEnded, this, [this] {
        m_sets->endDrag();
        m_setPage->endDrag();
    });
    connect(&m_setPage->places(), &PlacesView::dragBegun, this, [this] {
        if (const std::optional<DropVerdict> &verdict = m_setPage->takeOutVerdict())
            m_modules->table().showDrag(*verdict);
    });
    connect(&m_setPage->places(), &PlacesView::dragEnded, &m_modules->table(), &DragTable::endDrag);
}

// Files anywhere but on a module become one: the sheet proposes how. A module of the set that is
// shown is taken out of it anywhere but in its places.
std::optional<DropVerdict> RepositoryWorkspace::judge(const QDropEvent &event) const
{
    if (!event.mimeData())
        return {};
    if (event.mimeData()->hasUrls())
        return m_intake->verdict(event.mimeData()->urls());
    const PlacesView &places = m_setPage->places();
    const QPoint inPlaces = places.mapFrom(this, event.position().toPoint());
    return places.rect().contains(inPlaces) ? std::nullopt : m_setPage->takeOutVerdict();
}

bool RepositoryWorkspace::takes(const QDropEvent &event)
{
    const std::optional<DropVerdict> verdict = judge(event);
    if (verdict) {
        m_dragged = event.mimeData()->urls();
        m_overlay->showVerdict(*verdict);
    }
    return verdict && verdict->allowed;
}

// Copied, whatever a file manager proposes: a move would make it remove its files. What is refused
// is let in as well: who does not enter is not told of leaving, and the sentence stays.
void RepositoryWorkspace::dragEnterEvent(QDragEnterEvent *event)
{
    if (!judge(*event))
        return event->ignore();
    takes(*event);
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void RepositoryWorkspace::dragMoveEvent(QDragMoveEvent *event)
{
    const bool isTaken = takes(*event);
    event->setDropAction(isTaken ? Qt::CopyAction : Qt::IgnoreAction);
    event->setAccepted(isTaken);
}

void RepositoryWorkspace::dragLeaveEvent(QDragLeaveEvent *)
{
    m_overlay->hide();
}

void RepositoryWorkspace::dropEvent(QDropEvent *event)
{
    const bool isTaken = takes(*event);
    m_overlay->hide();
    if (!isTaken)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // The drag is still inside its own loop here.
    QMetaObject::invokeMethod(this, dropDeed(*event->mimeData()), Qt::QueuedConnection);
}

std::function<void()> RepositoryWorkspace::dropDeed(const QMimeData &mime)
{
    if (mime.hasUrls())
        return [this, urls = mime.urls()] { openDropSheet(urls); };
    return [this] { m_setPage->takeOut(); };
}

} // namespace falconer
