// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/repositoryworkspace.h"

#include "models/softwaretitles.h"
#include "ui/composition/setpage.h"
#include "ui/composition/setsside.h"
#include "ui/repository/fileintake.h"
#include "ui/repository/modulemimedata.h"
#include "ui/repository/modulespane.h"
#include "ui/shared/dragtable.h"
#include "ui/shared/dropoverlay.h"
#include "ui/uploads/dropsheet.h"

#include <QDragEnterEvent>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

namespace falconer {

void RepositoryWorkspace::wireDrags()
{
    m_modules->table().setDragRules({
        .data = [this]() -> std::unique_ptr<QMimeData> {
            const QList<SoftwareModule> modules = m_modules->selectedModules();
            return modules.isEmpty() ? nullptr : std::make_unique<ModuleMimeData>(modules);
        },
        .words =
            [this] {
                const QList<SoftwareModule> modules = m_modules->selectedModules();
                return DragWords{ Icon::Repository, titleOf(modules.first()),
                    modules.size() > 1 ? tr("+%1").arg(QLocale().toString(modules.size() - 1))
                                       : QString() };
            },
        .verdict = [this](const QMimeData &data, int row) -> std::optional<DropVerdict> {
            if (!data.hasUrls())
                return {};
            if (row < 0)
                return m_intake->verdict(data.urls());
            const std::optional<SoftwareModule> module = m_modules->moduleAt(row);
            return module ? m_intake->verdict(*module, data.urls())
                          : FileIntake::verdict(m_modules->model()
                                                    .index(row, 0)
                                                    .data(PagedModelBase::RowStateRole)
                                                    .value<RowState>());
        },
        .place = {},
        .take = [this](const QMimeData &data, int row) -> std::function<void()> {
            const QList<QUrl> urls = data.urls();
            if (const std::optional<SoftwareModule> module = m_modules->moduleAt(row))
                return [this, urls, module] { m_intake->add(*module, urls); };
            return [this, urls] { openDropSheet(urls); };
        },
    });
    connect(&m_modules->table(), &DragTable::dragBegun, this, [this](const QMimeData *data) {
        m_sets->showDrag(data);
        m_setPage->showDrag(data);
    });
    connect(&m_modules->table(), &DragTable::dragEnded, this, [this] {
        m_sets->endDrag();
        m_setPage->endDrag();
    });
}

// Files anywhere but on a module become one: the sheet proposes how.
bool RepositoryWorkspace::takesFiles(const QDropEvent &event)
{
    if (!event.mimeData() || !event.mimeData()->hasUrls())
        return false;
    const DropVerdict verdict = m_intake->verdict(event.mimeData()->urls());
    m_overlay->showVerdict(verdict);
    return verdict.allowed;
}

// Copied, whatever a file manager proposes: a move would make it remove its files.
void RepositoryWorkspace::dragEnterEvent(QDragEnterEvent *event)
{
    if (!takesFiles(*event))
        return event->ignore();
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void RepositoryWorkspace::dragMoveEvent(QDragMoveEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->setAccepted(takesFiles(*event));
}

void RepositoryWorkspace::dragLeaveEvent(QDragLeaveEvent *)
{
    m_overlay->hide();
}

void RepositoryWorkspace::dropEvent(QDropEvent *event)
{
    const bool isTaken = takesFiles(*event);
    m_overlay->hide();
    if (!isTaken)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // The drag is still inside its own loop here.
    QMetaObject::invokeMethod(
        this, [this, urls = event->mimeData()->urls()] { openDropSheet(urls); },
        Qt::QueuedConnection);
}

void RepositoryWorkspace::openDropSheet(const QList<QUrl> &urls)
{
    auto *const sheet = new DropSheet(window(), m_context.client, m_context.server,
        *m_context.uploads, m_context.sheets, m_context.profileId, urls);
    connect(sheet, &DropSheet::created, this, &RepositoryWorkspace::afterWrite);
    sheet->open();
}

} // namespace falconer
