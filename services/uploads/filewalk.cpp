// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/filewalk.h"

#include <QCollator>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWaitMs = 200;
constexpr int deepest = 32; // folders in folders; no software is packed deeper

struct Walk {
    WalkedFiles found;
    int limit;
    const std::atomic_bool *stop;

    bool isOver()
    {
        if (stop != nullptr && *stop)
            return true;
        found.isLimited = found.files.size() >= limit;
        return found.isLimited;
    }
    void takeFile(const QFileInfo &info, const QString &folder);
    void takeFolder(const QString &path, const QString &folder, int depth);
};

// "part-2" before "part-10", as file managers show them.
QFileInfoList inNaturalOrder(QFileInfoList entries)
{
    QCollator collator{ QLocale(QLocale::English) }; // the C locale knows no numbers in names
    collator.setNumericMode(true);
    std::ranges::stable_sort(entries, [&collator](const QFileInfo &a, const QFileInfo &b) {
        return collator.compare(a.fileName(), b.fileName()) < 0;
    });
    return entries;
}

void Walk::takeFile(const QFileInfo &info, const QString &folder)
{
    if (isOver())
        return;
    const QString path = info.absoluteFilePath();
    if (info.exists() ? !info.isFile() : info.isSymLink())
        found.notFiles << path;
    else if (!info.isFile() || !info.isReadable())
        found.unreadable << path;
    else if (info.size() == 0)
        found.emptyFiles << path;
    else
        found.files << DroppedFile{ path, folder, info.size() };
}

void Walk::takeFolder(const QString &path, const QString &folder, int depth)
{
    const QDir dir(path);
    if (!dir.isReadable()) {
        found.unreadable << path;
        return;
    }
    const QFileInfoList entries = inNaturalOrder(dir.entryInfoList(
        QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot, QDir::Name));
    for (const QFileInfo &entry : entries) {
        if (found.isLimited || (stop != nullptr && *stop))
            return;
        if (!entry.isDir())
            takeFile(entry, folder);
        else if (!entry.isSymLink() && depth < deepest)
            takeFolder(entry.absoluteFilePath(), folder, depth + 1);
    }
}

} // namespace

WalkedFiles walkFiles(const QStringList &paths, int limit, const std::atomic_bool *stop)
{
    Walk walk{ {}, limit, stop };
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (info.isDir())
            walk.takeFolder(info.absoluteFilePath(), QDir(path).dirName(), 0);
        else
            walk.takeFile(info, {});
    }
    return walk.found;
}

// The half of FileWalk that may block.
class FileWalker final : public QObject {
    Q_OBJECT

public:
    explicit FileWalker(FileWalk::Look look)
        : m_look(std::move(look))
    {
    }

    void stop() { m_stop = true; } // from any thread
    void walk(const QStringList &paths) { emit walked(m_look(paths, m_stop)); }

signals:
    void walked(const falconer::WalkedFiles &files);

private:
    FileWalk::Look m_look;
    std::atomic_bool m_stop = false;
};

FileWalk::FileWalk(const QList<QUrl> &urls, QObject *parent)
    : FileWalk(
        urls,
        [](const QStringList &paths, const std::atomic_bool &stop) {
            return walkFiles(paths, mostFiles, &stop);
        },
        parent)
{
}

FileWalk::FileWalk(const QList<QUrl> &urls, Look look, QObject *parent)
    : QObject(parent)
    , m_walker(new FileWalker(std::move(look)))
    , m_thread(u"filewalk"_s, m_walker)
{
    QStringList paths;
    QStringList elsewhere;
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
        else
            elsewhere << url.toDisplayString();
    }
    connect(m_walker, &FileWalker::walked, this, [this, elsewhere](WalkedFiles found) {
        found.elsewhere = elsewhere;
        emit finished(found);
    });
    QMetaObject::invokeMethod(
        m_walker, [walker = m_walker, paths] { walker->walk(paths); }, Qt::QueuedConnection);
}

FileWalk::~FileWalk()
{
    m_walker->stop();
    m_thread.quit();
    m_thread.wait(QDeadlineTimer(mostWaitMs));
}

} // namespace falconer

#include "filewalk.moc"
