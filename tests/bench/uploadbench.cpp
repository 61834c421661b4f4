// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadhash.h"
#include "services/uploads/uploadqueue.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/served.h"
#include "tests/bench/stage.h"
#include "tests/bench/uploadsink.h"
#include "tests/bench/uploadwindow.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 gibi = 1024LL * 1024 * 1024;
constexpr qint64 fileSize = 2 * gibi;
constexpr qint64 gigabit = 125'000'000; // bytes a second

QString perSecond(qint64 bytes, double ms)
{
    return u"%1 MB/s"_s.arg(qRound(double(bytes) / ms / 1'000));
}

// Sparse: what is read and sent is real, what is on the disk is not.
QString makeFile(const QTemporaryDir &dir, int number)
{
    QFile file(dir.filePath(u"file%1.swu"_s.arg(number)));
    if (!file.open(QIODevice::WriteOnly) || !file.resize(fileSize))
        qFatal("cannot make a file to upload");
    return file.fileName();
}

double curlMs(const UploadSink &sink, const QString &path)
{
    const double start = nowMs();
    QProcess curl;
    curl.start(u"curl"_s,
        { u"-s"_s, u"-k"_s, u"-f"_s, u"-o"_s, u"/dev/null"_s, u"-F"_s, u"file=@"_s + path,
            sink.url().toString() + u"/rest/v1/softwaremodules/1/artifacts"_s });
    if (!curl.waitForFinished(600'000) || curl.exitCode() != 0)
        qFatal("curl could not upload");
    return nowMs() - start;
}

struct Figures {
    double ms = 0;
    double growthMb = 0;
    QString frames;
};

Figures ours(Stage &stage, const UploadSink &sink, const QStringList &paths)
{
    const QTemporaryDir dir;
    UploadQueue queue(dir.filePath(u"uploads.sqlite"_s));
    queue.setLimits({ .atOnce = int(paths.size()) });
    qint64 module = 0; // each its own: into one they are sent one after the other
    for (const QString &path : paths) {
        if (!queue.add({ .profileId = u"p"_s, .softwareModuleId = ++module, .path = path }))
            qFatal("cannot queue the file");
    }
    const UploadWindow window(stage, queue);
    const double before = residentMb();
    const double start = nowMs();
    queue.connectProfile(u"p"_s,
        { .server = sink.url(),
            .credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s },
            .trustedCertificate = UploadSink::certificate(),
            .useSystemProxy = false });
    while (queue.totals().done < paths.size()) {
        idleFor(5);
        if (queue.totals().failed + queue.totals().asking > 0)
            qFatal("an upload failed");
    }
    return {
        .ms = nowMs() - start, .growthMb = window.mostMb() - before, .frames = window.frames()
    };
}

// In turn, the better of two each: other work on the machine disturbs either.
void besideCurl(Stage &stage, const QString &what, const UploadSink &sink, const QString &path)
{
    double curl = curlMs(sink, path);
    Figures mine = ours(stage, sink, { path });
    curl = std::min(curl, curlMs(sink, path));
    const Figures again = ours(stage, sink, { path });
    if (again.ms < mine.ms)
        mine = again;
    reportText(what,
        u"%1   curl %2   ratio %3   memory + %4 MB"_s.arg(perSecond(fileSize, mine.ms),
            perSecond(fileSize, curl), QString::number(curl / mine.ms, 'f', 2),
            QString::number(mine.growthMb, 'f', 1)));
    reportText(u"  the window meanwhile"_s, mine.frames);
}

void fourAtOnce(Stage &stage, const QString &what, const UploadSink &sink, const QTemporaryDir &dir)
{
    QStringList paths;
    for (int i = 0; i < 4; ++i)
        paths << makeFile(dir, i);
    const Figures figures = ours(stage, sink, paths);
    reportText(what,
        u"%1 together   memory + %2 MB (aim 32)"_s.arg(
            perSecond(4 * fileSize, figures.ms), QString::number(figures.growthMb, 'f', 1)));
    reportText(u"  the window meanwhile"_s, figures.frames);
}

// What the machine does to the frames by itself.
void nothingUnderWay(Stage &stage)
{
    const QTemporaryDir dir;
    UploadQueue queue(dir.filePath(u"uploads.sqlite"_s));
    const UploadWindow window(stage, queue);
    idleFor(5'000);
    reportText(u"the window, nothing under way"_s, window.frames());
}

template <typename Add> QString hashSpeed(Add add)
{
    const QByteArray block(256LL * 1024, 'x');
    const double start = nowMs();
    for (qint64 done = 0; done < gibi; done += block.size())
        add(block);
    return perSecond(gibi, nowMs() - start);
}

} // namespace

void benchUpload()
{
    UploadHash hash;
    QCryptographicHash qt(QCryptographicHash::Sha256);
    reportText(u"SHA-256 alone"_s,
        u"%1   Qt's own %2"_s.arg(hashSpeed([&hash](const QByteArray &block) { hash.add(block); }),
            hashSpeed([&qt](const QByteArray &block) { qt.addData(block); })));

    const ServedFleet fleet(20'000);
    Stage stage(fleet.url());
    nothingUnderWay(stage);
    const QTemporaryDir dir;
    const QString path = makeFile(dir, 0);
    const UploadSink limited(gigabit, false);
    besideCurl(stage, u"2 GiB at 1 Gbit/s (aim: ratio 0.97)"_s, limited, path);
    const UploadSink plain(0, false);
    besideCurl(stage, u"2 GiB on loopback"_s, plain, path);
    const UploadSink tls(0, true);
    besideCurl(stage, u"2 GiB on loopback, TLS"_s, tls, path);
    fourAtOnce(stage, u"4 x 2 GiB at 1 Gbit/s (aim: frames p99 16)"_s, limited, dir);
    fourAtOnce(stage, u"4 x 2 GiB on loopback"_s, plain, dir);
}

} // namespace falconer
