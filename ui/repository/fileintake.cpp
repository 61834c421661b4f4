// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/fileintake.h"

#include "models/softwaretitles.h"
#include "services/uploads/filewalk.h"
#include "services/uploads/uploadqueue.h"
#include "ui/repository/moduleverdicts.h"
#include "ui/shared/errortext.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QUrl>
#include <QWidget>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView folderKey("repository/uploadFolder");
constexpr qsizetype mostNames = 3;

// "a.bin, b.bin, c.bin and 4 more"
QString shortList(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths.first(std::min(mostNames, paths.size())))
        names << QFileInfo(path).fileName();
    const qsizetype more = paths.size() - names.size();
    return more == 0 ? names.join(u", "_s)
                     : FileIntake::tr("%1 and %2 more").arg(names.join(u", "_s)).arg(more);
}

} // namespace

FileIntake::FileIntake(const RepositoryContext &context, QWidget *workspace)
    : QObject(workspace)
    , m_context(context)
    , m_workspace(workspace)
{
}

QStringList FileIntake::pathsOf(const QMimeData &data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

DropVerdict FileIntake::verdict(const SoftwareModule &module, qsizetype files) const
{
    if (!m_context.uploads)
        return { false, tr("There is no upload queue here.") };
    return filesVerdict(module, files, m_context.server);
}

DropVerdict FileIntake::verdict(qsizetype files) const
{
    if (!m_context.uploads)
        return { false, tr("There is no upload queue here.") };
    const DropVerdict mayCreate = newModuleVerdict(m_context.server);
    return mayCreate.allowed
        ? DropVerdict{ true, tr("Make a software module of %n file(s)", nullptr, int(files)) }
        : mayCreate;
}

void FileIntake::add(const SoftwareModule &module, const QStringList &paths)
{
    if (const DropVerdict now = verdict(module, paths.size()); !now.allowed) {
        emit notTaken(now.sentence);
        return;
    }
    auto *const walk = new FileWalk(paths, this);
    connect(walk, &FileWalk::finished, this, [this, module, walk](const WalkedFiles &walked) {
        walk->deleteLater();
        queue(module, walked);
    });
}

void FileIntake::queue(const SoftwareModule &module, const WalkedFiles &walked)
{
    QStringList sentences;
    for (const DroppedFile &file : walked.files) {
        const Result<qint64> id = m_context.uploads->add({ .profileId = m_context.profileId,
            .softwareModuleId = module.id,
            .moduleTitle = titleOf(module),
            .path = file.path });
        if (!id)
            sentences << QFileInfo(file.path).fileName() + u": "_s + errorText(id.error()).sentence;
    }
    if (!walked.emptyFiles.isEmpty())
        sentences << tr("Empty, which hawkBit refuses: %1.").arg(shortList(walked.emptyFiles));
    if (!walked.unreadable.isEmpty())
        sentences << tr("Cannot be read: %1.").arg(shortList(walked.unreadable));
    if (walked.isLimited)
        sentences << tr("Only the first %1 files were taken.").arg(FileWalk::mostFiles);
    if (walked.files.isEmpty() && sentences.isEmpty())
        sentences << tr("There is no file in what was dropped.");
    if (!sentences.isEmpty())
        emit notTaken(sentences.join(u' '));
}

void FileIntake::choose(const SoftwareModule &module)
{
    auto *const dialog = new QFileDialog(m_workspace->window(),
        tr("Files for %1").arg(titleOf(module)), m_context.settings.value(folderKey).toString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this, module](const QStringList &paths) {
        m_context.settings.setValue(folderKey, QFileInfo(paths.first()).absolutePath());
        add(module, paths);
    });
    dialog->open();
}

} // namespace falconer
