// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/fileintake.h"

#include "models/softwaretitles.h"
#include "services/uploads/filewalk.h"
#include "services/uploads/uploadqueue.h"
#include "ui/repository/draggedfiles.h"
#include "ui/repository/moduleverdicts.h"
#include "ui/shared/errortext.h"
#include "ui/uploads/bringintext.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QSettings>
#include <QUrl>
#include <QWidget>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView folderKey("repository/uploadFolder");

// Answers what was left out, and why.
QString addAll(UploadQueue &queue, NewUpload upload, const WalkedFiles &walked)
{
    QStringList sentences;
    for (const DroppedFile &file : walked.files) {
        upload.path = file.path;
        if (const Result<qint64> id = queue.add(upload); !id)
            sentences << QFileInfo(file.path).fileName() + u": "_s + errorText(id.error()).sentence;
    }
    sentences << walkedText(walked);
    sentences.removeAll(QString());
    if (walked.files.isEmpty() && sentences.isEmpty())
        sentences << FileIntake::tr("There is no file in what was dropped.");
    return sentences.join(u' ');
}

} // namespace

FileIntake::FileIntake(const RepositoryContext &context, QWidget *workspace)
    : QObject(workspace)
    , m_context(context)
    , m_workspace(workspace)
    , m_dragged(new DraggedFiles(this))
{
    connect(m_dragged, &DraggedFiles::known, this, &FileIntake::verdictChanged);
}

QString FileIntake::problemOf(const QList<QUrl> &urls) const
{
    if (!m_context.uploads)
        return tr("There is no upload queue here.");
    return std::ranges::any_of(urls, &QUrl::isLocalFile)
        ? QString()
        : tr("Only files of this computer can be brought in: save them here first.");
}

DropVerdict FileIntake::verdict(const SoftwareModule &module, const QList<QUrl> &urls) const
{
    const QString problem = problemOf(urls);
    if (!problem.isEmpty())
        return { false, problem };
    m_dragged->look(urls);
    return filesVerdict(module, m_dragged->words(), m_context.server);
}

// Not beside it: whoever points at a module does not mean a new one.
DropVerdict FileIntake::verdict(RowState row)
{
    return { false,
        row == RowState::Failed
            ? tr("This module could not be loaded: try again, then drop the files.")
            : tr("This module is still being loaded: wait a moment.") };
}

DropVerdict FileIntake::verdict(const QList<QUrl> &urls) const
{
    const QString problem = problemOf(urls);
    if (!problem.isEmpty())
        return { false, problem };
    if (DropVerdict mayCreate = newModuleVerdict(m_context.server); !mayCreate.allowed)
        return mayCreate;
    m_dragged->look(urls);
    const QString words = m_dragged->words();
    return { true,
        m_dragged->isOneFile() ? tr("Make a software module of %1").arg(words)
                               : tr("Make software modules of %1").arg(words) };
}

void FileIntake::add(const SoftwareModule &module, const QList<QUrl> &urls)
{
    if (const DropVerdict now = verdict(module, urls); !now.allowed) {
        emit notTaken(now.sentence);
        return;
    }
    const NewUpload upload{ .profileId = m_context.profileId,
        .softwareModuleId = module.id,
        .moduleTitle = titleOf(module) };
    m_context.uploads->lookInto(m_context.profileId, urls,
        [queue = m_context.uploads, upload, self = QPointer(this)](const WalkedFiles &files) {
            const QString leftOut = addAll(*queue, upload, files);
            if (self && !leftOut.isEmpty())
                emit self->notTaken(leftOut);
        });
}

void FileIntake::choose(const SoftwareModule &module)
{
    ask(tr("Files for %1").arg(titleOf(module)),
        [this, module](const QList<QUrl> &urls) { add(module, urls); });
}

void FileIntake::chooseForNew()
{
    ask(tr("Files to bring in"), [this](const QList<QUrl> &urls) { emit chosenForNew(urls); });
}

void FileIntake::ask(const QString &title, const std::function<void(const QList<QUrl> &)> &take)
{
    auto *const dialog = new QFileDialog(
        m_workspace->window(), title, m_context.settings.value(folderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, take](const QStringList &paths) {
        m_context.settings.setValue(folderKey, QFileInfo(paths.first()).absolutePath());
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        take(urls);
    });
    dialog->open();
}

} // namespace falconer
