// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadhash.h"
#include "services/uploads/uploadqueue.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/uploadsink.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QProgressBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QVBoxLayout>

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

// A window with a bar an upload, the ticks of its thread, and the memory meanwhile.
class Watched final {
public:
    explicit Watched(UploadQueue &queue)
    {
        m_window.resize(600, 400);
        auto *const layout = new QVBoxLayout(&m_window);
        for (const Upload &upload : queue.uploads()) {
            auto *const bar = new QProgressBar;
            layout->addWidget(bar);
            QObject::connect(&queue, &UploadQueue::changed, bar, [&queue, bar, id = upload.id] {
                const Upload *const one = queue.find(id);
                bar->setValue(int(100 * one->sentBytes / one->size));
            });
        }
        m_window.show();
        m_tick.setTimerType(Qt::PreciseTimer);
        m_tick.callOnTimeout([this] { tick(); });
        m_tick.start(16);
        m_last = nowMs();
    }

    double worstTicksMs() const { return percentile(m_late, 0.99); }
    double mostMb() const { return m_mostMb; }

private:
    void tick()
    {
        const double now = nowMs();
        m_late << std::max(0.0, now - m_last - 16);
        m_last = now;
        if (m_late.size() % 6 == 0)
            m_mostMb = std::max(m_mostMb, residentMb());
    }

    QWidget m_window;
    QTimer m_tick;
    double m_last = 0;
    QList<double> m_late;
    double m_mostMb = 0;
};

struct Figures {
    double ms = 0;
    double worstTicksMs = 0;
    double growthMb = 0;
};

Figures ours(const UploadSink &sink, const QStringList &paths)
{
    const QTemporaryDir dir;
    UploadQueue queue(dir.filePath(u"uploads.sqlite"_s));
    queue.setLimits({ .atOnce = int(paths.size()) });
    for (const QString &path : paths) {
        if (!queue.add({ .profileId = u"p"_s, .softwareModuleId = 1, .path = path }))
            qFatal("cannot queue the file");
    }
    const Watched watched(queue);
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
    return { .ms = nowMs() - start,
        .worstTicksMs = watched.worstTicksMs(),
        .growthMb = watched.mostMb() - before };
}

// In turn, the better of two each: other work on the machine disturbs either.
void besideCurl(const QString &what, const UploadSink &sink, const QString &path)
{
    double curl = curlMs(sink, path);
    Figures mine = ours(sink, { path });
    curl = std::min(curl, curlMs(sink, path));
    const Figures again = ours(sink, { path });
    if (again.ms < mine.ms)
        mine = again;
    reportText(what,
        u"%1   curl %2   ratio %3   memory + %4 MB   ticks late p99 %5 ms"_s.arg(
            perSecond(fileSize, mine.ms), perSecond(fileSize, curl),
            QString::number(curl / mine.ms, 'f', 2), QString::number(mine.growthMb, 'f', 1),
            QString::number(mine.worstTicksMs, 'f', 1)));
}

void fourAtOnce(const QString &what, const UploadSink &sink, const QTemporaryDir &dir)
{
    QStringList paths;
    for (int i = 0; i < 4; ++i)
        paths << makeFile(dir, i);
    const Figures figures = ours(sink, paths);
    reportText(what,
        u"%1 together   memory + %2 MB (aim 32)   ticks late p99 %3 ms (aim 16)"_s.arg(
            perSecond(4 * fileSize, figures.ms), QString::number(figures.growthMb, 'f', 1),
            QString::number(figures.worstTicksMs, 'f', 1)));
}

// What the machine does to the ticks by itself.
void nothingUnderWay()
{
    const QTemporaryDir dir;
    UploadQueue queue(dir.filePath(u"uploads.sqlite"_s));
    const Watched watched(queue);
    idleFor(5'000);
    reportText(u"Nothing under way"_s,
        u"ticks late p99 %1 ms"_s.arg(QString::number(watched.worstTicksMs(), 'f', 1)));
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

    nothingUnderWay();
    const QTemporaryDir dir;
    const QString path = makeFile(dir, 0);
    const UploadSink limited(gigabit, false);
    besideCurl(u"2 GiB at 1 Gbit/s (aim: ratio 0.97)"_s, limited, path);
    const UploadSink plain(0, false);
    besideCurl(u"2 GiB on loopback"_s, plain, path);
    const UploadSink tls(0, true);
    besideCurl(u"2 GiB on loopback, TLS"_s, tls, path);
    fourAtOnce(u"4 x 2 GiB at 1 Gbit/s"_s, limited, dir);
    fourAtOnce(u"4 x 2 GiB on loopback"_s, plain, dir);
}

} // namespace falconer
