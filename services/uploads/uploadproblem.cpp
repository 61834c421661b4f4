// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadproblem.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostBreaks = 5;
constexpr int mostServerFull = 2; // once, it may have been another upload that was in the way

// "KB", as hawkBit and Tomcat count it.
double bytesIn(const QString &unit)
{
    const qsizetype power = QStringList{ u"B"_s, u"KB"_s, u"MB"_s, u"GB"_s, u"TB"_s }.indexOf(unit);
    return double(1LL << (10 * std::max<qsizetype>(power, 0)));
}

bool isTooLarge(const Error &error)
{
    return error.httpStatus == 413 || error.code == "quota.fileSizeExceeded"_L1
        || (error.code == "artifact.uploadFailed"_L1 && limitIn(error.message) > 0);
}

bool isDamage(const Error &error)
{
    return error.code.startsWith("artifact.uploadFailed.checksum"_L1);
}

// Another program sent into the same module at the same moment: the server lost what came of this
// one. See UploadQueue::inTheWayOf().
bool isLostBesideAnother(const Error &error)
{
    static const QString ofNothing
        = QString::fromLatin1(QCryptographicHash::hash({}, QCryptographicHash::Sha256).toHex());
    return isDamage(error) && error.message.contains(ofNothing, Qt::CaseInsensitive);
}

// Passes by itself, as far as anybody can tell.
bool isPassing(const Error &error)
{
    if (isLostBesideAnother(error))
        return true;
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
        return true;
    case ErrorKind::Server:
        return error.httpStatus != 507;
    case ErrorKind::Conflict: // taken since we asked: ask again
        return true;
    default:
        return false;
    }
}

UploadProblem problemOf(const Error &error)
{
    if (isTooLarge(error))
        return UploadProblem::TooLarge;
    if (isServerFull(error))
        return UploadProblem::ServerFull;
    if (isDamage(error))
        return UploadProblem::Damaged;
    switch (error.kind) {
    case ErrorKind::NotFound:
        return UploadProblem::ModuleGone;
    case ErrorKind::Forbidden:
        return UploadProblem::NotAllowed;
    case ErrorKind::Quota:
        return UploadProblem::Quota;
    default:
        return UploadProblem::Refused;
    }
}

} // namespace

UploadOutcome asks(UploadProblem problem)
{
    return { .kind = UploadOutcome::Kind::Asks, .problem = problem };
}

UploadOutcome fails(UploadProblem problem, const Error &error)
{
    return { .kind = UploadOutcome::Kind::Fails, .problem = problem, .error = error };
}

UploadOutcome lacks(const QString &right)
{
    return fails(
        UploadProblem::NotAllowed, Error{ .kind = ErrorKind::Forbidden, .message = right });
}

bool isNameRefusal(const Error &error)
{
    return error.kind == ErrorKind::Conflict && error.code == "repo.entityAlreadyExists"_L1;
}

UploadOutcome nameIsTaken(qint64 artifactId, const std::optional<Error> &refusal)
{
    return { .kind = UploadOutcome::Kind::Asks,
        .problem = UploadProblem::NameTaken,
        .error = refusal,
        .artifactId = artifactId };
}

bool isFilenameRefusal(const Error &error)
{
    return error.code == "repo.constraintViolation"_L1 && error.message.contains("filename"_L1);
}

bool isUnanswered(const Error &error)
{
    constexpr int gatewayTimeout = 504;
    return error.kind == ErrorKind::Timeout || error.httpStatus == gatewayTimeout
        || error.fault == NetworkFault::ConnectionLost;
}

bool isOfConnection(const Error &error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout;
}

bool isServerFull(const Error &error)
{
    return error.httpStatus == 507
        || (error.httpStatus == 500 && error.code.startsWith("artifact."_L1));
}

UploadOutcome outcomeOf(const Error &error)
{
    if (error.kind == ErrorKind::Unauthorized)
        return { .kind = UploadOutcome::Kind::SignedOut, .error = error };
    if (error.kind == ErrorKind::Tls && error.certificate)
        return { .kind = UploadOutcome::Kind::Distrusts, .error = error };
    if (isFilenameRefusal(error))
        return {
            .kind = UploadOutcome::Kind::Asks, .problem = UploadProblem::NameRefused, .error = error
        };
    if (error.kind == ErrorKind::Locked)
        return { .kind = UploadOutcome::Kind::Asks,
            .problem = UploadProblem::ModuleLocked,
            .error = error };
    if (isPassing(error) && !isTooLarge(error))
        return { .kind = UploadOutcome::Kind::Retries, .error = error };
    UploadOutcome outcome = fails(problemOf(error), error);
    if (outcome.problem == UploadProblem::TooLarge)
        outcome.limitBytes = limitIn(error.message);
    return outcome;
}

UploadOutcome afterBreaks(const UploadOutcome &outcome, const UploadBreaks &breaks)
{
    const bool isEnough = breaks.all >= mostBreaks || breaks.serverFull >= mostServerFull;
    if (outcome.kind != UploadOutcome::Kind::Retries || !isEnough)
        return outcome;
    return fails(problemOf(*outcome.error), *outcome.error);
}

qint64 artifactLimitIn(const Error &error)
{
    static const QRegularExpression most(u"\\bArtifact entities\\b.*\\bmaximum is ([0-9]+)"_s);
    return error.code == "quota.tooManyEntries"_L1
        ? most.match(error.message).captured(1).toLongLong()
        : 0;
}

bool isStorageRefusal(const Error &error)
{
    return error.code == "quota.storageExceeded"_L1;
}

QString storageLeftIn(const Error &error)
{
    static const QRegularExpression left(u"([0-9.,]+ ?[A-Za-z]+) left\\b"_s);
    return isStorageRefusal(error) ? left.match(error.message).captured(1) : QString();
}

qint64 storageRefusedFrom(const Error &error, qint64 size)
{
    static const QRegularExpression left(u"^([0-9]+)(?:[.,]([0-9]+))? ?([A-Za-z]+)$"_s);
    const QRegularExpressionMatch match = left.match(storageLeftIn(error));
    if (!match.hasMatch())
        return size;
    const QString digits = match.captured(2);
    const double lastPlace = std::pow(10.0, -double(digits.size()));
    const double named = QString(match.captured(1) + u'.' + digits).toDouble();
    return std::min(size, qint64((named + lastPlace) * bytesIn(match.captured(3))));
}

qint64 limitIn(const QString &message)
{
    static const QRegularExpression size(
        u"size (?:of |\\()([0-9]+(?:[.,][0-9]+)?) ?(bytes|B|KB|MB|GB|TB)\\b"_s);
    const QRegularExpressionMatch match = size.match(message);
    if (!match.hasMatch())
        return 0;
    const double number = match.captured(1).replace(u',', u'.').toDouble();
    return qint64(number * bytesIn(match.captured(2)));
}

} // namespace falconer
