// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/repositoryworkspace.h"

#include "services/live/feed.h"
#include "services/uploads/uploadqueue.h"
#include "ui/composition/setsside.h"
#include "ui/repository/artifactspane.h"
#include "ui/repository/downloadstrip.h"
#include "ui/repository/fileintake.h"
#include "ui/repository/modulecommands.h"
#include "ui/repository/modulepage.h"
#include "ui/repository/modulespane.h"
#include "ui/uploads/dropsheet.h"

#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace falconer {

namespace {

constexpr int refusedDelay = 300; // ms: files that are refused together are looked at together

} // namespace

void RepositoryWorkspace::wireFiles()
{
    connect(m_modules, &ModulesPane::bringInRequested, m_intake, &FileIntake::chooseForNew);
    connect(m_intake, &FileIntake::chosenForNew, this, &RepositoryWorkspace::openDropSheet);
    auto *const bringIn = new QShortcut(QKeySequence::Open, this);
    bringIn->setContext(Qt::WidgetWithChildrenShortcut);
    connect(bringIn, &QShortcut::activated, &m_modules->bringInButton(), &QPushButton::click);
    connect(m_commands, &ModuleCommands::uploadRequested, m_intake, &FileIntake::choose);
    connect(m_modulePage, &ModulePage::uploadRequested, this,
        [this] { m_intake->choose(*m_modulePage->module()); });
    connect(m_intake, &FileIntake::notTaken, m_modules, &ModulesPane::showNotice);
    connect(&m_modulePage->artifacts(), &ArtifactsPane::downloadRequested, this,
        [this](const Artifact &artifact) {
            m_downloads->chooseAndStart(m_modulePage->module()->id, artifact);
        });
    if (!m_context.uploads)
        return;
    connect(m_context.uploads, &UploadQueue::finished, this, &RepositoryWorkspace::afterUpload);
    connect(m_context.uploads, &UploadQueue::moduleRefused, this, [this](const Upload &upload) {
        if (upload.profileId == m_context.profileId)
            m_refused.start();
    });
    connect(m_context.uploads, &UploadQueue::removed, this, &RepositoryWorkspace::endBroughtIn);
    m_refused.setSingleShot(true);
    m_refused.setInterval(refusedDelay);
    m_refused.callOnTimeout(this, [this] {
        m_modules->reload();
        m_context.feed.refresh();
    });
}

void RepositoryWorkspace::openDropSheet(const QList<QUrl> &urls)
{
    auto *const sheet = new DropSheet(window(), m_context.client, m_context.server,
        *m_context.uploads, m_context.sheets, m_context.profileId, urls);
    connect(sheet, &DropSheet::created, this, &RepositoryWorkspace::afterWrite);
    connect(sheet, &DropSheet::broughtIn, this,
        [this](qint64 setId, const QList<qint64> &moduleIds, const QString &sentence) {
            m_broughtIn = { moduleIds.cbegin(), moduleIds.cend() };
            if (setId == 0) {
                m_sets->endSuccess();
                m_modules->reveal(moduleIds, sentence);
                return showModule();
            }
            m_modules->endSuccess();
            m_sets->reveal(setId, sentence);
            showSet();
        });
    sheet->open();
}

// The file is there: whoever looks at its module sees it at once.
void RepositoryWorkspace::afterUpload(const Upload &upload)
{
    if (upload.profileId == m_context.profileId && upload.state == UploadState::Done)
        m_context.feed.refresh();
    endBroughtIn();
}

// What was said of files that were brought in ends with the last of their uploads.
void RepositoryWorkspace::endBroughtIn()
{
    const bool isAwaited
        = std::ranges::any_of(m_context.uploads->uploads(), [this](const Upload &one) {
              return one.profileId == m_context.profileId && one.state != UploadState::Done
                  && m_broughtIn.contains(one.softwareModuleId);
          });
    if (isAwaited || m_broughtIn.isEmpty())
        return;
    m_broughtIn.clear();
    m_modules->endSuccess();
    m_sets->endSuccess();
}

} // namespace falconer
