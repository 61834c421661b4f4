// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/errortext.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// What a person is told: one sentence each.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    QString sentence;
    QString nextStep;

    static Words network(NetworkFault fault, const QString &server);
    static Words certificate(const QString &server, bool isOther);
    static Words tls(const Error &error, const QString &server);
    static Words server(const Error &error, const QString &server);
    static Words protocol(const Error &error, const QString &server);
    static Words refusal(const Error &error);
    static Words rateLimited(const Error &error);
    static Words ofKind(const Error &error, const QString &server);
    static QString ofCode(const QString &code);
};

QString theServer()
{
    return Words::tr("The server");
}

// Its name behind the first word of a sentence.
QString inside(const QString &server)
{
    return server == theServer() ? Words::tr("the server") : server;
}

Words Words::network(NetworkFault fault, const QString &server)
{
    switch (fault) {
    case NetworkFault::HostNotFound:
        return { tr("There is no host named %1.").arg(inside(server)),
            tr("Check the address for typing errors, and that you are in the right network or "
               "VPN.") };
    case NetworkFault::ConnectionRefused:
        return { tr("%1 refuses the connection.").arg(server),
            tr("Check the port in the address, and that hawkBit is running.") };
    case NetworkFault::Proxy:
        return { tr("The proxy of this network does not let the request through."),
            tr("Check the system's proxy settings, or ask whoever runs the proxy.") };
    case NetworkFault::Unreachable:
        return { tr("%1 cannot be reached from here.").arg(server),
            tr("Check your network connection and VPN.") };
    case NetworkFault::ConnectionLost:
    case NetworkFault::None:
        break;
    }
    return { tr("The connection to %1 was lost.").arg(inside(server)),
        tr("Try again; if it was lost while something was being changed, look first whether it "
           "happened.") };
}

Words Words::certificate(const QString &server, bool isOther)
{
    if (isOther)
        return { tr("The certificate of %1 has changed since you trusted it.").arg(inside(server)),
            tr("Somebody may be between you and the server. Ask its operator whether it was "
               "renewed, and trust it only if its SHA-256 is what you are told.") };
    return { tr("The certificate of %1 is not trusted.").arg(inside(server)),
        tr("Compare its SHA-256 with what the server's operator gives you. Trust it only if "
           "they are equal.") };
}

Words Words::tls(const Error &error, const QString &server)
{
    if (error.certificate)
        return certificate(server, false);
    return { tr("No secure connection to %1 could be made.").arg(inside(server)),
        tr("Check whether the address must start with http:// or name another port.") };
}

Words Words::server(const Error &error, const QString &server)
{
    switch (error.httpStatus) {
    case 502:
    case 504:
        return { tr("A gateway in front of %1 answers, but hawkBit behind it does not.")
                     .arg(inside(server)),
            tr("hawkBit may be starting or down: try again in a minute, or ask its operator.") };
    case 503:
        return { tr("%1 is not ready at the moment.").arg(server),
            tr("It may be starting or overloaded: try again in a minute.") };
    default:
        return { tr("%1 failed to answer because of an error of its own.").arg(server),
            tr("Try again. If it stays, the server's log says more than the server tells us.") };
    }
}

Words Words::protocol(const Error &error, const QString &server)
{
    if (error.httpStatus == 404 || error.where.isEmpty() || error.where.contains(u"://"_s)
        || error.where.startsWith(u"GET /rest/v1/userinfo"_s))
        return { tr("%1 answers, but not as a hawkBit does.").arg(server),
            tr("Check the address: the part before /rest/v1 is wanted, without the path of the web "
               "interface.") };
    return { tr("The answer of %1 is not what was expected.").arg(inside(server)),
        tr("The details say where. A server newer than this program may be the reason.") };
}

Words Words::rateLimited(const Error &error)
{
    const int seconds = (error.retryAfterMs + 999) / 1000;
    return { tr("The server asks for fewer requests."),
        seconds > 0 ? tr("Try again in %n second(s).", nullptr, seconds)
                    : tr("Try again in a moment.") };
}

// Meanings that a code adds to its kind.
QString Words::ofCode(const QString &code)
{
    static const QHash<QString, const char *> sentences = {
        { u"deleted"_s, QT_TR_NOOP("The distribution set has been deleted.") },
        { u"entityReadOnly"_s, QT_TR_NOOP("This cannot be changed any more, since it is in use.") },
        { u"repo.concurrentModification"_s,
            QT_TR_NOOP("Somebody else changed this at the same moment.") },
        { u"repo.entityAlreadyExists"_s, QT_TR_NOOP("Something of this name exists already.") },
        { u"quota.tooManyEntries"_s, QT_TR_NOOP("The server's limit of entries is reached.") },
        { u"quota.fileSizeExceeded"_s, QT_TR_NOOP("The file is larger than the server takes.") },
        { u"quota.storageExceeded"_s, QT_TR_NOOP("The server's storage for artifacts is full.") },
        { u"action.notCancelable"_s, QT_TR_NOOP("This action cannot be cancelled (any more).") },
        { u"action.notForceQuitable"_s,
            QT_TR_NOOP("This action can be force-quit only while it is being cancelled.") },
        { u"distributionset.incomplete"_s,
            QT_TR_NOOP("The distribution set is incomplete and cannot be assigned.") },
        { u"distributionset.invalid"_s,
            QT_TR_NOOP(
                "The distribution set was invalidated and can neither be assigned nor changed "
                "any more.") },
        { u"target.type.incompatible"_s,
            QT_TR_NOOP("The type of a target does not accept this distribution set.") },
        { u"multiAssignmentNotEnabled"_s,
            QT_TR_NOOP("This tenant allows one assignment of a target at a time.") },
        { u"noWeightProvidedInMultiAssignmentMode"_s,
            QT_TR_NOOP("This tenant wants a weight with every assignment.") },
        { u"maintenanceScheduleInvalid"_s, QT_TR_NOOP("The maintenance window is not valid.") },
        { u"rest.param.rsqlParamSyntax"_s, QT_TR_NOOP("The search is not valid RSQL.") },
        { u"rest.param.rsqlInvalidField"_s,
            QT_TR_NOOP("The search names a field or a value that the server does not know.") },
        { u"repo.constraintViolation"_s,
            QT_TR_NOOP(
                "A text is too long, too short or has characters that the server refuses.") },
    };
    const auto found = sentences.find(code);
    return found == sentences.end() ? QString() : tr(*found);
}

Words Words::refusal(const Error &error)
{
    Words words;
    switch (error.kind) {
    case ErrorKind::NotFound:
        words = { tr("The server does not have this (any more)."),
            tr("Somebody may have deleted it: refresh the list.") };
        break;
    case ErrorKind::Conflict:
        words = { tr("The server has something that stands against this."),
            tr("Refresh, look at what is there now, and try again.") };
        break;
    case ErrorKind::Locked:
        words = { tr("This is locked and cannot be changed."),
            tr("A distribution set is locked once it is assigned: make a new version instead.") };
        if (error.code == "stopRolloutFailed"_L1) // nothing that an unlock would help
            words = { tr("The server is at work on the rollouts of this set and could not stop "
                         "them."),
                tr("Try again in a moment.") };
        break;
    case ErrorKind::Quota:
        words = { tr("A limit of the server is reached."),
            tr("Remove what is no longer needed, or ask the operator to raise the limit.") };
        break;
    default:
        words = { tr("The server does not accept this request."), tr("The details say why.") };
    }
    const QString special = ofCode(error.code);
    if (!special.isEmpty())
        words.sentence = special;
    return words;
}

Words Words::ofKind(const Error &error, const QString &server)
{
    switch (error.kind) {
    case ErrorKind::Network:
        return network(error.fault, server);
    case ErrorKind::Timeout:
        return { tr("%1 did not answer in time.").arg(server),
            tr("Check address and port; a firewall may swallow the request. Then try again.") };
    case ErrorKind::Tls:
        return tls(error, server);
    case ErrorKind::Unauthorized:
        return { tr("%1 does not accept this user, password or token (any more).").arg(server),
            tr("Sign in again.") };
    case ErrorKind::Forbidden:
        return { tr("You are signed in, but have no permission for this."),
            tr("Ask the server's administrator for the right, or connect as another user.") };
    case ErrorKind::RateLimited:
        return rateLimited(error);
    case ErrorKind::Server:
        return Words::server(error, server);
    case ErrorKind::Protocol:
        return protocol(error, server);
    case ErrorKind::Io:
        return { tr("A file on this computer could not be read or written."),
            tr("Check that it exists, that you may use it, and that the disk is not full.") };
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::Locked:
    case ErrorKind::Quota:
        break;
    }
    return refusal(error);
}

QString detailsOf(const Error &error)
{
    QStringList lines;
    if (error.httpStatus != 0)
        lines << u"HTTP %1%2%3"_s.arg(QString::number(error.httpStatus),
            error.code.isEmpty() ? QString() : u", "_s, error.code);
    if (!error.where.isEmpty())
        lines << error.where;
    if (!error.message.isEmpty())
        lines << error.message;
    if (error.certificate)
        lines << error.certificate->problems
              << u"SHA-256 "_s
                + QString::fromLatin1(error.certificate->sha256.toHex(':').toUpper());
    return lines.join(u'\n');
}

} // namespace

ErrorText errorText(const Error &error, const QString &server)
{
    const QString name = server.isEmpty() ? theServer() : server;
    const Words words = Words::ofKind(error, name);
    return { words.sentence, words.nextStep, detailsOf(error) };
}

ErrorText certificateText(const QString &server, bool isOther)
{
    const Words words = Words::certificate(server.isEmpty() ? theServer() : server, isOther);
    return { words.sentence, words.nextStep, {} };
}

} // namespace falconer
