// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadsender.h"

#include "services/http/exchange.h"
#include "services/http/systemproxy.h"
#include "services/http/wirerequest.h"
#include "services/uploads/earlyanswer.h"
#include "services/uploads/uploadhash.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockSize = 1024LL * 1024;
constexpr qint64 slowestHashing = 10LL * 1024 * 1024; // bytes a second, of a server

RequestData requestOf(const Upload &upload, const QByteArray &contentType)
{
    return { .verb = Verb::Post,
        .path = artifactsPath(upload.softwareModuleId),
        .query = { { u"filename"_s, upload.filename } },
        .body = QByteArray(),
        .contentType = contentType,
        .patience = Patience::Write };
}

bool isDirect(const QNetworkAccessManager &network, const QUrl &url)
{
    QNetworkProxyFactory *const proxies = network.proxyFactory();
    return !proxies
        || proxies->queryProxy(QNetworkProxyQuery(url)).value(0).type() == QNetworkProxy::NoProxy;
}

} // namespace

UploadSender::~UploadSender()
{
    delete m_exchange;
}

void UploadSender::look(quint64 run, const QString &path)
{
    if (run == m_run)
        emit looked(run, lookAtFile(path));
}

void UploadSender::hash(quint64 run, const QString &path, QCryptographicHash::Algorithm algorithm)
{
    QFile file(path);
    QByteArray block(blockSize, Qt::Uninitialized);
    UploadHash hash(algorithm);
    qint64 count = file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? 1 : -1;
    while (count > 0 && run == m_run) {
        count = file.read(block.data(), block.size());
        hash.add(QByteArrayView(block.constData(), std::max<qint64>(count, 0)));
    }
    if (run == m_run)
        emit hashed(run, count < 0 ? QString() : QString::fromLatin1(hash.hex()));
}

void UploadSender::send(quint64 run, const Upload &upload, const ClientOptions &options)
{
    if (run != m_run)
        return;
    stop();
    const RequestData request = requestOf(upload, {});
    m_where = QString::fromLatin1(verbName(request.verb) + ' ' + request.path);
    m_redaction.add(options.credentials);
    if (std::optional<Error> error = refusal(options.server, request))
        emit ended(run, { tl::unexpected(*error) });
    else
        start(run, upload, options);
}

void UploadSender::start(quint64 run, const Upload &upload, const ClientOptions &options)
{
    m_body = new UploadBody(upload.path, upload.filename, upload.size, upload.modifiedAt, m_limit);
    auto *const network = new QNetworkAccessManager;
    useProxy(*network, options.useSystemProxy);
    m_request = wireRequest(options, requestOf(upload, m_body->contentType()), {});
    m_trustedCertificate = options.trustedCertificate;
    m_isDirect = isDirect(*network, m_request.url());
    m_exchange = new Exchange(*network,
        { .request = m_request,
            .verb = Verb::Post,
            .patienceMs = options.timeouts.write,
            .trustedCertificate = options.trustedCertificate,
            .device = m_body },
        this);
    network->setParent(m_exchange);
    m_body->setParent(m_exchange);
    m_lastPatienceMs
        = int(std::max<qint64>(options.timeouts.transfer, upload.size * 1'000 / slowestHashing));
    connect(m_exchange, &Exchange::progressed, this,
        [this, run](qint64 sent, qint64 size) { progress(run, sent, size); });
    connect(m_exchange, &Exchange::finished, this,
        [this, run](const Exchange::Outcome &outcome) { finish(run, outcome.result); });
    connect(
        m_body, &UploadBody::broke, this, [this, run] { breakOff(run); }, Qt::QueuedConnection);
    if (m_body->broken() == UploadBody::Break::None)
        m_exchange->start();
    else
        breakOff(run);
}

void UploadSender::stop()
{
    m_body = nullptr;
    if (EarlyAnswer *const early = std::exchange(m_early, nullptr)) {
        early->disconnect(this);
        early->deleteLater();
    }
    if (Exchange *const exchange = std::exchange(m_exchange, nullptr)) {
        exchange->disconnect(this);
        exchange->cancel();
        exchange->deleteLater();
    }
}

void UploadSender::leave()
{
    stop();
    emit left();
}

void UploadSender::progress(quint64 run, qint64 sent, qint64 bodySize)
{
    if (run != m_run)
        return;
    const qint64 fileSize = m_body->fileSize();
    emit progressed(run, std::clamp<qint64>(sent - m_body->headSize(), 0, fileSize));
    if (sent != bodySize)
        return;
    m_exchange->setPatience(m_lastPatienceMs);
    emit wholeSent(run, m_body->sha256());
}

void UploadSender::finish(quint64 run, const Result<Response> &result)
{
    if (!result && isBrokenOnTheWay(result.error())) {
        findOut(run, result.error());
        return;
    }
    end(run, result.and_then([](const Response &response) {
        return decodeJson<Artifact>(response.body, readArtifact);
    }));
}

// Then the server may have said why.
bool UploadSender::isBrokenOnTheWay(const Error &error) const
{
    return m_isDirect && error.kind == ErrorKind::Network
        && error.fault == NetworkFault::ConnectionLost && !m_body->atEnd()
        && m_body->broken() == UploadBody::Break::None;
}

void UploadSender::findOut(quint64 run, const Error &error)
{
    m_early
        = new EarlyAnswer(m_request, m_body->head(), m_body->size(), m_trustedCertificate, this);
    connect(m_early, &EarlyAnswer::finished, this,
        [this, run, error](const std::optional<Error> &refusal) {
            end(run, tl::unexpected(refusal.value_or(error)));
        });
    m_early->start();
}

void UploadSender::end(quint64 run, Result<Artifact> answer)
{
    const UploadBody::Break broken = m_body->broken();
    stop();
    if (!answer) {
        answer.error().where = m_where;
        answer = tl::unexpected(m_redaction.apply(answer.error()));
    }
    if (run == m_run)
        emit ended(run, { answer, broken });
}

void UploadSender::breakOff(quint64 run)
{
    if (!m_body)
        return;
    const UploadBody::Break broken = m_body->broken();
    stop();
    if (run == m_run)
        emit ended(run, { Artifact(), broken });
}

} // namespace falconer
