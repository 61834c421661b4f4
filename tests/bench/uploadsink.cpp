// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/uploadsink.h"

#include "services/uploads/ratelimit.h"
#include "tests/support/tlsidentity.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>

#include <cstdio>
#include <thread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;
constexpr qint64 blockSize = 256LL * 1024;

QSslConfiguration identity()
{
    return tlsIdentity(u"selfsigned"_s);
}

QByteArray answer(int status, const QByteArray &body)
{
    return "HTTP/1.1 " + QByteArray::number(status)
        + " Said so\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

// One connection, on a thread of its own.
class Connection final {
public:
    Connection(qintptr descriptor, bool isTls, RateLimit &limit)
        : m_limit(limit)
    {
        m_socket.setReadBufferSize(4 * blockSize);
        m_socket.setSocketDescriptor(descriptor);
        if (!isTls)
            return;
        m_socket.setSslConfiguration(identity());
        m_socket.startServerEncryption();
        m_socket.waitForEncrypted(patienceMs);
    }

    void serve()
    {
        while (readHead())
            m_socket.write(m_head.startsWith("POST") ? take() : tell());
    }

private:
    bool more()
    {
        m_socket.flush();
        return m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(patienceMs);
    }

    bool readHead()
    {
        m_head.clear();
        while (!m_head.endsWith("\r\n\r\n")) {
            if (!m_socket.canReadLine() && !more())
                return false;
            m_head += m_socket.readLine();
        }
        return true;
    }

    QByteArray tell() const
    {
        if (m_head.contains("/artifacts"))
            return answer(200, "[]");
        return answer(200, R"({"id":1,"name":"sink","version":"1","type":"os"})");
    }

    qint64 length() const
    {
        const QByteArray lower = m_head.toLower();
        const QByteArray name = "content-length:";
        return lower.mid(lower.indexOf(name) + name.size())
            .split('\r')
            .first()
            .trimmed()
            .toLongLong();
    }

    QByteArray take()
    {
        if (m_head.contains("100-continue"))
            m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
        const qint64 whole = length();
        QByteArray block(blockSize, Qt::Uninitialized);
        QByteArray first;
        QByteArray last;
        for (qint64 left = whole; left > 0;) {
            const qint64 allowed = allowance(std::min(left, blockSize));
            if (!more())
                return {};
            const qint64 count = m_socket.read(block.data(), allowed);
            m_limit.giveBack(allowed - std::max<qint64>(count, 0));
            if (first.isEmpty())
                first = block.left(count);
            last += block.left(count);
            last = last.right(600);
            left -= count;
        }
        return answer(201, artifact(whole, first, last));
    }

    qint64 allowance(qint64 wanted)
    {
        qint64 allowed = 0;
        while ((allowed = m_limit.take(wanted)) == 0)
            QThread::usleep(500);
        return allowed;
    }

    static QByteArray artifact(qint64 whole, const QByteArray &first, const QByteArray &last)
    {
        const qsizetype field = last.indexOf("name=\"sha256sum\"");
        const QByteArray sha256 = last.mid(last.indexOf("\r\n\r\n", field) + 4, 64);
        const qsizetype tail = last.size() - last.lastIndexOf("\r\n--", field);
        const qint64 size = whole - (first.indexOf("\r\n\r\n") + 4) - tail;
        return R"({"id":1,"providedFilename":"f","size":)" + QByteArray::number(size)
            + R"(,"hashes":{"sha256":")" + (field < 0 ? QByteArray() : sha256) + R"("}})";
    }

    QSslSocket m_socket; // plain where nothing is encrypted
    RateLimit &m_limit;
    QByteArray m_head;
};

// A server is another machine: it takes no turn from the window that is timed.
void standBehindTheWindow()
{
#ifdef Q_OS_LINUX
    constexpr int nice = 10;
    setpriority(PRIO_PROCESS, 0, nice);
#endif
}

class Server final : public QTcpServer {
public:
    Server(qint64 bytesPerSecond, bool isTls)
        : m_isTls(isTls)
    {
        m_limit.setBytesPerSecond(bytesPerSecond);
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        std::thread([this, descriptor] {
            Connection(descriptor, m_isTls, m_limit).serve();
        }).detach();
    }

private:
    RateLimit m_limit;
    bool m_isTls;
};

} // namespace

UploadSink::UploadSink(qint64 bytesPerSecond, bool isTls)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(),
        { u"--sink"_s, QString::number(bytesPerSecond), isTls ? u"tls"_s : u"plain"_s });
    if (!m_process.waitForReadyRead(10'000))
        qFatal("the sink did not start");
    m_url = QUrl(QString::fromLatin1(m_process.readLine()).trimmed());
}

UploadSink::~UploadSink()
{
    m_process.kill();
    m_process.waitForFinished(1'000);
}

QByteArray UploadSink::certificate()
{
    return identity().localCertificate().digest(QCryptographicHash::Sha256);
}

int UploadSink::serve(qint64 bytesPerSecond, bool isTls)
{
    standBehindTheWindow(); // before its threads
    Server server(bytesPerSecond, isTls);
    if (!server.listen(QHostAddress::LocalHost))
        return 1;
    std::printf("%s://127.0.0.1:%d\n", isTls ? "https" : "http", int(server.serverPort()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace falconer
